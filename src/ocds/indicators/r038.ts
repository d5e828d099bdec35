import { memberIds, memberObject, memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';
import { FractionCounts } from './fraction-counts.ts';
import { spreadOf } from './statistics.ts';

const buyerMap = 'ocid_buyer_r038';
const procuringEntityMap = 'ocid_procuringentity_r038';

/** Buyers, procuring entities and tenderers with an unusually large share of disqualified bids. */
export const r038: Indicator = {
  code: 'R038',
  title: 'Excessive disqualified bids',
  properties: {
    threshold: 'decimal',
    minimum_submitted_bids: 'whole',
    minimum_contracting_processes: 'whole',
  },
  maps: [buyerMap, procuringEntityMap],
  start: ({ settings, results, statistics }) => {
    const threshold = settings.number('threshold');
    // The reference holds both against the number of bids, whatever the name of the second says.
    const leastOfTenderers = settings.number('minimum_submitted_bids') ?? 2;
    const leastOfBuyers = settings.number('minimum_contracting_processes') ?? 2;
    const groups = [
      { group: 'Buyer', counts: new FractionCounts(), least: leastOfBuyers },
      { group: 'ProcuringEntity', counts: new FractionCounts(), least: leastOfBuyers },
      { group: 'Tenderer', counts: new FractionCounts(), least: leastOfTenderers },
    ] as const;
    const [buyers, entities, tenderers] = groups;
    return {
      add: (process) => {
        const submitted = process.submittedBids;
        if (submitted.length === 0) return;
        let disqualified = 0;
        for (const bid of submitted) {
          const one = memberText(bid, 'status') === 'disqualified' ? 1 : 0;
          disqualified += one;
          for (const id of memberIds(bid, 'tenderers')) tenderers.counts.add(id, one, 1);
        }
        const buyer = memberText(memberObject(process.release, 'buyer'), 'id');
        const entity = memberText(memberObject(process.tender, 'procuringEntity'), 'id');
        if (buyer !== null) buyers.counts.add(buyer, disqualified, submitted.length);
        if (entity !== null) entities.counts.add(entity, disqualified, submitted.length);
        if (disqualified === 0) return;
        if (buyer !== null) results.mapTo(buyerMap, process.ocid, buyer);
        if (entity !== null) results.mapTo(procuringEntityMap, process.ocid, entity);
      },
      finish: () => {
        for (const { group, counts, least } of groups) {
          const all = [...counts.shares(least)];
          if (all.length === 0) continue;
          const shares = all.map(({ share }) => share);
          const spread = threshold === null ? spreadOf(shares, statistics) : null;
          if (spread !== null) {
            results.note('R038', `${group}_q1`, spread.q1);
            results.note('R038', `${group}_q3`, spread.q3);
          }
          const fence = threshold ?? spread?.upper ?? 0;
          results.note('R038', `${group}_upper_fence`, fence);
          // Where three quarters have no disqualified bids, the fence would catch everybody.
          if (fence <= 0) continue;
          for (const { id, share } of all) if (share >= fence) results.flag(group, id, 'R038', share);
        }
      },
    };
  },
};
