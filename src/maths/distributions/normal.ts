import { normalCdf, normalQuantile } from '../normal.ts';
import type { Law } from './_law.ts';
import { fixedLaw } from './fixed.ts';

/** A bell curve; it may go below zero. */
export type Normal = { kind: 'normal'; mean: number; sd: number };

/**
 * The normal distribution.
 *
 * @throws RangeError where the standard deviation is below 0
 * @example normalLaw({ kind: 'normal', mean: 100, sd: 15 }).quantile(0.975) // 129.39945976918154
 */
export function normalLaw({ mean, sd }: Normal): Law {
  if (!(sd >= 0 && Number.isFinite(sd) && Number.isFinite(mean)))
    throw new RangeError(`A normal distribution needs a standard deviation of at least 0, not ${sd}.`);
  if (sd === 0) return fixedLaw({ value: mean });
  return {
    quantile: (share) => mean + sd * normalQuantile(share),
    cdf: (x) => normalCdf((x - mean) / sd),
    mean,
    variance: sd ** 2,
    skewness: 0,
    atNormal: (z) => mean + sd * z,
  };
}
