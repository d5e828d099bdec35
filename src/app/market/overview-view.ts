import { z } from 'zod';
import { marketScopeView } from './market-scope.ts';
import {
  buyerTypeTotals,
  committedYearView,
  concentrationView,
  coverageView,
  pricesView,
  rateView,
  routeTotals,
  segmentMeasures,
  shareView,
  totalsView,
} from './views.ts';

/** What `market.overview` answers. */
export const marketOverview = z.object({
  scope: marketScopeView,
  asOf: z.string(),
  ...pricesView.shape,
  /** All contracts of the scope's segments and kinds of buyer that the measures count, signed or awarded in its years. */
  counted: totalsView,
  coverage: coverageView,
  /** Contracts of the same years and kinds of buyer that no segment was given to yet. */
  unclassified: z.number().int(),
  committed: z.array(committedYearView),
  committedCoverage: coverageView,
  segments: z.array(segmentMeasures),
  buyerTypes: z.array(buyerTypeTotals),
  sme: z.object({
    byCount: shareView,
    byValue: shareView,
    countCoverage: coverageView,
    valueCoverage: coverageView,
  }),
  concentration: concentrationView,
  concentrationCoverage: coverageView,
  routes: z.array(routeTotals),
  directAward: rateView,
  framework: shareView,
  frameworkByValue: shareView,
  routeCoverage: coverageView,
  singleBid: rateView,
  singleBidCoverage: coverageView,
});
export type MarketOverview = z.output<typeof marketOverview>;
