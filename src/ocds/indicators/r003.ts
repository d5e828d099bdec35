import { memberObject, memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';
import { instantOf } from './instant-of.ts';

const dayMs = 86_400_000;

/** Processes whose time to bid is shorter than a number of whole days. */
export const r003: Indicator = {
  code: 'R003',
  title: 'Short submission period',
  properties: { threshold: 'whole', procurement_methods: 'codes' },
  tables: { procurement_method_details: 'whole' },
  start: ({ settings, results }) => {
    const threshold = settings.number('threshold') ?? 15;
    const methods = settings.codes('procurement_methods') ?? new Set<string>();
    const thresholds = settings.table('procurement_method_details');
    return {
      add: (process) => {
        if (process.tender === null || !process.isOfMethod(methods)) return;
        const period = memberObject(process.tender, 'tenderPeriod');
        const start = instantOf(memberText(period, 'startDate'));
        const end = instantOf(memberText(period, 'endDate'));
        if (start === null || end === null) return;
        const details = memberText(process.tender, 'procurementMethodDetails');
        const least = (details === null ? undefined : thresholds.get(details)) ?? threshold;
        if (Math.trunc((end - start) / dayMs) < least) results.flag('OCID', process.ocid, 'R003', 1);
      },
    };
  },
};
