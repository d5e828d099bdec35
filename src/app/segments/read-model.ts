import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { termIndex, type SegmentModel } from '../../domain/segments/segment-model.ts';
import { wordsOf } from '../../domain/segments/words-of.ts';
import { AppError } from '../../lib/errors.ts';
import { shortId } from '../../lib/hash.ts';

const weights = z.partialRecord(z.enum(['digital', ...digitalSegmentIds]), z.number());
const entries = z.record(z.string(), z.tuple([z.string(), weights]));
const weightsFile = z.strictObject({
  about: z.string(),
  calibration: z.strictObject({
    digitalSlope: z.number(),
    digitalShift: z.number(),
    segmentSlope: z.number(),
    answerSlope: z.number(),
    answerShift: z.number(),
  }),
  bias: weights,
  spellings: z.record(z.string(), z.string()),
  withoutMeaning: z.array(z.string()),
  passedOver: z.array(z.string()),
  terms: entries,
  cpv: entries,
  suppliers: entries,
  others: z.record(z.string(), weights),
});
type Weights = z.output<typeof weights>;
type Entries = z.output<typeof entries>;

/**
 * The segment model of `segments/weights.json` in the folder of authored facts, ready for `classify`.
 *
 * @throws AppError `input-unreadable` where the file is missing, no JSON or of another form; `npm run train-segments`
 * writes it anew
 * @example readSegmentModel('/srv/sourcing/reference').version // '8hk2…'
 */
export function readSegmentModel(folder: string): SegmentModel {
  const path = join(folder, 'segments', 'weights.json');
  const text = readText(path);
  const file = parseWeights(path, text);
  const spellings = new Map(Object.entries(file.spellings).map(([from, to]) => [from, to.split(' ')]));
  return {
    version: shortId([text]),
    spellings,
    terms: termIndex([
      ...indexed('term', file.terms),
      ...file.withoutMeaning.map((label) => ({ key: '', label, words: wordsOf(label, spellings) })),
    ]),
    passedOver: new Set(file.passedOver),
    suppliers: termIndex(indexed('supplier', file.suppliers)),
    cpvLabels: new Map(Object.entries(file.cpv).map(([prefix, [label]]) => [prefix, label])),
    weights: new Map([
      ...weighted('term', file.terms),
      ...weighted('cpv', file.cpv),
      ...weighted('supplier', file.suppliers),
      ...Object.entries(file.others).map(([key, of]): [string, number[]] => [key, inOrder(of)]),
    ]),
    bias: inOrder(file.bias),
    calibration: file.calibration,
  };
}

function indexed(kind: string, of: Entries): { key: string; label: string; words: string[] }[] {
  return Object.entries(of).map(([key, [label]]) => ({
    key: `${kind}:${key}`,
    label,
    words: key.split(' '),
  }));
}

function weighted(kind: string, of: Entries): [string, number[]][] {
  return Object.entries(of).map(([key, [, own]]) => [`${kind}:${key}`, inOrder(own)]);
}

function inOrder(of: Weights): number[] {
  return [of.digital ?? 0, ...digitalSegmentIds.map((id) => of[id] ?? 0)];
}

function parseWeights(path: string, text: string): z.output<typeof weightsFile> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong(path, String(cause), cause);
  }
  const result = weightsFile.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrong(path, `at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'unknown'}`, result.error);
}

function wrong(path: string, why: string, cause: unknown): AppError {
  return new AppError(
    'input-unreadable',
    `The reference file ${path} is wrong: ${why}. Write it anew with npm run train-segments.`,
    { cause },
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('input-unreadable', `The reference file ${path} cannot be read: ${String(cause)}`, {
      cause,
    });
  }
}
