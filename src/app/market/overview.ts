import { z } from 'zod';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import type { segmentIds } from '../../domain/segments/segment.ts';
import { financialYearOf } from '../../domain/market/financial-year.ts';
import {
  listConcentration,
  listFigureSums,
  type ConcentrationSum,
  type FigureSum,
} from '../../db/queries/market-measures.ts';
import { operation } from '../operation.ts';
import { committedYearsOf } from './committed-years.ts';
import { rateOf } from './rate-of.ts';
import { marketScopeInput, readMarketScope } from './market-scope.ts';
import {
  committedCoverageOf,
  concentrationCoverageOf,
  countedOf,
  routeSharesOf,
  singleBidRateOf,
  smeShareOf,
} from './measures-of.ts';
import { keepAnswers } from './keep-answers.ts';
import { overviewText } from './overview-text.ts';
import type { concentrationView, shareView } from './views.ts';
import { type SegmentMeasures } from './views.ts';
import { marketOverview } from './overview-view.ts';

const figures = ['year', 'route', 'scale', 'bids', 'supplier', 'committed', 'extension', 'commitment'];

const keptConcentration = keepAnswers(listConcentration);

/** Financial years of committed value around today. */
const yearsBefore = 4;
const yearsAfter = 5;

/** The market as a whole, by segment. */
export const showMarketOverview = operation({
  id: 'market.overview',
  summary:
    'Show what is committed, by whom, how it was bought and how concentrated it is, by market segment.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    ...marketScopeInput,
    prices: z
      .enum(['nominal', 'real'])
      .default('nominal')
      .describe('Committed value as in the contracts, or in the prices of one financial year.'),
  }),
  output: marketOverview,
  present: overviewText,
  run: async (context, asked) => {
    const register = await context.register();
    const { view, scope, today } = readMarketScope(context, asked);
    const [sums, buyers, concentration, unclassified] = await Promise.all([
      listFigureSums(register.read, scope, figures, { segment: true }),
      listFigureSums(register.read, scope, ['year'], { buyerType: true }),
      keptConcentration(register, scope),
      listFigureSums(register.read, { ...scope, segments: [''] }, ['year'], {}),
    ]);
    const deflators = asked.prices === 'real' ? context.reference.deflators : null;
    const year = financialYearOf(today);
    const years = { from: year - yearsBefore, to: year + yearsAfter };
    const committed = (part: readonly FigureSum[]) => committedYearsOf(part, years, deflators);
    const sme = smeShareOf(sums);
    const routes = routeSharesOf(sums);
    const { coverage, ...counted } = countedOf(sums);
    const { coverage: singleBidCoverage, ...singleBid } = singleBidRateOf(sums);
    return {
      scope: view,
      asOf: today,
      prices: asked.prices,
      baseYear: deflators?.baseYear ?? null,
      deflators: deflators?.version ?? null,
      counted,
      coverage,
      unclassified: countedOf(unclassified).contracts,
      committed: committed(sums),
      committedCoverage: committedCoverageOf(sums),
      segments: view.segments.map((segment) => ({
        ...measuresOfSegment(segment, sums, concentration),
        committed: committed(sums.filter((one) => one.segment === segment)),
      })),
      buyerTypes: buyerTypes.flatMap((buyerType) => {
        const found = buyers.filter((one) => one.buyerType === buyerType && one.key === '');
        return found.map(({ contracts, netCount, netPence }) => ({
          buyerType,
          contracts,
          netCount,
          netPence,
        }));
      }),
      sme: {
        byCount: shareOnly(sme.byCount),
        byValue: shareOnly(sme.byValue),
        countCoverage: sme.byCount.coverage,
        valueCoverage: sme.byValue.coverage,
      },
      concentration: concentrationOf(concentration, ''),
      concentrationCoverage: concentrationCoverageOf(sums),
      routes: routes.routes,
      directAward: rateOf(routes.directAward.part, routes.directAward.whole),
      framework: routes.framework,
      frameworkByValue: routes.frameworkByValue,
      routeCoverage: routes.coverage,
      singleBid: rateOf(singleBid.part, singleBid.whole),
      singleBidCoverage,
    };
  },
});

/** The measures of one segment from the sums of several. */
export function measuresOfSegment(
  segment: (typeof segmentIds)[number],
  sums: readonly FigureSum[],
  concentration: readonly ConcentrationSum[],
): Omit<SegmentMeasures, 'committed'> {
  const own = sums.filter((one) => one.segment === segment);
  const { coverage: _coverage, ...counted } = countedOf(own);
  const sme = smeShareOf(own);
  const { directAward, framework } = routeSharesOf(own);
  const bids = singleBidRateOf(own);
  return {
    segment,
    ...counted,
    smeByCount: shareOnly(sme.byCount),
    smeByValue: shareOnly(sme.byValue),
    concentration: concentrationOf(concentration, segment),
    singleBid: rateOf(bids.part, bids.whole),
    directAward: rateOf(directAward.part, directAward.whole),
    framework,
  };
}

function shareOnly({ share, part, whole }: z.output<typeof shareView>): z.output<typeof shareView> {
  return { share, part, whole };
}

/** The concentration of one segment, '' for all together. */
export function concentrationOf(
  found: readonly ConcentrationSum[],
  segment: string,
): z.output<typeof concentrationView> {
  const one = found.find((each) => each.segment === segment);
  return one === undefined ? null : { hhi: one.hhi, topFourShare: one.topFourShare, sellers: one.sellers };
}
