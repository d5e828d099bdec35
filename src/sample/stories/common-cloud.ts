import { addMonths, endOfMonth } from '../calendar.ts';
import type { Day } from '../calendar.ts';
import type { ProcessPlan } from '../process-plan.ts';
import type { PublishedSupplier } from '../published-supplier.ts';
import { stories } from './stories.ts';
import { storyBuyer, storyLot, storyPlan, storySupplier } from './story-plan.ts';
import type { Told } from './story-plan.ts';

const codes = [
  { id: '72317000', description: 'Data storage services' },
  { id: '72400000', description: 'Internet services' },
];

/** How each body buys: from whom, for how many months, with which options and by which notices. */
type Way = { seller: PublishedSupplier; months: number; option: number; through: string; also: string };

/** Five bodies, one cloud vendor, directly and through two resellers, and the framework that two of the call-offs use. */
export function commonCloudPlans(asOf: Day): ProcessPlan[] {
  const { commonCloud } = stories;
  const [quaymark, larkspire] = commonCloud.resellers;
  const vendor = firm(11, commonCloud.vendor, 'London', 'EC2 6VK', 'UKI31');
  const reseller = firm(12, quaymark, 'Manchester', 'M2 7KV', 'UKD33');
  const other = firm(13, larkspire, 'Birmingham', 'B1 3MV', 'UKG31');
  const ways: Way[] = [
    { seller: vendor, months: 36, option: 12, through: 'direct', also: '' },
    { seller: vendor, months: 34, option: 0, through: 'direct', also: '' },
    { seller: reseller, months: 30, option: 12, through: 'framework', also: '' },
    {
      seller: other,
      months: 24,
      option: 6,
      through: 'framework',
      also: ' Part of the workload is classified above OFFICIAL.',
    },
    { seller: reseller, months: 36, option: 0, through: 'text', also: '' },
  ];
  return [
    frameworkPlan(asOf, [vendor, reseller, other]),
    ...commonCloud.bodies.map((body, index) => {
      const way = ways[index] ?? { seller: vendor, months: 36, option: 0, through: 'direct', also: '' };
      return storyPlan(asOf, 11 + index, bodyStory(asOf, index, body, way));
    }),
  ];
}

type Body = (typeof stories.commonCloud.bodies)[number];

function bodyStory(asOf: Day, index: number, body: Body, way: Way): Told {
  const end = endOfMonth(asOf, body.endsInMonths);
  const start = addMonths(end + 1, -way.months);
  const net = Math.round((body.listSpendMillions * 1_000_000 * way.months) / 12);
  const isNhs = body.buyer.includes('NHS');
  const isMinistry = /^(Department|Ministry)/u.test(body.buyer);
  const kind = isNhs ? 'nhs' : isMinistry ? 'department' : 'agency';
  const seller = way.through === 'direct' ? '' : ` through ${way.seller.name}`;
  const rest: Partial<Told> =
    way.through === 'direct'
      ? {
          method: 'direct',
          procedure: 'Direct award',
          reason: {
            id: 'singleSuppliersTechnicalReasons',
            text: 'The services run on the platform of the vendor and cannot be moved before the present term ends.',
          },
        }
      : way.through === 'framework'
        ? {
            method: 'selective',
            procedure: 'Award under framework',
            framework: { ocid: stories.commonCloud.framework, lot: '1' },
          }
        : {
            method: 'limited',
            procedure: 'Award procedure without prior publication of a call for competition',
            reason: { id: 'D_OUTSIDE_SCOPE', text: 'Call-off from RM9557.14 Cloud Catalogue 14.' },
          };
  return {
    ocid: body.ocid,
    shape: way.through === 'text' ? 'legacy' : 'act',
    segment: 'cloud-hosting',
    title: `${stories.commonCloud.product} public cloud services`,
    description: `Compute, storage and network services of ${stories.commonCloud.product} for ${body.buyer}${seller}. Consumption at list prices is about £${body.listSpendMillions} million a year.${way.also}${way.through === 'text' ? '<br/>Call-off from RM9557.14 Cloud Catalogue 14.' : ''}`,
    buyer: storyBuyer(11 + index, body.buyer, kind, { locality: 'Leeds', area: 'LS', region: 'UKE42' }),
    codes,
    lots: [
      storyLot(
        {
          net,
          start,
          end,
          ...(way.option === 0
            ? {}
            : {
                maxEnd: addMonths(end, way.option),
                optionsText: `One extension of up to ${way.option} months.`,
              }),
        },
        [way.seller],
        { indicators: index < 2 ? ['Availability', 'Unused capacity reported', 'Support response'] : [] },
      ),
    ],
    notices:
      way.through === 'text'
        ? [['award', start + 6]]
        : [
            ['UK6', start - 28],
            ['UK7', start + 4],
          ],
    isCompetitive: false,
    outcome: 'running',
    ...rest,
  };
}

function frameworkPlan(asOf: Day, firms: PublishedSupplier[]): ProcessPlan {
  const start = addMonths(asOf, -18);
  return storyPlan(asOf, 10, {
    ocid: stories.commonCloud.framework,
    shape: 'act',
    segment: 'cloud-hosting',
    title: 'Public Cloud Compute and Storage framework',
    description:
      'A framework through which any public body may buy public cloud services, directly or from resellers.',
    buyer: storyBuyer(10, 'Common Buying Office', 'agency', {
      locality: 'Liverpool',
      area: 'L',
      region: 'UKD72',
    }),
    codes,
    lots: [
      storyLot({ net: 900_000_000, start, end: endOfMonth(asOf, 30) }, firms, {
        bids: { all: 9, final: 9, sme: 2, vcse: 0 },
      }),
    ],
    notices: [
      ['UK4', start - 55],
      ['UK6', start - 10],
    ],
    isFramework: true,
    outcome: 'running',
  });
}

function firm(
  number: number,
  name: string,
  locality: string,
  postcode: string,
  region: string,
): PublishedSupplier {
  return storySupplier(number, name, 'large', {
    street: `${number} Beacon House`,
    locality,
    postcode,
    region,
  });
}
