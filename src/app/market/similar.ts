import { z } from 'zod';
import { listPricedContracts } from '../../db/queries/benchmarks.ts';
import { countSuppliersSeen } from '../../db/queries/similar-work.ts';
import { typicalTerm } from '../../domain/benchmarks/typical-term.ts';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { valueBands } from '../../domain/contracts/value-band.ts';
import { leadBases } from '../../domain/market/decision-date.ts';
import { procurementTime } from '../../domain/market/procurement-time.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { digitalSegmentIds, segmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { contractsFrom, pricedOf } from '../benchmarks/priced-contract.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textBlock } from '../text-form.ts';
import { leadDaysOf } from './competition.ts';
import { readMarketScope } from './market-scope.ts';

const suppliersSeen = z.object({
  suppliers: z.number().int(),
  /** Contracts that name a supplier, and all that are counted. */
  contracts: z.number().int(),
  total: z.number().int(),
});

/** What `market.similar` answers. */
export const similarWork = z.object({
  segment: z.enum(segmentIds),
  size: z.enum(valueBands).nullable(),
  buyerType: z.enum(buyerTypes).nullable(),
  route: z.enum(routes).nullable(),
  from: z.string(),
  asOf: z.string(),
  /** Of any size; the market may be larger. */
  suppliers: suppliersSeen,
  /** Of the size asked for; null where none was. */
  suppliersOfSize: suppliersSeen.nullable(),
  /** Months without options of contracts of the narrowest group that held enough; `months` null where none did. */
  term: z.object({
    months: z.object({ q1: z.number(), median: z.number(), q3: z.number() }).nullable(),
    n: z.number().int(),
    buyers: z.number().int(),
    size: z.enum(valueBands).nullable(),
    buyerType: z.enum(buyerTypes).nullable(),
  }),
  /** Days from the first notice to the contract; null where fewer than ten were seen. */
  leadTime: z
    .object({
      p50: z.number().int(),
      p80: z.number().int(),
      n: z.number().int(),
      basis: z.enum(leadBases),
    })
    .nullable(),
});
export type SimilarWorkView = z.output<typeof similarWork>;

/** What the register shows of work like the one at hand. */
export const showSimilarWork = operation({
  id: 'market.similar',
  summary:
    'Show what the register has of similar work: suppliers seen winning it, how long contracts run and how long buying took.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  input: z.strictObject({
    segment: z.enum(segmentIds).describe('Market segment.'),
    size: z.enum(valueBands).optional().describe('Size band by value; suppliers are also counted in it.'),
    buyerType: z.enum(buyerTypes).optional().describe('Kind of buyer, for the term.'),
    route: z.enum(routes).optional().describe('Route, for the time that buying takes.'),
  }),
  output: similarWork,
  present: similarText,
  run: async (context, { segment, size = null, buyerType = null, route = null }) => {
    const register = await context.register();
    const to = londonDayOf(context.clock.now());
    const from = contractsFrom(context.clock.now());
    const everything = readMarketScope(context, { segment: [...digitalSegmentIds], buyerType: [] }).scope;
    const [all, ofSize, priced, leads] = await Promise.all([
      countSuppliersSeen(register, { segment, size: null, from, to }),
      size === null ? null : countSuppliersSeen(register, { segment, size, from, to }),
      listPricedContracts(register, { segment, size: null, buyerType: null }, from),
      leadDaysOf(register, everything),
    ]);
    const { group, ...term } = typicalTerm(priced.map(pricedOf), { segment, size, buyerType });
    return {
      segment,
      size,
      buyerType,
      route,
      from,
      asOf: to,
      suppliers: all,
      suppliersOfSize: ofSize,
      term: { ...term, size: group.size, buyerType: group.buyerType === null ? null : buyerType },
      leadTime: procurementTime(leads.days, { segment, route }),
    };
  },
});

function similarText({ suppliers, suppliersOfSize, term, leadTime, from, size }: SimilarWorkView): string {
  const seen = (one: z.output<typeof suppliersSeen>): string =>
    `${countText(one.suppliers, 'supplier')} seen winning ${countText(one.contracts, 'contract')} since ${from}; the market may be larger`;
  return textBlock([
    ['suppliers', seen(suppliers)],
    [`of size ${size ?? ''}`, suppliersOfSize === null ? null : seen(suppliersOfSize)],
    [
      'term',
      term.months === null
        ? 'not enough data'
        : `${Math.round(term.months.median)} months, half of them ${Math.round(term.months.q1)} to ${Math.round(term.months.q3)} (${countText(term.n, 'contract')})`,
    ],
    [
      'notice to contract',
      leadTime === null
        ? 'not enough data'
        : `four in five within ${leadTime.p80} days, half within ${leadTime.p50} (${countText(leadTime.n, 'procurement')}, by ${leadTime.basis})`,
    ],
  ]);
}
