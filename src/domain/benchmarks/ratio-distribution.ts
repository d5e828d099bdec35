import { cdfOf, meanOf, quantileOf } from '../../maths/distributions/distribution.ts';

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
  return quantileOf(distribution, share);
}

/**
 * The share of ratios that are not greater.
 *
 * @example ratioShareBelow({ kind: 'log-normal', mu: 0, sigma: 0.2 }, 1) // 0.5
 */
export function ratioShareBelow(distribution: RatioDistribution, ratio: number): number {
  return cdfOf(distribution, ratio);
}

/**
 * The mean ratio.
 *
 * @example ratioMean({ kind: 'log-normal', mu: 0, sigma: 0.2 }) // 1.0202013400267558
 */
export function ratioMean(distribution: RatioDistribution): number {
  return meanOf(distribution);
}
