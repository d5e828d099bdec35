/**
 * Definitions of a sample quantile, by their numbers in Hyndman and Fan, "Sample Quantiles in Statistical Packages",
 * The American Statistician 50 (1996). Programs differ in which they use, so it is always named.
 *
 * take values as they are; the others go in a straight line between neighbours:
 * R-4 the empirical distribution, R-5 the middle of its steps, R-6 Weibull (spreadsheets' QUARTILE.EXC),
 * R-7 Gumbel (spreadsheets' QUARTILE.INC, NumPy), R-8 median-unbiased (Cardinal's), R-9 normal-unbiased.
 */
export const quantileTypes = ['R-1', 'R-2', 'R-4', 'R-5', 'R-6', 'R-7', 'R-8', 'R-9'] as const;

/** One of {@link quantileTypes}. */
export type QuantileType = (typeof quantileTypes)[number];

/**
 * The value below which a share of a sample lies, or null where there is no sample.
 *
 * @param sorted the sample in ascending order, without NaN
 * @param share 0 to 1
 * @param type the definition; R-8 unless said otherwise, which Hyndman and Fan recommend
 * @throws RangeError where the share is outside 0 to 1
 * @example quantile([1, 2, 3, 4], 0.25) // 1.4166666666666665
 * @example quantile([], 0.25) // null
 */
export function quantile(
  sorted: ArrayLike<number>,
  share: number,
  type: QuantileType = 'R-8',
): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile's share is from 0 to 1, not ${share}.`);
  const count = sorted.length;
  if (count === 0) return null;
  const at = (place: number): number => sorted[Math.min(Math.max(place, 1), count) - 1] ?? Number.NaN;
  if (type === 'R-1') return at(Math.ceil(count * share));
  if (type === 'R-2') return (at(Math.ceil(count * share)) + at(Math.floor(count * share + 1))) / 2;
  const { wider, shift } = straightLines[type];
  const place = (count + wider) * share + shift;
  const whole = Math.floor(place);
  if (whole < 1) return at(1);
  if (whole >= count) return at(count);
  return at(whole) + (place - whole) * (at(whole + 1) - at(whole));
}

/** Where the quantile lies among the values, the first being 1: `(count + wider) × share + shift`. */
const straightLines: Readonly<
  Record<Exclude<QuantileType, 'R-1' | 'R-2'>, { wider: number; shift: number }>
> = {
  'R-4': { wider: 0, shift: 0 },
  'R-5': { wider: 0, shift: 1 / 2 },
  'R-6': { wider: 1, shift: 0 },
  'R-7': { wider: -1, shift: 1 },
  'R-8': { wider: 1 / 3, shift: 1 / 3 },
  'R-9': { wider: 1 / 4, shift: 3 / 8 },
};

/** A quarter, the half and three quarters of a sample. */
export type Quartiles = { q1: number; median: number; q3: number };

/**
 * The quartiles of a sample in any order, or null where there is none.
 *
 * @example quartiles([4, 2, 1, 3], 'R-7') // { q1: 1.75, median: 2.5, q3: 3.25 }
 */
export function quartiles(values: Iterable<number>, type: QuantileType = 'R-8'): Quartiles | null {
  const sorted = Float64Array.from(values).sort();
  const q1 = quantile(sorted, 0.25, type);
  const median = quantile(sorted, 0.5, type);
  const q3 = quantile(sorted, 0.75, type);
  return q1 === null || median === null || q3 === null ? null : { q1, median, q3 };
}
