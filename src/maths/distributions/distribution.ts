import type { Law } from './_law.ts';
import type { BetaPert } from './beta-pert.ts';
import { betaPertLaw } from './beta-pert.ts';
import type { Discrete } from './discrete.ts';
import { discreteLaw } from './discrete.ts';
import type { Fixed } from './fixed.ts';
import { fixedLaw } from './fixed.ts';
import type { LogNormalPareto } from './log-normal-pareto.ts';
import { logNormalParetoLaw } from './log-normal-pareto.ts';
import type { LogNormal } from './log-normal.ts';
import { logNormalLaw } from './log-normal.ts';
import type { Normal } from './normal.ts';
import { normalLaw } from './normal.ts';
import type { QuantilePoints } from './quantile-points.ts';
import { quantilePointsLaw } from './quantile-points.ts';
import type { Triangular } from './triangular.ts';
import { triangularLaw } from './triangular.ts';
import type { Uniform } from './uniform.ts';
import { uniformLaw } from './uniform.ts';

/** How an uncertain number is spread, as plain data. */
export type Distribution =
  Fixed | Uniform | Triangular | BetaPert | Normal | LogNormal | Discrete | QuantilePoints | LogNormalPareto;

/**
 * What can be asked of a distribution. Whoever asks often makes this once.
 *
 * @throws RangeError where the parameters make no distribution; the message says which are needed
 * @example lawOf({ kind: 'uniform', low: 0, high: 4 }).mean // 2
 */
export function lawOf(distribution: Distribution): Law {
  if (distribution.kind === 'fixed') return fixedLaw(distribution);
  if (distribution.kind === 'uniform') return uniformLaw(distribution);
  if (distribution.kind === 'triangular') return triangularLaw(distribution);
  if (distribution.kind === 'pert') return betaPertLaw(distribution);
  if (distribution.kind === 'normal') return normalLaw(distribution);
  if (distribution.kind === 'log-normal') return logNormalLaw(distribution);
  if (distribution.kind === 'discrete') return discreteLaw(distribution);
  if (distribution.kind === 'quantiles') return quantilePointsLaw(distribution);
  return logNormalParetoLaw(distribution);
}

/**
 * The least value that a share of a distribution doesn't exceed, exact to about thirteen digits.
 *
 * @param share 0 to 1
 * @throws RangeError where the share or the parameters are out of range
 * @example quantileOf({ kind: 'uniform', low: 10, high: 20 }, 0.8) // 18
 */
export function quantileOf(distribution: Distribution, share: number): number {
  return lawOf(distribution).quantile(share);
}

/**
 * The share of a distribution that isn't greater than a value.
 *
 * @throws RangeError where the parameters are out of range
 * @example cdfOf({ kind: 'uniform', low: 10, high: 20 }, 18) // 0.8
 */
export function cdfOf(distribution: Distribution, x: number): number {
  return lawOf(distribution).cdf(x);
}

/**
 * The mean by its formula; Infinity where a Pareto tail without a cap has an exponent of 1 or less.
 *
 * @throws RangeError where the parameters are out of range
 * @example meanOf({ kind: 'triangular', low: 0, mode: 2, high: 4 }) // 2
 */
export function meanOf(distribution: Distribution): number {
  return lawOf(distribution).mean;
}

/**
 * The variance by its formula; Infinity where a Pareto tail without a cap has an exponent of 2 or less.
 *
 * @throws RangeError where the parameters are out of range
 * @example varianceOf({ kind: 'normal', mean: 0, sd: 3 }) // 9
 */
export function varianceOf(distribution: Distribution): number {
  return lawOf(distribution).variance;
}

/**
 * The third standardised moment by its formula; null where nothing varies, Infinity where a tail is too heavy.
 *
 * @throws RangeError where the parameters are out of range
 * @example skewnessOf({ kind: 'log-normal', mu: 0, sigma: 0.5 }) // 1.7501896550697178
 */
export function skewnessOf(distribution: Distribution): number | null {
  return lawOf(distribution).skewness;
}
