import { z } from 'zod';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { leadTimeOf } from '../../domain/market/lead-time.ts';
import { listLeadDays, listRewins, type LeadDays } from '../../db/queries/market-lists.ts';
import { listFigureSums, type FigureSum, type MarketScope } from '../../db/queries/market-measures.ts';
import { operation } from '../operation.ts';
import { competitionText } from './competition-text.ts';
import { keepAnswers } from './keep-answers.ts';
import { marketScopeInput, readMarketScope } from './market-scope.ts';
import { routeSharesOf, singleBidRateOf } from './measures-of.ts';
import { rateOf } from './rate-of.ts';
import type { coverageView } from './views.ts';
import type { groupRates } from './competition-view.ts';
import { competition, type Competition } from './competition-view.ts';

const figures = ['year', 'route', 'bids'];

/** Lead times of a scope. */
export const leadDaysOf = keepAnswers(listLeadDays);
const rewinsOf = keepAnswers(async (executor, asked: { scope: MarketScope; today: string }) =>
  listRewins(executor, asked.scope, asked.today),
);

/** How much suppliers compete: bids, direct awards, who wins again, how long it takes. */
export const showCompetition = operation({
  id: 'market.competition',
  summary:
    'Show how often one bid came in, how often nobody else was asked, who wins again and how long it takes.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject(marketScopeInput),
  output: competition,
  present: competitionText,
  run: async (context, asked) => {
    const register = await context.register();
    const { view, scope, today } = readMarketScope(context, asked);
    const [bySegment, byBuyer, byYear, leads, rewins] = await Promise.all([
      listFigureSums(register.read, scope, figures, { segment: true }),
      listFigureSums(register.read, scope, figures, { buyerType: true }),
      listFigureSums(register.read, scope, figures, { year: true }),
      leadDaysOf(register, scope),
      rewinsOf(register, { scope, today }),
    ]);
    const won = rewins.segments.reduce((sum, one) => sum + one.won, 0);
    const followed = rewins.segments.reduce((sum, one) => sum + one.followed, 0);
    const years = Array.from({ length: view.to - view.from + 1 }, (_, index) => view.from + index);
    return {
      scope: view,
      asOf: today,
      all: ratesOf(bySegment),
      singleBidCoverage: singleBidRateOf(bySegment).coverage,
      routeCoverage: routeSharesOf(bySegment).coverage,
      segments: view.segments.map((segment) => {
        const rewin = rewins.segments.find((one) => one.segment === segment);
        return {
          segment,
          ...ratesOf(bySegment.filter((one) => one.segment === segment)),
          rewin: rateOf(rewin?.won ?? 0, rewin?.followed ?? 0),
        };
      }),
      buyerTypes: buyerTypes.map((buyerType) => ({
        buyerType,
        ...ratesOf(byBuyer.filter((one) => one.buyerType === buyerType)),
      })),
      years: years.map((year) => ({ year, ...ratesOf(byYear.filter((one) => one.year === year)) })),
      rewin: rateOf(won, followed),
      rewinCoverage: coverageFrom(followed, rewins.gaps),
      ...leadTimesOf(leads.days),
      leadTimeCoverage: coverageFrom(
        leads.days.reduce((sum, { contracts }) => sum + contracts, 0),
        leads.gaps,
      ),
    };
  },
});

function ratesOf(sums: readonly FigureSum[]): z.output<typeof groupRates> {
  const single = singleBidRateOf(sums);
  const { directAward } = routeSharesOf(sums);
  return {
    singleBid: rateOf(single.part, single.whole),
    directAward: rateOf(directAward.part, directAward.whole),
  };
}

/** A coverage from what was measured and counts of gaps. */
export function coverageFrom(
  measured: number,
  gaps: readonly { gap: string; contracts: number }[],
): z.output<typeof coverageView> {
  return {
    total: gaps.reduce((sum, { contracts }) => sum + contracts, measured),
    measured,
    gaps: Object.fromEntries(gaps.map(({ gap, contracts }) => [gap, contracts])),
  };
}

/** Quartiles of days, of all and by route, routes with most contracts first. */
export function leadTimesOf(days: readonly LeadDays[]): Pick<Competition, 'leadTime' | 'leadTimes'> {
  const byRoute = routes.flatMap((route) => {
    const time = leadTimeOf(everyDay(days.filter((one) => one.route === route)));
    return time === null ? [] : [{ route, ...time }];
  });
  return { leadTime: leadTimeOf(everyDay(days)), leadTimes: byRoute.toSorted((a, b) => b.count - a.count) };
}

/** Counts of days as the days of each contract. */
function everyDay(rows: readonly LeadDays[]): number[] {
  return rows.flatMap((one) => Array.from({ length: one.contracts }, () => one.days));
}
