import { z } from 'zod';
import type { Context } from '../context.ts';
import { streamOperation } from '../operation.ts';
import { showSegmentQuality, type SegmentQuality } from './show-quality.ts';

const columns = ['chart', 'segment', 'answer', 'from', 'to', 'notices', 'share', 'meanProbability'] as const;
type QualityRow = Partial<Record<(typeof columns)[number], string | number>>;

const rowsOf = {
  'by-segment': ({ bySegment }: SegmentQuality): QualityRow[] =>
    bySegment.map(({ segment, count, accuracy }) => ({ segment, notices: count, share: accuracy })),
  confusion: ({ confusion }: SegmentQuality): QualityRow[] =>
    confusion.map(({ label, answer, count }) => ({ segment: label, answer, notices: count })),
  calibration: ({ calibration }: SegmentQuality): QualityRow[] =>
    calibration.map(({ from, to, count, meanProbability, rightShare }) => ({
      from,
      to,
      notices: count,
      share: rightShare,
      meanProbability,
    })),
};

/** The figures behind each chart of the page of the model's quality. */
export const exportSegmentQuality = streamOperation({
  id: 'segments.quality-figures',
  summary: 'Export the figures of one chart of how good the market segments are.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  columns,
  input: z.strictObject({
    chart: z
      .enum(['by-segment', 'confusion', 'calibration'])
      .default('by-segment')
      .describe(
        'Share of right answers by segment, labels against answers, or probability given against share right.',
      ),
  }),
  run: async function* run(context: Context, { chart }) {
    for (const row of rowsOf[chart](await showSegmentQuality.run(context, {}))) {
      yield Object.fromEntries(columns.map((name) => [name, { ...row, chart }[name] ?? null]));
    }
  },
});
