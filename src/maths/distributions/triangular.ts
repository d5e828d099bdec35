import type { Law } from './_law.ts';
import { checkShare } from './_law.ts';
import { fixedLaw } from './fixed.ts';

/** An estimate of three points, straight between them. Low and high are the ends, not percentiles. */
export type Triangular = { kind: 'triangular'; low: number; mode: number; high: number };

/**
 * The triangular distribution (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 26.9).
 *
 * @throws RangeError unless low ≤ mode ≤ high
 * @example triangularLaw({ kind: 'triangular', low: 0, mode: 0.5, high: 1 }).quantile(0.125) // 0.25
 */
export function triangularLaw({ low, mode, high }: Triangular): Law {
  if (!(low <= mode && mode <= high && Number.isFinite(high - low)))
    throw new RangeError(
      `A triangular distribution needs low ≤ mode ≤ high, not ${low}, ${mode} and ${high}.`,
    );
  if (low === high) return fixedLaw({ value: low });
  const range = high - low;
  // On 0 to 1, where nothing is lost by subtracting large numbers.
  const peak = (mode - low) / range;
  const spread = 1 - peak + peak * peak;
  return {
    quantile: (share) => {
      checkShare(share);
      return share <= peak
        ? low + range * Math.sqrt(share * peak)
        : high - range * Math.sqrt((1 - share) * (1 - peak));
    },
    cdf: (x) => {
      const at = (x - low) / range;
      if (at <= 0) return 0;
      if (at >= 1) return 1;
      return at <= peak ? (at * at) / peak : 1 - (1 - at) ** 2 / (1 - peak);
    },
    mean: low + (range * (1 + peak)) / 3,
    variance: (range ** 2 * spread) / 18,
    skewness: (Math.SQRT2 * (1 - 2 * peak) * (2 - peak) * (1 + peak)) / (5 * spread ** 1.5),
  };
}
