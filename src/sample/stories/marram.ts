import { addMonths, civil, endOfMonth } from '../calendar.ts';
import type { Day } from '../calendar.ts';
import { plainAmount } from '../money.ts';
import type { ProcessPlan } from '../process-plan.ts';
import type { PublishedSupplier } from '../published-supplier.ts';
import { stories } from './stories.ts';
import { storyBuyer, storyLot, storyPlan, storySupplier } from './story-plan.ts';

const codes = [
  { id: '48000000', description: 'Software package and information systems' },
  { id: '72268000', description: 'Software supply services' },
];

/** What a home costs a year on the product, in pounds: the contract first, then its peers. */
const poundsPerHome = [24, 27, 22, 18, 21];

/**
 * Marram District Council: 7,400 homes, housing system ending in fifteen months, four peers on the same product, and the
 * fair notice by which another council let a small firm in Leeds win: UK3, UK4, UK6, UK7 and its end.
 */
export function marramPlans(asOf: Day): ProcessPlan[] {
  const { marram } = stories;
  const supplier = storySupplier(21, marram.supplier, 'large', {
    street: '3 Foundry Yard',
    locality: 'Nottingham',
    postcode: 'NG1 6KV',
    region: 'UKF14',
  });
  const small = storySupplier(22, marram.smallFirm, 'sme', {
    street: '8 Canal Street',
    locality: 'Leeds',
    postcode: 'LS9 2VK',
    region: 'UKE42',
  });
  return [
    incumbentPlan(asOf, supplier),
    ...marram.peers.map((peer, index) => peerPlan(asOf, index, peer, supplier)),
    fairPlan(asOf, supplier, small),
    ...smallPlans(asOf, small),
  ];
}

function incumbentPlan(asOf: Day, supplier: PublishedSupplier): ProcessPlan {
  const { marram } = stories;
  const end = endOfMonth(asOf, 15);
  const start = addMonths(end + 1, -48);
  return storyPlan(asOf, 21, {
    ocid: marram.contract,
    shape: 'legacy',
    segment: 'sector-systems',
    title: `${marram.product} - housing management system`,
    description: `Licence, hosting and support of ${marram.product} for the 7,400 council homes of ${marram.buyer}: tenancies, rents, repairs and planned maintenance.`,
    buyer: storyBuyer(21, marram.buyer, 'council', { locality: 'Marram', area: 'NR', region: 'UKH15' }),
    codes,
    lots: [
      storyLot({ net: 7_400 * (poundsPerHome[0] ?? 0) * 4, start, end }, [supplier], {
        bids: { all: 3, final: 3, sme: 1, vcse: 0 },
      }),
    ],
    notices: [
      ['tender', start - 190],
      ['award', start - 15],
    ],
    deadline: start - 155,
    outcome: 'running',
  });
}

type Peer = (typeof stories.marram.peers)[number];

function peerPlan(asOf: Day, index: number, peer: Peer, supplier: PublishedSupplier): ProcessPlan {
  const { marram } = stories;
  const months = [30, 36, 36, 24][index] ?? 36;
  const end = endOfMonth(asOf, peer.endsInMonths);
  const start = addMonths(end + 1, -months);
  const vesting = civil(endOfMonth(asOf, 16) + 1);
  // Two of the peers pass to the same successor on the day on which Marram does.
  const joins =
    index < 2
      ? ` On ${vesting.date} ${monthNames[vesting.month - 1]} ${vesting.year} the functions of the council, like those of Marram, pass to the new Wealdmarsh Council; the contract is transferable.`
      : '';
  return storyPlan(asOf, 22 + index, {
    ocid: peer.ocid,
    shape: 'act',
    segment: 'sector-systems',
    title: index % 2 === 0 ? `${marram.product} renewal` : `${marram.product} licence and support`,
    description: `${marram.product} for ${thousands(peer.homes)} homes of ${peer.buyer}: licences, hosting, support and upgrades.${joins}`,
    buyer: storyBuyer(22 + index, peer.buyer, index === 3 ? 'housing' : 'council', {
      locality: peer.buyer.split(' ')[0] ?? '',
      area: 'PE',
      region: 'UKH12',
    }),
    codes,
    lots: [
      storyLot(
        {
          net: Math.round((peer.homes * (poundsPerHome[index + 1] ?? 20) * months) / 12_000) * 1_000,
          start,
          end,
        },
        [supplier],
      ),
    ],
    notices: [
      ['UK5', start - 50],
      ['UK6', start - 25],
      ['UK7', start + 3],
    ],
    method: 'direct',
    procedure: 'Direct award',
    isCompetitive: false,
    reason: {
      id: 'additionalRepeatExtensionPartialReplacement',
      text: 'The housing records are kept in the product; a change of supplier would bring a different system.',
    },
    outcome: 'running',
  });
}

/** A number under a million with a comma between thousands. */
function thousands(value: number): string {
  return `${Math.floor(value / 1_000)},${String(value % 1_000).padStart(3, '0')}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Two lots, a fair notice, a small winner; lot 2 ended two weeks late at £181,000 against £172,000. */
function fairPlan(asOf: Day, supplier: PublishedSupplier, small: PublishedSupplier): ProcessPlan {
  const { fairNotice } = stories.marram;
  const planned = addMonths(asOf, -20) + 4;
  const tender = planned + 45;
  const deadline = tender + 30;
  const awarded = deadline + 40;
  const signed = awarded + 20;
  const start = signed + 10;
  const end = addMonths(start, 12) - 1;
  const days = { awarded, signed };
  return storyPlan(asOf, 26, {
    ocid: fairNotice.ocid,
    shape: 'act',
    segment: 'sector-systems',
    title: 'Housing management system and mobile repairs',
    description: `${fairNotice.buyer} needs a housing management system for 6,800 homes and an application for mobile repairs, in two lots that may be bid for apart. Minimum yearly turnover £0.5 million for lot 1 and none for lot 2; insurance is needed at award, not at bid; accounts need not be audited; one reference from any sector. Records must be handed over in an open format at the end.`,
    buyer: storyBuyer(26, fairNotice.buyer, 'council', {
      locality: 'Hallowmere',
      area: 'LN',
      region: 'UKF30',
    }),
    codes,
    lots: [
      storyLot(
        {
          net: 612_000,
          start,
          end: addMonths(start, 36) - 1,
          maxEnd: addMonths(start, 48) - 1,
          optionsText: 'One extension of up to 12 months.',
        },
        [supplier],
        {
          ...days,
          title: 'Lot 1 - Core housing system',
          estimate: plainAmount(640_000),
          bids: { all: 4, final: 4, sme: 2, vcse: 0 },
        },
      ),
      storyLot({ net: 172_000, start, end }, [small], {
        ...days,
        id: '2',
        title: 'Lot 2 - Mobile repairs',
        estimate: plainAmount(180_000),
        bids: { all: 6, final: 6, sme: 5, vcse: 0 },
      }),
    ],
    notices: [
      ['UK3', planned],
      ['UK4', tender],
      ['UK6', awarded + 1],
      ['UK7', signed + 3],
      ['UK11', end + 34],
    ],
    deadline,
    end: { lotId: '2', reason: 'contractCompleted', day: end + 14, finalNet: 181_000 },
    outcome: 'running',
  });
}

/** What the small firm had won before: its largest award is £160,000. */
function smallPlans(asOf: Day, small: PublishedSupplier): ProcessPlan[] {
  const earlier = [
    {
      buyer: 'Brackenholt Housing Association',
      title: 'Repairs scheduling application',
      net: 64_000,
      months: -19,
    },
    { buyer: 'Ferrymead Homes', title: 'Mobile working for repairs teams', net: 160_000, months: -9 },
  ];
  return earlier.map((one, index) => {
    const start = addMonths(asOf, one.months);
    return storyPlan(asOf, 27 + index, {
      ocid: stories.marram.smallFirmContracts[index] ?? '',
      shape: 'act',
      segment: 'sector-systems',
      title: one.title,
      description: `${one.title} for ${one.buyer}, with training and support for two years.`,
      buyer: storyBuyer(27 + index, one.buyer, 'housing', { locality: 'Leeds', area: 'LS', region: 'UKE42' }),
      codes,
      lots: [storyLot({ net: one.net, start, end: addMonths(start, 24) - 1 }, [small])],
      notices: [['UK7', start + 10]],
      method: 'limited',
      procedure: 'Below threshold - limited competition',
      isAboveThreshold: false,
      outcome: 'running',
    });
  });
}
