import type { Prediction } from '../../src/domain/segments/cross-validate.ts';
import { seededRng } from '../../src/lib/rng.ts';

const resamples = 1000;

/**
 * The 95 % interval of a measure when the notices are drawn again with replacement, 1,000 times; the repeats take turns,
 * so that the interval holds chance in the notices and in the folds.
 *
 * @example bootstrapInterval(rounds, (predictions) => measureQuality(predictions).segmentAccuracy ?? 0).low
 */
export function bootstrapInterval(
  rounds: readonly Prediction[][],
  measure: (predictions: readonly Prediction[]) => number,
): { low: number; high: number } {
  const rng = seededRng('bootstrap');
  const values = Array.from({ length: resamples }, (_, turn) => {
    const own = rounds[turn % rounds.length] ?? [];
    const drawn = own.flatMap(() => own[Math.floor(rng.next() * own.length)] ?? []);
    return measure(drawn);
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (resamples - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
