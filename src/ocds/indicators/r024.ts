import type { Indicator } from './_indicator.ts';
import { spreadOf } from './statistics.ts';

const map = 'ocid_tenderer_r024';

/** Processes whose second-lowest valid bid is unusually close to the winning one, and who made the two. */
export const r024: Indicator = {
  code: 'R024',
  title: 'Price close to winning bid',
  properties: { threshold: 'decimal' },
  maps: [map],
  start: ({ settings, results, statistics, secondLowestBids }) => {
    const bids = secondLowestBids();
    const threshold = settings.number('threshold');
    return {
      finish: () => {
        const spread = threshold === null ? spreadOf(bids.shares(), statistics) : null;
        if (threshold === null) {
          results.note('R024', 'q1', spread?.q1 ?? null);
          results.note('R024', 'q3', spread?.q3 ?? null);
        }
        const fence = threshold ?? spread?.lower ?? null;
        results.note('R024', 'lower_fence', fence);
        // Where a quarter of the processes or more have no distance at all, the fence would catch them all.
        if (fence === null || fence <= 0 || (spread !== null && spread.q1 <= 0)) return;
        for (const [ocid, { share, winner, runnerUp }] of bids.distances) {
          if (share > fence) continue;
          results.flag('OCID', ocid, 'R024', share);
          for (const id of [winner, runnerUp]) {
            results.flag('Tenderer', id, 'R024', 0);
            results.mapAlso(map, ocid, id);
          }
        }
      },
    };
  },
};
