/** From here on the continued fraction is exact after its sixty steps, and the series would lose what it takes off a half. */
const tailFrom = 2.5;

/**
 * The share of a standard normal distribution below a point. Marsaglia's series near the middle, a continued fraction in the
 * tails; right to about thirteen digits, however small the share (George Marsaglia, "Evaluating the Normal Distribution", Journal
 * of Statistical Software 11 (2004), checked against SciPy).
 *
 * @example normalCdf(1.959963984540054) // 0.975 to fifteen digits
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (Math.abs(x) > tailFrom) return x > 0 ? 1 - normalTail(x) : normalTail(-x);
  let sum = x;
  let term = x;
  let before = Number.NaN;
  for (let power = 1; sum !== before; power += 2) {
    before = sum;
    term = (term * x * x) / (power + 2);
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** The share above a point far to the right: Laplace's continued fraction. */
function normalTail(x: number): number {
  if (x > 39) return 0;
  let fraction = x;
  for (let step = 60; step > 0; step -= 1) fraction = x + step / fraction;
  return normalDensity(x) / fraction;
}

/**
 * The height of the standard normal distribution at a point.
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * The point below which a share of a standard normal distribution lies: Acklam's rational approximation, then two of
 * Halley's steps.
 *
 * @param share above 0 and below 1; 0 and 1 give minus and plus infinity
 * @throws RangeError outside 0 to 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile's share is from 0 to 1, not ${share}.`);
  if (share === 0 || share === 1) return share === 0 ? -Infinity : Infinity;
  // The tails are looked up on the left, where shares are exact.
  if (share > 0.5) return -normalQuantile(1 - share);
  let x = roughQuantile(share);
  for (let step = 0; step < 2; step += 1) {
    const error = (normalCdf(x) - share) / normalDensity(x);
    if (Number.isFinite(error)) x -= error / (1 + (x * error) / 2);
  }
  return x;
}

const centre = {
  over: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  under: [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ],
} as const;
const tail = {
  over: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  under: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
} as const;

function roughQuantile(share: number): number {
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share));
    return horner(tail.over, q) / horner(tail.under, q);
  }
  const q = share - 0.5;
  return (q * horner(centre.over, q * q)) / horner(centre.under, q * q);
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
