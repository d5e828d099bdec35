import type { Distribution } from '../../../maths/distributions/distribution.ts';
import type { Uncertain } from '../case-parts/case-fields.ts';

/**
 * An uncertain number of a case as the distribution it stands for, times a factor.
 *
 * @param factor in the unit wanted per unit of the number; below 0 for what comes in
 * @example toDistribution({ low: 1, likely: 2, high: 5 }, 10) // { kind: 'pert', low: 10, mode: 20, high: 50 }
 * @example toDistribution(3) // { kind: 'fixed', value: 3 }
 */
export function toDistribution(given: Uncertain, factor = 1): Distribution {
  if (typeof given === 'number') return { kind: 'fixed', value: given * factor };
  const { low, likely, high, p10, p90, mean, sd, oneOf } = given;
  if (low !== undefined && high !== undefined) {
    // A factor below 0 exchanges the ends.
    const [from, to] = factor < 0 ? [high * factor, low * factor] : [low * factor, high * factor];
    if (from === to) return { kind: 'fixed', value: from };
    if (likely === undefined) return { kind: 'uniform', low: from, high: to };
    const mode = likely * factor;
    return given.shape === 'triangular'
      ? { kind: 'triangular', low: from, mode, high: to }
      : { kind: 'pert', low: from, mode, high: to };
  }
  if (mean !== undefined && sd !== undefined)
    return sd === 0 || factor === 0
      ? { kind: 'fixed', value: mean * factor }
      : { kind: 'normal', mean: mean * factor, sd: sd * Math.abs(factor) };
  if (oneOf !== undefined)
    return {
      kind: 'discrete',
      outcomes: oneOf.map(({ value, probability }) => ({ value: value * factor, probability })),
    };
  if (p10 === undefined || p90 === undefined || p10 === p90 || factor === 0)
    return { kind: 'fixed', value: (p10 ?? 0) * factor };
  if (factor < 0)
    throw new RangeError('A number given by p10 and p90 is above 0, and so is what multiplies it.');
  return { kind: 'log-normal', p10: p10 * factor, p90: p90 * factor };
}
