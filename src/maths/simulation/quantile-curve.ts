import { quantile } from '../quantile.ts';

/**
 * The quantiles of draws in even steps from the least to the most: what a curve of cumulative shares is drawn from once the draws
 * themselves are let go.
 *
 * Costs a sort.
 *
 * @param values in any order, in their own unit
 * @param steps between the least and the most: 100 gives the 101 quantiles P0, P1, … P100
 * @returns quantiles in ascending order
 * @throws RangeError where there is no draw, or no step
 * @example quantileCurve([4, 1, 3, 2], 2) // [1, 2.5, 4]
 */
export function quantileCurve(values: ArrayLike<number>, steps = 100): number[] {
  if (values.length === 0) throw new RangeError('A curve of quantiles needs at least one draw.');
  if (!(Number.isInteger(steps) && steps > 0))
    throw new RangeError(`A curve has a whole number of steps, not ${steps}.`);
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: steps + 1 }, (_, step) => quantile(sorted, step / steps) ?? Number.NaN);
}
