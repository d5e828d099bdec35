import { memberIds, memberList, memberObject, memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';

const map = 'ocid_tenderer_r030';

/** Processes in which a bid that came after the end of the time to bid won. */
export const r030: Indicator = {
  code: 'R030',
  title: 'Late bid won',
  properties: {},
  maps: [map],
  start: ({ results }) => ({
    add: (process) => {
      const end = memberText(memberObject(process.tender, 'tenderPeriod'), 'endDate');
      const awards = memberList(process.release, 'awards');
      if (end === null || awards === null || process.bids === null) return;
      const active = awards.filter((award) => memberText(award, 'status') === 'active');
      const winners = new Set(active.flatMap((award) => memberIds(award, 'suppliers')));
      for (const bid of process.bids) {
        const date = memberText(bid, 'date');
        // Texts are compared, as in the reference: right where both dates are written with the same offset.
        if (memberText(bid, 'status') !== 'valid' || date === null || date <= end) continue;
        for (const id of memberIds(bid, 'tenderers')) {
          if (!winners.has(id)) continue;
          results.flag('OCID', process.ocid, 'R030', 1);
          results.flag('Tenderer', id, 'R030', 1);
          results.mapAlso(map, process.ocid, id);
        }
      }
    },
  }),
};
