import { z } from 'zod';
import { competitions } from '../../domain/indicators/competition-of.ts';

const rate = z.object({
  share: z.number().describe('0 to 1.'),
  low: z.number().describe("Lower end of Wilson's interval at 95 %."),
  high: z.number().describe('Upper end of it.'),
});

/** A class of contracts, how many of them could be counted, and the rate of one bid; null where fewer than 30 could. */
export const singleBidClass = z.object({
  segment: z.string(),
  buyerType: z.string(),
  year: z.number().int(),
  competition: z.enum(competitions),
  contracts: z.number().int(),
  counted: z.number().int(),
  rate: rate.nullable(),
});
export type SingleBidClass = z.output<typeof singleBidClass>;

const shared = { competition: z.enum(competitions), publishedReason: z.string().nullable() };

/** What is worth a second look in a process, with what it was read from. */
export const reviewIndicator = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('R018'),
    basis: z.literal('bid-statistics'),
    ...shared,
    singleBidLots: z.number().int(),
    countedLots: z.number().int(),
  }),
  z.object({
    code: z.literal('R003'),
    basis: z.literal('publication-to-deadline'),
    ...shared,
    days: z.number().int(),
    threshold: z.number().int(),
  }),
]);

/** The review indicators of a process; `comparable` is for R018, null where its contracts have no class in common. */
export const processReview = z.object({
  indicators: z.array(reviewIndicator),
  comparable: singleBidClass.nullable(),
});
export type ProcessReview = z.output<typeof processReview>;
