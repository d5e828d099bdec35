/** The distance from the quartiles, in interquartile ranges, beyond which Tukey calls a value "outside". */
const reach = 1.5;

/**
 * The fences of Tukey's box plot: `q1 − 1.5 (q3 − q1)` and `q3 + 1.5 (q3 − q1)` (Exploratory Data Analysis, 1977).
 *
 * The product and the sum are rounded once, as by a fused multiply-add, so that a value that lies exactly on a fence is
 * on the same side as in a program that uses one.
 *
 * @example tukeyFences({ q1: 2, q3: 4 }) // { lower: -1, upper: 7 }
 */
export function tukeyFences({ q1, q3 }: { q1: number; q3: number }): { lower: number; upper: number } {
  const range = q3 - q1;
  return { lower: multiplyAdd(-reach, range, q1), upper: multiplyAdd(reach, range, q3) };
}

/** `factor × value + addend` for a factor of ±1.5: value and its half add up to an exact sum and its rounding error. */
function multiplyAdd(factor: number, value: number, addend: number): number {
  const signed = Math.sign(factor) * value;
  const product = sumOf(signed, signed / 2);
  const total = sumOf(product.sum, addend);
  const exact = total.sum + (total.error + product.error);
  return Number.isNaN(exact) ? factor * value + addend : exact;
}

/** Knuth's two-sum: the rounded sum of two numbers, and what rounding took away. */
function sumOf(one: number, other: number): { sum: number; error: number } {
  const sum = one + other;
  const part = sum - one;
  return { sum, error: one - (sum - part) + (other - part) };
}
