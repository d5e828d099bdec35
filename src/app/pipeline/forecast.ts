import { z } from 'zod';
import { readForecastHistory } from '../../db/queries/pipeline-history.ts';
import { successionDays } from '../../domain/market/incumbent-rewin.ts';
import { financialYearName, financialYearOf } from '../../domain/market/financial-year.ts';
import { backtest, errorOf } from '../../domain/pipeline/forecast-backtest.ts';
import { cohortOf, type ForecastHistory } from '../../domain/pipeline/forecast-history.ts';
import { forecastSegment } from '../../domain/pipeline/forecast-segment.ts';
import { digitalSegmentIds, segmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { pipelineFilter } from './pipeline-scope.ts';

/** Financial years that a forecast looks back, for its back-test. */
const yearsBack = 15;

const parts = z.object({ renewals: z.number(), base: z.number(), forecast: z.number() });
const error = z.object({
  count: z.number().int(),
  /** Median absolute error as a share of what came; null where there is not enough data. */
  medianShare: z.number().nullable(),
  /** Absolute error by that of repeating the last year; below 1 is better. */
  scaled: z.number().nullable(),
});

/** The forecast of one segment; without years where there is not enough data. */
export const segmentForecastView = z.object({
  segment: z.enum(segmentIds),
  share: z
    .object({
      share: z.number(),
      ended: z.number().int(),
      followed: z.number().int(),
      basis: z.enum(['segment', 'all', 'none']),
    })
    .nullable(),
  years: z.array(
    z.object({
      year: z.number().int(),
      /** Contracts known to end in the year. */
      ending: z.number().int(),
      /** New contracts: from renewals, on top of them, together. */
      contracts: parts,
      /** Their value in pence without VAT. */
      value: parts,
    }),
  ),
  errors: z.object({ contracts: error, value: error }),
});

/** What `pipeline.forecast` answers. */
export const pipelineForecast = z.object({
  asOf: z.string(),
  /** Financial year at whose beginning the forecast is made: nothing dated since is used. */
  origin: z.number().int(),
  years: z.number().int(),
  /** Complete years that base rates are taken from. */
  baseYears: z.array(z.number().int()),
  cohort: z.enum(['before', 'since']),
  segments: z.array(segmentForecastView),
});
export type PipelineForecast = z.output<typeof pipelineForecast>;

/** How many contracts will be signed by segment, and how wrong such forecasts were. */
export const showPipelineForecast = operation({
  id: 'pipeline.forecast',
  summary:
    'Forecast new contracts and their value by market segment for three to five financial years, with the error of earlier forecasts.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: pipelineFilter.pick({ segment: true, years: true }),
  output: pipelineForecast,
  present: forecastText,
  run: async (context, { segment, years }) => {
    const register = await context.register();
    const asOf = londonDayOf(context.clock.now());
    const origin = financialYearOf(asOf);
    const segments = segment.length === 0 ? [...digitalSegmentIds] : segment;
    const history = await readForecastHistory(
      register.read,
      {
        segments: [...new Set([...digitalSegmentIds, ...segments])],
        today: asOf,
        fromYear: origin - yearsBack,
      },
      successionDays,
    );
    const views = segments.map((one) => forecastView(history, one, { origin, count: years }));
    return {
      asOf,
      origin,
      years,
      baseYears: [...new Set(views.flatMap((view) => view.baseYears))].toSorted((a, b) => a - b),
      cohort: cohortOf(origin - 1),
      segments: views.map(({ baseYears: _baseYears, ...view }) => view),
    };
  },
});

/** The forecast of one segment with the errors of earlier ones. */
export function forecastView(
  history: ForecastHistory,
  segment: (typeof segmentIds)[number],
  { origin, count }: { origin: number; count: number },
): PipelineForecast['segments'][number] & { baseYears: number[] } {
  const forecast = forecastSegment(history, segment, { origin, count });
  const errorIn = (measure: 'contracts' | 'pence') =>
    errorOf(backtest(history, segment, { now: origin, count, measure }));
  return {
    segment,
    baseYears: forecast?.baseYears ?? [],
    share: forecast?.share ?? null,
    years: (forecast?.years ?? []).map(({ year, ending, contracts, pence }) => ({
      year,
      ending: ending.contracts,
      contracts,
      value: pence,
    })),
    errors: { contracts: errorIn('contracts'), value: errorIn('pence') },
  };
}

function errorText(share: number | null, count: number): string {
  return share === null
    ? `error: not enough data (${count} compared)`
    : `half of ${count} were at most ${Math.round(100 * share)} % off`;
}

function forecastText({ segments, origin }: PipelineForecast): string {
  return [
    `As of the beginning of ${financialYearName(origin)}, contracts and their value without VAT:`,
    textTable(
      segments.map(({ segment, years, errors }) => [
        segment,
        ...(years.length === 0
          ? ['not enough data']
          : years.map(
              ({ year, contracts, value }) =>
                `${financialYearName(year)}: ${Math.round(contracts.forecast)}, ${moneyText(Math.round(value.forecast / 100) * 100, 'GBP') ?? ''}`,
            )),
        errorText(errors.contracts.medianShare, errors.contracts.count),
      ]),
    ),
  ].join('\n');
}
