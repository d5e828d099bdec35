import type { Law } from './_law.ts';
import { checkShare } from './_law.ts';
import { fixedLaw } from './fixed.ts';

/** Anything between two values, all equally likely. */
export type Uniform = { kind: 'uniform'; low: number; high: number };

/**
 * The continuous uniform distribution.
 *
 * @throws RangeError unless low ≤ high
 * @example uniformLaw({ kind: 'uniform', low: 10, high: 20 }).quantile(0.25) // 12.5
 */
export function uniformLaw({ low, high }: Uniform): Law {
  if (!(low <= high && Number.isFinite(high - low)))
    throw new RangeError(`A uniform distribution needs low ≤ high, not ${low} and ${high}.`);
  if (low === high) return fixedLaw({ value: low });
  const range = high - low;
  return {
    quantile: (share) => {
      checkShare(share);
      return low + range * share;
    },
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / range)),
    mean: low + range / 2,
    variance: range ** 2 / 12,
    skewness: 0,
  };
}
