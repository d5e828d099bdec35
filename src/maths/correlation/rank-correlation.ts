/**
 * The ranks of values, from 1; equal values share the mean of their ranks.
 *
 * Costs a sort and two searches per value.
 *
 * @param values without NaN
 * @example ranksOf([30, 10, 30]) // Float64Array [2.5, 1, 2.5]
 */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const ranks = new Float64Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    const less = countLess(sorted, value);
    let equal = 1;
    if (sorted[less + 1] === value) equal = countNotGreater(sorted, value) - less;
    ranks[place] = less + (equal + 1) / 2;
  }
  return ranks;
}

/**
 * How many of some values lie below one.
 *
 * @param sorted ascending
 * @example countLess(Float64Array.of(1, 2, 2, 3), 2) // 1
 */
export function countLess(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * How many of some values aren't greater than one.
 *
 * @param sorted ascending
 * @example countNotGreater(Float64Array.of(1, 2, 2, 3), 2) // 3
 */
export function countNotGreater(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Spearman's rank correlation of two columns: Pearson's correlation of their ranks, ties at their mean rank. Null where one
 * of them doesn't vary.
 *
 * @throws RangeError where the columns differ in length
 * @example rankCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) // 0.8207826816681233
 */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  return correlationOf(ranksOf(one), ranksOf(other));
}

/**
 * Pearson's correlation of two columns, or null where one of them doesn't vary.
 *
 * @throws RangeError where the columns differ in length
 * @example correlationOf([1, 2, 3], [2, 4, 6]) // 1
 */
export function correlationOf(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  if (one.length !== other.length)
    throw new RangeError(`Columns of ${one.length} and ${other.length} values have no correlation.`);
  const means = [meanOf(one), meanOf(other)] as const;
  let [products, squares, otherSquares] = [0, 0, 0];
  for (let place = 0; place < one.length; place += 1) {
    const a = (one[place] ?? 0) - means[0];
    const b = (other[place] ?? 0) - means[1];
    products += a * b;
    squares += a * a;
    otherSquares += b * b;
  }
  if (squares === 0 || otherSquares === 0) return null;
  return Math.min(1, Math.max(-1, products / Math.sqrt(squares * otherSquares)));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place] ?? 0;
  return sum / values.length;
}
