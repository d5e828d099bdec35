import { normalCdf, normalQuantile } from '../normal.ts';
import type { Law } from './_law.ts';
import { checkShare } from './_law.ts';

/**
 * A body with a heavy tail: with chance `tailShare` a Pareto tail from `threshold` on with exponent `alpha`, what lies beyond
 * `cap` counted as the cap (null: no cap); else a log-normal body that ends at `threshold`.
 */
export type LogNormalPareto = {
  kind: 'log-normal-pareto';
  tailShare: number;
  mu: number;
  sigma: number;
  threshold: number;
  alpha: number;
  cap: number | null;
};

/**
 * A log-normal body and a Pareto tail, as the cost of information technology projects is spread (Flyvbjerg and others,
 * Journal of Management Information Systems 39 (2022)). Without a cap, moments of order `alpha` and more are Infinity.
 *
 * @throws RangeError where a parameter is out of its range
 * @example logNormalParetoLaw({ kind: 'log-normal-pareto', tailShare: 0.18, mu: 0, sigma: 0.2, threshold: 1.5, alpha: 2, cap: null }).quantile(0.955) // 3, rounded
 */
export function logNormalParetoLaw(distribution: LogNormalPareto): Law {
  check(distribution);
  const { tailShare, mu, sigma, threshold, alpha } = distribution;
  const cap = distribution.cap ?? Infinity;
  const bodyShare = 1 - tailShare;
  const end = (Math.log(threshold) - mu) / sigma;
  const below = normalCdf(end);
  /** The mean of a power of the value: of a log-normal cut off above, and of a Pareto tail. */
  const moment = (power: number): number => {
    const whole = Math.exp(power * mu + (power * sigma) ** 2 / 2);
    const body = (whole * normalCdf(end - power * sigma)) / below;
    const tail = threshold ** power * (1 + power * tailIntegral(power - alpha, cap / threshold));
    return bodyShare * body + (tailShare === 0 ? 0 : tailShare * tail);
  };
  const mean = moment(1);
  const variance = mean === Infinity ? Infinity : moment(2) - mean ** 2;
  const third = variance === Infinity ? Infinity : moment(3) - 3 * mean * moment(2) + 2 * mean ** 3;
  return {
    quantile: (share) => {
      checkShare(share);
      if (share < bodyShare) return Math.exp(mu + sigma * normalQuantile((share / bodyShare) * below));
      const inTail = tailShare === 0 ? 0 : (share - bodyShare) / tailShare;
      return Math.min(cap, threshold * (1 - inTail) ** (-1 / alpha));
    },
    cdf: (x) => {
      if (x <= 0) return 0;
      if (x >= cap) return 1;
      if (x < threshold) return (bodyShare * normalCdf((Math.log(x) - mu) / sigma)) / below;
      return 1 - tailShare * (x / threshold) ** -alpha;
    },
    mean,
    variance,
    skewness: third === Infinity ? Infinity : third / variance ** 1.5,
  };
}

/** The integral of `s ** (exponent - 1)` from 1 to a point. */
function tailIntegral(exponent: number, to: number): number {
  if (exponent === 0) return Math.log(to);
  return to === Infinity && exponent > 0 ? Infinity : (to ** exponent - 1) / exponent;
}

function check({ tailShare, mu, sigma, threshold, alpha, cap }: LogNormalPareto): void {
  if (!(tailShare >= 0 && tailShare <= 1))
    throw new RangeError(`The tail's share is from 0 to 1, not ${tailShare}.`);
  if (!(sigma > 0 && alpha > 0 && Number.isFinite(mu)))
    throw new RangeError(
      `A body with a Pareto tail needs sigma and alpha above 0, not ${sigma} and ${alpha}.`,
    );
  if (!(threshold > 0 && (cap === null || cap >= threshold)))
    throw new RangeError(`The tail needs 0 < threshold ≤ cap, not ${threshold} and ${cap}.`);
}
