import { z } from 'zod';
import { financialYearName } from '../../domain/market/financial-year.ts';
import type { Context } from '../context.ts';
import { streamOperation } from '../operation.ts';
import { showPipelineForecast } from './forecast.ts';
import { listPipeline } from './list.ts';
import { pipelineFilter, type PipelineFilter } from './pipeline-scope.ts';

const columns = ['chart', 'segment', 'period', 'measure', 'count', 'lowPence', 'highPence', 'value'] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | null>>;

/** The figures behind the charts and tables of the pipeline. */
export const exportPipelineFigures = streamOperation({
  id: 'pipeline.figures',
  summary: 'Export the figures of one chart of the pipeline; money is in pence without VAT.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  columns,
  input: pipelineFilter.extend({
    chart: z.enum(['years', 'segments', 'forecast']).default('segments').describe('Which chart.'),
  }),
  run: async function* run(context, { chart, ...filter }) {
    const rows = await (chart === 'forecast'
      ? forecastRows(context, filter)
      : needRows(context, chart, filter));
    for (const row of rows) {
      yield Object.fromEntries(columns.map((name) => [name, { ...row, chart }[name] ?? null]));
    }
  },
});

async function needRows(
  context: Context,
  chart: 'years' | 'segments',
  filter: PipelineFilter,
): Promise<Row[]> {
  const answer = await listPipeline.run(context, { ...filter, limit: 1 });
  const groups = chart === 'years' ? [{ segment: 'all', years: answer.years }] : answer.segments;
  return groups.flatMap(({ segment, years }) =>
    years.flatMap(({ year, needs, valued, lowPence, highPence }) => {
      const of = { segment, period: financialYearName(year) };
      return [
        { ...of, measure: 'needs', count: needs },
        {
          ...of,
          measure: 'value',
          count: valued,
          lowPence: valued === 0 ? null : lowPence,
          highPence: valued === 0 ? null : highPence,
        },
      ];
    }),
  );
}

async function forecastRows(context: Context, { segment, years }: PipelineFilter): Promise<Row[]> {
  const { segments } = await showPipelineForecast.run(context, { segment, years });
  return segments.flatMap((one) => [
    ...one.years.flatMap(({ year, contracts, value }) => [
      {
        segment: one.segment,
        period: financialYearName(year),
        measure: 'contracts',
        value: contracts.forecast,
      },
      {
        segment: one.segment,
        period: financialYearName(year),
        measure: 'value',
        lowPence: value.forecast,
        highPence: value.forecast,
      },
    ]),
    ...(['contracts', 'value'] as const).flatMap((measure) => [
      {
        segment: one.segment,
        measure: `${measure}-median-percentage-error`,
        count: one.errors[measure].count,
        value: one.errors[measure].medianShare,
      },
      {
        segment: one.segment,
        measure: `${measure}-scaled-error`,
        count: one.errors[measure].count,
        value: one.errors[measure].scaled,
      },
    ]),
  ]);
}
