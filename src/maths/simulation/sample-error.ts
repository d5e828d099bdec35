import { quantile } from '../quantile.ts';

/** Draws of one block: within a block they are a Latin hypercube, and blocks are independent of one another. */
export const blockDraws = 512;

/** Fewer blocks say too little about how much they differ. */
const fewestBlocks = 20;

/** The 97.5 % point of the standard normal distribution, for an interval of 95 %. */
const z95 = 1.959_963_984_540_054;

/** An estimate with its standard error and, of a quantile, the interval that holds the true one 95 times in 100. */
export type Estimate = { value: number; error: number };
export type QuantileEstimate = Estimate & { low: number; high: number };

/**
 * The mean of a sample with its standard error.
 *
 * Draws of a Latin hypercube aren't independent, but its blocks are: the error is that of the mean of blocks (replicated
 * Latin hypercubes, Iman and Conover, Communications in Statistics A9 (1980)). With fewer than twenty blocks the error is that
 * of independent draws, which is too large rather than too small.
 *
 * @param values in the order in which they were drawn
 * @param block draws per block; 1 where draws are independent
 * @throws RangeError where there are fewer than two
 * @example meanWithError([1, 2, 3, 4], 1) // { value: 2.5, error: 0.6454972243679028 }
 */
export function meanWithError(values: ArrayLike<number>, block: number = blockDraws): Estimate {
  if (values.length < 2) throw new RangeError('The error of a mean needs at least two draws.');
  const shift = values[0] ?? 0;
  const deviation = (place: number): number => (values[place] ?? 0) - shift;
  const { mean, error } = errorOf(values.length, deviation, block);
  return { value: shift + mean, error };
}

/**
 * A quantile of a sample with its standard error and an interval at 95 %.
 *
 * The interval is Woodruff's (Journal of the American Statistical Association 47 (1952)): the quantiles at the share less and
 * plus twice the error of the share of draws below the value; the error is a quarter of it. It supposes nothing about the
 * density. Where the sample has a gap at the quantile the interval goes across it.
 *
 * @param values in the order in which they were drawn
 * @param share 0 to 1
 * @param block draws per block; 1 where draws are independent
 * @param sorted the values in ascending order, if they are known
 * @throws RangeError where there are fewer than two values, or the share is none
 * @example quantileWithError([1, 2, 3, 4, 5], 0.5, 1) // { value: 3, error: 0.7…, low: 1.1…, high: 4.8… }
 */
export function quantileWithError(
  values: ArrayLike<number>,
  share: number,
  block: number = blockDraws,
  sorted: Float64Array = Float64Array.from(values).sort(),
): QuantileEstimate {
  if (values.length < 2) throw new RangeError('The error of a quantile needs at least two draws.');
  const at = (place: number): number => quantile(sorted, Math.min(Math.max(place, 0), 1)) ?? Number.NaN;
  const value = quantile(sorted, share) ?? Number.NaN;
  const isBelow = (place: number): number => ((values[place] ?? 0) <= value ? 1 : 0);
  const { error: shareError } = errorOf(values.length, isBelow, block);
  const [low, high] = [at(share - z95 * shareError), at(share + z95 * shareError)];
  return { value, error: (high - low) / (2 * z95), low, high };
}

/** The mean of something about each draw, and its error from blocks, or from draws where blocks are too few. */
function errorOf(
  count: number,
  of: (place: number) => number,
  block: number,
): { mean: number; error: number } {
  const size = Math.floor(count / block) < fewestBlocks ? 1 : block;
  const whole = Math.floor(count / size);
  let sum = 0;
  let sumOfBlocks = 0;
  let squares = 0;
  for (let number = 0; number * size < count; number += 1) {
    let blockSum = 0;
    const end = Math.min(count, (number + 1) * size);
    for (let place = number * size; place < end; place += 1) blockSum += of(place);
    sum += blockSum;
    // A last block that isn't full counts towards the mean, and not towards how much blocks differ.
    if (end === (number + 1) * size) {
      sumOfBlocks += blockSum / size;
      squares += (blockSum / size) ** 2;
    }
  }
  const variance = Math.max(0, squares - sumOfBlocks ** 2 / whole) / (whole - 1);
  return { mean: sum / count, error: Math.sqrt(variance / (count / size)) };
}
