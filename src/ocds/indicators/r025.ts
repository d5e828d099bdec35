import { memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';
import { FractionCounts } from './fraction-counts.ts';
import { singleId } from './indicator-process.ts';
import { spreadOf } from './statistics.ts';

/** Tenderers among those with the most valid bids who win unusually few of them. */
export const r025: Indicator = {
  code: 'R025',
  title: 'Excessive unsuccessful bids',
  properties: { percentile: 'whole', threshold: 'decimal' },
  start: ({ settings, results, statistics }) => {
    const percentile = Math.min(settings.number('percentile') ?? 75, 100);
    const threshold = settings.number('threshold');
    const wins = new FractionCounts();
    return {
      add: (process) => {
        const winner = process.singleWinner;
        if (winner === null) return;
        // Each tenderer counts once in a process, however many bids it made.
        const tenderers = new Set<string>();
        for (const bid of winner.bids) {
          const id = memberText(bid, 'status') === 'valid' ? singleId(bid, 'tenderers') : null;
          if (id !== null) tenderers.add(id);
        }
        for (const id of tenderers) wins.add(id, id === winner.supplier ? 1 : 0, 1);
      },
      finish: () => {
        const all = [...wins.shares(0)];
        const counts = Float64Array.from(all, (each) => each.all).sort();
        const least = statistics.quantile(counts, percentile / 100);
        const shares = all.map(({ share }) => share);
        const spread = threshold === null ? spreadOf(shares, statistics) : null;
        if (threshold === null) {
          results.note('R025', 'q1', spread?.q1 ?? null);
          results.note('R025', 'q3', spread?.q3 ?? null);
        }
        const fence = threshold ?? spread?.lower ?? null;
        results.note('R025', 'upper_fence', least);
        results.note('R025', 'lower_fence', fence);
        // Where a quarter of the tenderers or more won nothing, the fence would catch them all.
        if (least === null || fence === null || fence <= 0 || (spread !== null && spread.q1 <= 0)) return;
        for (const each of all) {
          if (each.all >= least && each.share <= fence) results.flag('Tenderer', each.id, 'R025', each.share);
        }
      },
    };
  },
};
