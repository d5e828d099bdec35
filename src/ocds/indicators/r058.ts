import type { Indicator } from './_indicator.ts';
import { spreadOf } from './statistics.ts';

const map = 'ocid_tenderer_r058';

/** Processes whose winning bid is unusually far below the second-lowest valid one, and who made it. */
export const r058: Indicator = {
  code: 'R058',
  title: 'Heavily discounted bid',
  properties: { threshold: 'decimal' },
  maps: [map],
  start: ({ settings, results, statistics, secondLowestBids }) => {
    const bids = secondLowestBids();
    const threshold = settings.number('threshold');
    return {
      finish: () => {
        const spread = threshold === null ? spreadOf(bids.shares(), statistics) : null;
        if (threshold === null) {
          results.note('R058', 'q1', spread?.q1 ?? null);
          results.note('R058', 'q3', spread?.q3 ?? null);
        }
        const fence = threshold ?? spread?.upper ?? null;
        results.note('R058', 'upper_fence', fence);
        // Where three quarters of the processes have no distance at all, the fence would catch everything.
        if (fence === null || fence <= 0) return;
        for (const [ocid, { share, winner }] of bids.distances) {
          if (share < fence) continue;
          results.flag('OCID', ocid, 'R058', share);
          results.flag('Tenderer', winner, 'R058', 0);
          results.mapAlso(map, ocid, winner);
        }
      },
    };
  },
};
