import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digitalSegmentIds, segmentIds } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { textSection, textTable } from '../text-form.ts';

const figure = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });
const measures = ['digitalF1', 'strictDigitalF1', 'segmentAccuracy', 'calibrationError'] as const;

/** What `npm run train-segments` measured, as it stands in `reference/segments/quality.json`. */
export const segmentQuality = z.strictObject({
  labels: z.strictObject({ count: z.number().int(), sha256: z.string() }),
  method: z.strictObject({
    repeats: z.number().int(),
    folds: z.number().int(),
    ridge: z.strictObject({ digital: z.number(), segments: z.number(), bias: z.number() }),
  }),
  /** Means over the repeats with 95 % intervals. */
  measures: z.record(z.enum(measures), figure),
  /** The same by the authored lexicon alone, without any label. */
  authoredOnly: z.record(z.enum(measures), z.number()),
  bySegment: z.array(
    z.strictObject({ segment: z.enum(segmentIds), count: z.number(), accuracy: z.number() }),
  ),
  /** Notices per repeat by label and answer; an answer that the readers would also accept counts as the label. */
  confusion: z.array(
    z.strictObject({ label: z.enum(segmentIds), answer: z.enum(segmentIds), count: z.number() }),
  ),
  calibration: z.array(
    z.strictObject({
      from: z.number(),
      to: z.number(),
      count: z.number(),
      meanProbability: z.number(),
      rightShare: z.number(),
    }),
  ),
});
export type SegmentQuality = z.output<typeof segmentQuality>;

/** How good the model's answers are, measured on labelled notices that it had not seen. */
export const showSegmentQuality = operation({
  id: 'segments.quality',
  summary: 'Show how good the market segments are: confusion, accuracy by segment, calibration.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: segmentQuality,
  present: qualityText,
  run: async (context) => readQuality(join(context.reference.folder, 'segments', 'quality.json')),
});

function readQuality(path: string): SegmentQuality {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('input-unreadable', `The reference file ${path} cannot be read: ${String(cause)}`, {
      cause,
    });
  }
  const result = segmentQuality.safeParse(content);
  if (result.success) return result.data;
  throw new AppError(
    'input-unreadable',
    `The reference file ${path} is of another form. Write it anew with npm run train-segments.`,
    { cause: result.error },
  );
}

function qualityText({ labels, measures: of, bySegment, calibration }: SegmentQuality): string {
  const whole = (['digitalF1', 'segmentAccuracy', 'calibrationError'] as const).map((name) => [
    measureNames[name],
    three(of[name].mean),
    `${three(of[name].low)} to ${three(of[name].high)}`,
  ]);
  return [
    `Measured on ${labels.count} labelled notices that the model had not seen.`,
    textTable(whole),
    textSection(
      'Right answers by segment',
      textTable(
        bySegment.map(({ segment, count, accuracy }) => [
          segment,
          `n = ${count}`,
          `${Math.round(accuracy * 100)} %`,
        ]),
      ),
    ),
    textSection(
      'Probability given and share right',
      textTable(
        calibration.map(({ count, meanProbability, rightShare }) => [
          three(meanProbability),
          three(rightShare),
          `n = ${count.toFixed(1)}`,
        ]),
      ),
    ),
    `Digital segments: ${digitalSegmentIds.join(', ')}.`,
  ].join('\n\n');
}

function three(value: number): string {
  return value.toFixed(3);
}

const measureNames = {
  digitalF1: 'digital or not, F1',
  segmentAccuracy: 'right segment among digital notices',
  calibrationError: 'expected calibration error',
} as const;
