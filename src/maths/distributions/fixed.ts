import type { Law } from './_law.ts';
import { checkShare } from './_law.ts';

/** A value that is known. */
export type Fixed = { kind: 'fixed'; value: number };

/**
 * A value that doesn't vary.
 *
 * @throws RangeError where it is no finite number
 * @example fixedLaw({ kind: 'fixed', value: 7 }).quantile(0.9) // 7
 */
export function fixedLaw({ value }: Pick<Fixed, 'value'>): Law {
  if (!Number.isFinite(value)) throw new RangeError(`A fixed value is a finite number, not ${value}.`);
  return {
    quantile: (share) => {
      checkShare(share);
      return value;
    },
    cdf: (x) => (x >= value ? 1 : 0),
    mean: value,
    variance: 0,
    skewness: null,
    steps: [{ value, upTo: 1 }],
  };
}
