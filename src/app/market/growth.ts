import { z } from 'zod';
import { quartiles } from '../../maths/quantile.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { listRevaluations } from '../../db/queries/market-lists.ts';
import { operation } from '../operation.ts';
import { textSection, textTable } from '../text-form.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { coverageFrom } from './competition.ts';
import { keepAnswers } from './keep-answers.ts';
import { marketScopeInput, marketScopeView, readMarketScope } from './market-scope.ts';
import { coverageText, notEnough } from './overview-text.ts';
import { coverageView } from './views.ts';

/** How contracts grew whose value was published again; ratios are last over first value. */
const growthView = z.object({
  changed: z.number().int(),
  firstPence: z.number().int(),
  lastPence: z.number().int(),
  ratios: z.object({ q1: z.number(), median: z.number(), q3: z.number() }).nullable(),
});
export type GrowthView = z.output<typeof growthView>;

/** What `market.growth` answers. */
export const growth = z.object({
  scope: marketScopeView,
  asOf: z.string(),
  all: growthView,
  coverage: coverageView,
  segments: z.array(growthView.extend({ segment: z.enum(segmentIds) })),
});
export type Growth = z.output<typeof growth>;

/** Fewest contracts of which quartiles are shown. */
const fewest = 5;

const revaluationsOf = keepAnswers(listRevaluations);

/** What contracts came to against their value when they were signed. */
export const showGrowth = operation({
  id: 'market.growth',
  summary: 'Show how the values of contracts changed after signature, by segment.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject(marketScopeInput),
  output: growth,
  present: ({ all, segments, coverage }) =>
    [
      textSection(
        'Value last published over value when signed',
        textTable([
          ['all', ...growthCells(all)],
          ...segments.map((one) => [one.segment, ...growthCells(one)]),
        ]),
      ),
      coverageText(coverage),
    ].join('\n\n'),
  run: async (context, asked) => {
    const register = await context.register();
    const { view, scope, today } = readMarketScope(context, asked);
    const { pairs, gaps } = await revaluationsOf(register, scope);
    return {
      scope: view,
      asOf: today,
      all: growthOf(pairs),
      coverage: coverageFrom(pairs.length, gaps),
      segments: view.segments.map((segment) => ({
        segment,
        ...growthOf(pairs.filter((one) => one.segment === segment)),
      })),
    };
  },
});

function growthOf(pairs: readonly { firstPence: number; lastPence: number }[]): GrowthView {
  return {
    changed: pairs.length,
    firstPence: pairs.reduce((sum, { firstPence }) => sum + firstPence, 0),
    lastPence: pairs.reduce((sum, { lastPence }) => sum + lastPence, 0),
    ratios:
      pairs.length < fewest
        ? null
        : quartiles(pairs.map(({ firstPence, lastPence }) => lastPence / firstPence)),
  };
}

function growthCells({ changed, firstPence, lastPence, ratios }: GrowthView): string[] {
  return [
    `${changed} changed`,
    ratios === null
      ? notEnough
      : `median ${ratios.median.toFixed(2)} (${ratios.q1.toFixed(2)} to ${ratios.q3.toFixed(2)})`,
    changed === 0 ? '' : `${moneyText(firstPence, 'GBP') ?? ''} to ${moneyText(lastPence, 'GBP') ?? ''}`,
  ];
}
