/** reference/segments/weights.json: everything that the program needs to classify, in one readable file. */
import { digitalSegmentIds } from '../../src/domain/segments/segment.ts';
import type { Calibration } from '../../src/domain/segments/segment-model.ts';
import type { Weights } from '../../src/domain/segments/fit-weights.ts';
import type { Entry, Lexicon } from './read-lexicon.ts';

/** The text of the file, one feature per line. */
export function weightsFile(lexicon: Lexicon, model: Weights & { calibration: Calibration }): string {
  const weightsOf = (key: string): Record<string, number> => named(model.weights.get(key) ?? []);
  const entries = (kind: string, of: ReadonlyMap<string, Entry>): Record<string, unknown> =>
    Object.fromEntries(
      [...of]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { label }]) => [key, [label, weightsOf(`${kind}:${key}`)]]),
    );
  return JSON.stringify({
    about:
      'Written by `npm run train-segments` from the lexicon beside it and labelled notices: correct the lexicon, not this file. Each feature has its weights for technology (digital) and for segments, in natural logarithms of odds.',
    calibration: Object.fromEntries(
      Object.entries(model.calibration).map(([name, value]) => [name, round(value)]),
    ),
    bias: named(model.bias),
    spellings: Object.fromEntries([...lexicon.spellings].map(([from, to]) => [from, to.join(' ')])),
    withoutMeaning: lexicon.withoutMeaning,
    passedOver: lexicon.passedOver,
    terms: entries('term', lexicon.terms),
    cpv: entries('cpv', lexicon.cpv),
    suppliers: entries('supplier', lexicon.suppliers),
    others: Object.fromEntries([...lexicon.others.keys()].map((key) => [key, weightsOf(key)])),
  });
}

/** Weights by name; such that round to nothing are left out. */
function named(weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    ['digital', ...digitalSegmentIds]
      .map((name, index): [string, number] => [name, round(weights[index] ?? 0)])
      .filter(([, weight]) => Math.abs(weight) >= least),
  );
}

/** Smaller weights change nothing and make the file hard to read. */
const least = 0.03;

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
