/** Lanczos' coefficients for g = 7 and nine terms (Paul Godfrey, 2001). */
const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
] as const;

/**
 * The natural logarithm of the gamma function of a number above zero, by Lanczos' approximation; right to about fourteen digits.
 *
 * @param x above 0
 * @throws RangeError where it isn't
 * @example logGamma(5) // 3.178053830347946, which is ln 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`The logarithm of gamma is taken of numbers above 0, not of ${x}.`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const [first, ...others] = lanczos;
  const base = x + 6.5;
  const series = others.reduce<number>((sum, coefficient, index) => sum + coefficient / (x + index), first);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** A beta distribution on 0 to 1: the exponents plus one, and what its density is divided by, as a logarithm. */
export type BetaShape = { alpha: number; beta: number; logBeta: number };

/**
 * The shape of a beta distribution.
 *
 * @param alpha above 0
 * @param beta above 0
 * @throws RangeError where one isn't
 * @example betaShape(1, 3) // { alpha: 1, beta: 3, logBeta: -1.0986 }, rounded: the logarithm of a third
 */
export function betaShape(alpha: number, beta: number): BetaShape {
  return { alpha, beta, logBeta: logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta) };
}

/**
 * The share of a beta distribution below a point: the regularised incomplete beta function.
 *
 * Lentz's evaluation of the continued fraction DLMF 8.17.22, from the side on which it converges fast (Press and others,
 * Numerical Recipes, 6.4). Some twenty terms; right to about thirteen digits for exponents below a hundred.
 *
 * @param x 0 to 1; below is 0 and above is 1
 * @example incompleteBeta(betaShape(2, 2), 0.25) // 0.15625
 */
export function incompleteBeta({ alpha, beta, logBeta }: BetaShape, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta);
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(alpha, beta, x)) / alpha
    : 1 - (front * fraction(beta, alpha, 1 - x)) / beta;
}

function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1), tiny);
  let value = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d, tiny);
    c = awayFromZero(1 + even / c, tiny);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d, tiny);
    c = awayFromZero(1 + odd / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

function awayFromZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * The point below which a share of a beta distribution lies: Newton's steps, with halving wherever a step would leave the
 * interval that is known to hold the answer.
 *
 * @param share 0 to 1
 * @param near where to begin, if something near is known: two steps are then enough
 * @throws RangeError where the share is outside 0 to 1
 * @example betaQuantile(betaShape(2, 2), 0.15625) // 0.25
 */
export function betaQuantile(shape: BetaShape, share: number, near?: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile's share is from 0 to 1, not ${share}.`);
  if (share === 0 || share === 1) return share;
  // The upper half is looked up from the other end, where small shares are exact.
  if (share > 0.5) return 1 - lowerQuantile(swapEnds(shape), 1 - share, near === undefined ? near : 1 - near);
  return lowerQuantile(shape, share, near);
}

function swapEnds({ alpha, beta, logBeta }: BetaShape): BetaShape {
  return { alpha: beta, beta: alpha, logBeta };
}

function lowerQuantile(shape: BetaShape, share: number, near?: number): number {
  const { alpha, beta, logBeta } = shape;
  let low = 0;
  let high = 1;
  let x = near !== undefined && near > 0 && near < 1 ? near : alpha / (alpha + beta);
  for (let step = 0; step < 200; step += 1) {
    const error = incompleteBeta(shape, x) - share;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta);
    const wanted = x - error / density;
    const isInside = wanted > low && wanted < high;
    const next = isInside ? wanted : (low + high) / 2;
    const moved = Math.abs(next - x);
    x = next;
    // Newton's error is squared by each step, so that what remains after a step of this size is beneath rounding; halving has
    // no such promise and goes on until nothing moves.
    if (moved <= (isInside ? 1e-9 : 0) * Math.min(x, 1 - x)) break;
  }
  return x;
}
