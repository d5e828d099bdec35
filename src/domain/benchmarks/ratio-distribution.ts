import { normalCdf, normalQuantile } from '../../maths/normal.ts';

/**
 * How the ratio of what something came to over what it was meant to is spread: all that a simulation needs to draw from it.
 * log-normal: the logarithm is normal with `mu` and `sigma` · log-normal-pareto: with chance `tailShare` a Pareto tail
 * from `threshold` on with exponent `alpha`, cut off at `cap`; else a log-normal body that ends at `threshold`.
 */
export type RatioDistribution =
  | { kind: 'log-normal'; mu: number; sigma: number }
  | {
      kind: 'log-normal-pareto';
      tailShare: number;
      mu: number;
      sigma: number;
      threshold: number;
      alpha: number;
      cap: number;
    };

/**
 * The ratio below which a share lies. Drawing from the distribution is asking for the quantile of an even draw.
 *
 * @param share 0 to 1
 * @throws RangeError outside
 * @example ratioQuantile({ kind: 'log-normal', mu: 0, sigma: 0.2 }, 0.5) // 1
 */
export function ratioQuantile(distribution: RatioDistribution, share: number): number {
  const { mu, sigma } = distribution;
  if (distribution.kind === 'log-normal') return Math.exp(mu + sigma * normalQuantile(share));
  const { tailShare, threshold, alpha, cap } = distribution;
  const bodyShare = 1 - tailShare;
  if (share < bodyShare) {
    const below = normalCdf((Math.log(threshold) - mu) / sigma);
    return Math.exp(mu + sigma * normalQuantile((share / bodyShare) * below));
  }
  const inTail = tailShare === 0 ? 0 : (share - bodyShare) / tailShare;
  return Math.min(cap, threshold * (1 - inTail) ** (-1 / alpha));
}

/**
 * The share of ratios that are not greater.
 *
 * @example ratioShareBelow({ kind: 'log-normal', mu: 0, sigma: 0.2 }, 1) // 0.5
 */
export function ratioShareBelow(distribution: RatioDistribution, ratio: number): number {
  if (ratio <= 0) return 0;
  const { mu, sigma } = distribution;
  const below = normalCdf((Math.log(ratio) - mu) / sigma);
  if (distribution.kind === 'log-normal') return below;
  const { tailShare, threshold, alpha, cap } = distribution;
  if (ratio >= cap) return 1;
  if (ratio < threshold) return ((1 - tailShare) * below) / normalCdf((Math.log(threshold) - mu) / sigma);
  return 1 - tailShare * (ratio / threshold) ** -alpha;
}

/**
 * The mean ratio.
 *
 * @example ratioMean({ kind: 'log-normal', mu: 0, sigma: 0.2 }) // 1.0202013400267558
 */
export function ratioMean(distribution: RatioDistribution): number {
  const { mu, sigma } = distribution;
  const whole = Math.exp(mu + (sigma * sigma) / 2);
  if (distribution.kind === 'log-normal') return whole;
  const { tailShare, threshold, alpha, cap } = distribution;
  const end = (Math.log(threshold) - mu) / sigma;
  const body = (whole * normalCdf(end - sigma)) / normalCdf(end);
  const stretch = cap / threshold;
  const beyond = alpha === 1 ? Math.log(stretch) : (1 - stretch ** (1 - alpha)) / (alpha - 1);
  return (1 - tailShare) * body + tailShare * threshold * (1 + beyond);
}
