import { memberIds, memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';

const map = 'ocid_tenderer_r035';

/** Processes in which every bid but those of the one winner was disqualified. */
export const r035: Indicator = {
  code: 'R035',
  title: 'All except winning bid disqualified',
  properties: { threshold: 'whole' },
  maps: [map],
  start: ({ settings, results }) => {
    const threshold = Math.max(settings.number('threshold') ?? 1, 1);
    return {
      add: (process) => {
        const { decided } = process;
        if (decided === null) return;
        const tenderersOf = (status: string): Set<string> =>
          new Set(
            decided.bids
              .filter((bid) => memberText(bid, 'status') === status)
              .flatMap((bid) => memberIds(bid, 'tenderers')),
          );
        const valid = tenderersOf('valid');
        const [winner] = valid;
        if (winner === undefined || valid.size !== 1) return;
        const suppliers = new Set(decided.awards.flatMap((award) => memberIds(award, 'suppliers')));
        if (suppliers.size !== 1 || !suppliers.has(winner)) return;
        const others = [...tenderersOf('disqualified')].filter((id) => id !== winner).length;
        if (others < threshold) return;
        results.flag('OCID', process.ocid, 'R035', others);
        results.flag('Tenderer', winner, 'R035', 0);
        results.mapAlso(map, process.ocid, winner);
      },
    };
  },
};
