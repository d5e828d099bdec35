import { memberIds } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';
import { priceOf } from './indicator-process.ts';

const map = 'ocid_tenderer_r028';

/** Processes in which different tenderers handed in bids of the same price. */
export const r028: Indicator = {
  code: 'R028',
  title: 'Identical bid prices',
  properties: {},
  maps: [map],
  start: ({ results, comparesPrices }) => ({
    add: (process) => {
      if (process.submittedBids.length < 2 || !comparesPrices(process)) return;
      const tenderersAt = new Map<string, ReadonlySet<string>>();
      for (const bid of process.submittedBids) {
        const price = priceOf(bid);
        const tenderers = new Set(memberIds(bid, 'tenderers'));
        if (price === null || tenderers.size === 0) continue;
        const key = `${price.amount} ${price.currency}`;
        const others = tenderersAt.get(key);
        // The same tenderers may bid the same price again.
        if (others !== undefined && !areEqual(tenderers, others)) {
          results.flag('OCID', process.ocid, 'R028', 1);
          for (const id of new Set([...tenderers, ...others])) {
            results.flag('Tenderer', id, 'R028', 1);
            results.mapAlso(map, process.ocid, id);
          }
        }
        tenderersAt.set(key, tenderers);
      }
    },
  }),
};

function areEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
