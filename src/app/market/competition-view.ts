import { z } from 'zod';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { marketScopeView } from './market-scope.ts';
import { coverageView, rateView } from './views.ts';

/** Rates of one group of contracts. */
export const groupRates = z.object({ singleBid: rateView, directAward: rateView });

const leadTimeView = z.object({
  q1: z.number(),
  median: z.number(),
  q3: z.number(),
  count: z.number().int(),
});

/** What `market.competition` answers. */
export const competition = z.object({
  scope: marketScopeView,
  asOf: z.string(),
  all: groupRates,
  singleBidCoverage: coverageView,
  routeCoverage: coverageView,
  segments: z.array(groupRates.extend({ segment: z.enum(segmentIds), rewin: rateView })),
  buyerTypes: z.array(groupRates.extend({ buyerType: z.enum(buyerTypes) })),
  years: z.array(groupRates.extend({ year: z.number().int() })),
  rewin: rateView,
  rewinCoverage: coverageView,
  /** Days from the first tender notice to the contract; null where nothing could be measured. */
  leadTime: leadTimeView.nullable(),
  leadTimes: z.array(leadTimeView.extend({ route: z.enum(routes) })),
  leadTimeCoverage: coverageView,
});
export type Competition = z.output<typeof competition>;
