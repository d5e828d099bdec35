import { normalCdf, normalQuantile } from '../normal.ts';
import type { Law } from './_law.ts';
import { fixedLaw } from './fixed.ts';

/** A value whose logarithm is normal: by mean and standard deviation of that logarithm, or by two percentiles of the value. */
export type LogNormal =
  { kind: 'log-normal'; mu: number; sigma: number } | { kind: 'log-normal'; p10: number; p90: number };

/** The 90 % point of the standard normal distribution. */
const z90 = 1.281_551_565_544_600_4;

/**
 * The log-normal distribution.
 *
 * @throws RangeError where sigma is below 0, or unless 0 < p10 ≤ p90
 * @example logNormalLaw({ kind: 'log-normal', mu: 0, sigma: 0.5 }).mean // 1.1331484530668263
 * @example logNormalLaw({ kind: 'log-normal', p10: 50, p90: 200 }).quantile(0.5) // 100, rounded
 */
export function logNormalLaw(distribution: LogNormal): Law {
  const { mu, sigma } = parametersOf(distribution);
  if (sigma === 0) return fixedLaw({ value: Math.exp(mu) });
  const stretch = Math.expm1(sigma ** 2);
  return {
    quantile: (share) => Math.exp(mu + sigma * normalQuantile(share)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
    mean: Math.exp(mu + sigma ** 2 / 2),
    variance: stretch * Math.exp(2 * mu + sigma ** 2),
    skewness: (stretch + 3) * Math.sqrt(stretch),
    atNormal: (z) => Math.exp(mu + sigma * z),
  };
}

function parametersOf(distribution: LogNormal): { mu: number; sigma: number } {
  if ('mu' in distribution) {
    const { mu, sigma } = distribution;
    if (!(sigma >= 0 && Number.isFinite(sigma) && Number.isFinite(mu)))
      throw new RangeError(`A log-normal distribution needs a sigma of at least 0, not ${sigma}.`);
    return { mu, sigma };
  }
  const { p10, p90 } = distribution;
  if (!(p10 > 0 && p10 <= p90 && Number.isFinite(p90)))
    throw new RangeError(`A log-normal distribution needs 0 < P10 ≤ P90, not ${p10} and ${p90}.`);
  return { mu: (Math.log(p10) + Math.log(p90)) / 2, sigma: (Math.log(p90) - Math.log(p10)) / (2 * z90) };
}
