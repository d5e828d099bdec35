import { z } from 'zod';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { deflatorBases } from '../../domain/market/deflate.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { segmentIds } from '../../domain/segments/segment.ts';

/** How many contracts a figure rests on, and how many not for which reason; they add up to the total. */
export const coverageView = z.object({
  total: z.number().int(),
  measured: z.number().int(),
  gaps: z.record(z.string(), z.number().int()),
});

/** A share with its two parts; `share` 0 to 1, null where there is not enough data. */
export const shareView = z.object({
  share: z.number().nullable(),
  part: z.number().int(),
  whole: z.number().int(),
});

/** A rate with the interval that holds the true one 95 times in 100; null where fewer than thirty were measured. */
export const rateView = z.object({
  part: z.number().int(),
  whole: z.number().int(),
  rate: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
});

/** Contracts, and the sum of those with a believable value in pence without VAT. */
export const totalsView = z.object({
  contracts: z.number().int(),
  netCount: z.number().int(),
  netPence: z.number().int(),
});

/** How concentrated a market is; null where no sale could be measured. */
export const concentrationView = z
  .object({
    /** Herfindahl–Hirschman index, near 0 to 10,000. */
    hhi: z.number(),
    topFourShare: z.number(),
    sellers: z.number().int(),
  })
  .nullable();

/** In which prices money is stated. `asSpent`: as in the contracts. */
export const pricesView = z.object({
  prices: z.enum(['nominal', 'real']),
  /** Financial year whose prices are used, by the year in which it begins; null where money is as in the contracts. */
  baseYear: z.number().int().nullable(),
  /** Version of the deflators. */
  deflators: z.string().nullable(),
});

/** Committed value of one financial year, by the year in which it begins. */
export const committedYearView = z.object({
  year: z.number().int(),
  contracts: z.number().int(),
  pence: z.number().int(),
  /** What the options would add at the same daily rate: not committed. */
  extensionContracts: z.number().int(),
  extensionPence: z.number().int(),
  /** Whether the price level of the year is published, worked out or assumed; null in the prices of the contracts. */
  deflator: z.enum(deflatorBases).nullable(),
});

/** The measures of one segment. */
export const segmentMeasures = totalsView.extend({
  segment: z.enum(segmentIds),
  smeByCount: shareView,
  smeByValue: shareView,
  concentration: concentrationView,
  singleBid: rateView,
  directAward: rateView,
  framework: shareView,
  committed: z.array(committedYearView),
});
export type SegmentMeasures = z.output<typeof segmentMeasures>;

/** One route with its contracts. */
export const routeTotals = totalsView.extend({ route: z.enum(routes) });
/** One kind of buyer with its contracts. */
export const buyerTypeTotals = totalsView.extend({ buyerType: z.enum(buyerTypes) });
/** One quarter with the contracts that end in it. */
export const quarterTotals = totalsView.extend({ quarter: z.string() });
/** One organisation with its contracts. */
export const partyTotals = totalsView.extend({ id: z.string(), name: z.string() });
