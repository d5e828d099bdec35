import type { Indicator } from './_indicator.ts';

/** Processes that were open to competition and got one bid. */
export const r018: Indicator = {
  code: 'R018',
  title: 'Single bid received',
  properties: { procurement_methods: 'codes' },
  start: ({ settings, results }) => {
    const methods = settings.codes('procurement_methods') ?? new Set(['open', 'selective']);
    return {
      add: (process) => {
        if (process.tender === null || !process.isOfMethod(methods)) return;
        if (process.tender['numberOfTenderers'] === 1) results.flag('OCID', process.ocid, 'R018', 1);
      },
    };
  },
};
