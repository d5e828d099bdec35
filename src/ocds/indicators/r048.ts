import { memberList, memberObject, memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';
import { singleId } from './indicator-process.ts';
import { spreadOf } from './statistics.ts';

/** Suppliers who were awarded unusually many kinds of items. */
export const r048: Indicator = {
  code: 'R048',
  title: 'Heterogeneous supplier',
  properties: { digits: 'whole', threshold: 'whole', minimum_contracting_processes: 'whole' },
  start: ({ settings, results, statistics }) => {
    const digits = settings.number('digits') ?? 2;
    const threshold = settings.number('threshold');
    const least = settings.number('minimum_contracting_processes') ?? 20;
    const suppliers = new Map<string, { processes: number; codes: Set<string> }>();
    return {
      add: ({ release }) => {
        const counted = new Set<string>();
        for (const award of memberList(release, 'awards') ?? []) {
          // Which of several suppliers supplies which of the items isn't published.
          const id = memberText(award, 'status') === 'active' ? singleId(award, 'suppliers') : null;
          if (id === null) continue;
          for (const item of memberList(award, 'items') ?? []) {
            const code = memberText(memberObject(item, 'classification'), 'id');
            if (code === null) continue;
            const known = suppliers.get(id) ?? { processes: 0, codes: new Set<string>() };
            if (!counted.has(id)) known.processes += 1;
            counted.add(id);
            known.codes.add(Array.from(code).slice(0, digits).join(''));
            suppliers.set(id, known);
          }
        }
      },
      finish: () => {
        const counted = [...suppliers].filter(([, { processes }]) => processes >= least);
        const sizes = counted.map(([, { codes }]) => codes.size);
        const spread = threshold === null ? spreadOf(sizes, statistics) : null;
        if (threshold === null) {
          results.note('R048', 'q1', spread?.q1 ?? null);
          results.note('R048', 'q3', spread?.q3 ?? null);
        }
        const fence = threshold ?? spread?.upper ?? null;
        results.note('R048', 'upper_fence', fence);
        if (fence === null) return;
        for (const [id, { codes }] of counted) {
          if (codes.size >= fence) results.flag('Tenderer', id, 'R048', codes.size);
        }
      },
    };
  },
};
