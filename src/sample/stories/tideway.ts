import { addMonths, civil, endOfMonth, dayFrom } from '../calendar.ts';
import type { Day } from '../calendar.ts';
import type { ProcessPlan } from '../process-plan.ts';
import { stories } from './stories.ts';
import { storyBuyer, storyLot, storyPlan, storySupplier } from './story-plan.ts';

const codes = [
  { id: '48000000', description: 'Software package and information systems' },
  { id: '72267000', description: 'Software maintenance and repair services' },
];

/**
 * Tideway Licensing Authority: £7.4m over 48 months under PCR 2015, ending with the sixteenth month after the as-of day
 * (31 March for an as-of day in November), no options; two peers on the same product, one ending in the same quarter.
 */
export function tidewayPlans(asOf: Day): ProcessPlan[] {
  const { tideway } = stories;
  const supplier = storySupplier(1, tideway.supplier, 'large', {
    street: '14 Exchange Square',
    locality: 'Reading',
    postcode: 'RG1 4VK',
    region: 'UKJ11',
  });
  const buyer = storyBuyer(1, tideway.buyer, 'agency', {
    locality: 'Southampton',
    area: 'SO',
    region: 'UKJ32',
  });
  const end = endOfMonth(asOf, 16);
  const start = addMonths(end + 1, -48);
  const peers = [
    { ...tideway.peers[0], end: sameQuarter(end), months: 30, net: 2_650_000, cases: '96,000' },
    { ...tideway.peers[1], end: endOfMonth(asOf, 29), months: 36, net: 1_125_000, cases: '38,000' },
  ];
  return [
    storyPlan(asOf, 1, {
      ocid: tideway.contract,
      shape: 'legacy',
      segment: 'sector-systems',
      title: 'Licensing casework system: licence, hosting and support',
      description: `${tideway.product} as the casework system of ${tideway.buyer}: 310,000 applications a year handled by 140 caseworkers. The contract covers licences, hosting, support and the interfaces to the register of licences. There are no options to extend.`,
      buyer,
      codes,
      lots: [
        storyLot({ net: 7_400_000, start, end }, [supplier], { bids: { all: 2, final: 2, sme: 0, vcse: 0 } }),
      ],
      notices: [
        ['tender', start - 250],
        ['award', start - 12],
      ],
      outcome: 'running',
      deadline: start - 205,
    }),
    ...peers.map((peer, index) => {
      const from = addMonths(peer.end + 1, -peer.months);
      return storyPlan(asOf, 2 + index, {
        ocid: peer.ocid,
        shape: 'act',
        segment: 'sector-systems',
        title: `${tideway.product} licence and support`,
        description: `${tideway.product} for ${peer.buyer}: permits and registrations, about ${peer.cases} cases a year, with hosting, support and upgrades.`,
        buyer: storyBuyer(2 + index, peer.buyer, 'agency', {
          locality: 'Plymouth',
          area: 'PL',
          region: 'UKK41',
        }),
        codes,
        lots: [storyLot({ net: peer.net, start: from, end: peer.end }, [supplier])],
        notices: [
          ['UK5', from - 60],
          ['UK6', from - 40],
          ['UK7', from + 5],
        ],
        method: 'direct',
        procedure: 'Direct award',
        isCompetitive: false,
        reason: {
          id: 'singleSuppliersTechnicalReasons',
          text: 'The casework records can be kept only in the present product until a replacement is procured.',
        },
        outcome: 'running',
      });
    }),
  ];
}

/** The end of another month of the same calendar quarter. */
function sameQuarter(end: Day): Day {
  const { year, month } = civil(end);
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  return dayFrom(year, month === first ? first + 1 : month - 1, 31);
}
