import { rankClasses } from './rank-classes.ts';

/**
 * The share of a result's variance that goes if one input becomes known: the first-order Sobol index, from draws that are
 * there already.
 *
 * Definition: variance of the conditional mean over variance. Estimated by the correlation ratio over classes of equally many
 * draws (Pearson; Plischke, Borgonovo and Smith, European Journal of Operational Research 226 (2013)), corrected for the means
 * of small classes varying by chance (Kelley's ε²), so that an input without effect comes out at 0 on average; what falls below
 * 0 is 0. With correlated inputs the share holds what the input tells about the others, and shares don't add up to 1.
 *
 * Costs a sort and a search per draw. With N draws and the cube root of N classes the error is a few times 1 ÷ √N.
 *
 * @param input draws of the input
 * @param result draws of the result, in the same order
 * @param classes how many; the cube root of the draws unless said otherwise
 * @returns 0 to 1, or null where the result doesn't vary
 * @throws RangeError where they have different numbers of draws
 * @example firstOrderShare(Float64Array.of(1, 1, 2, 2), Float64Array.of(3, 3, 8, 8)) // 1
 */
export function firstOrderShare(input: Float64Array, result: Float64Array, classes?: number): number | null {
  if (input.length !== result.length)
    throw new RangeError(`${input.length} draws of an input don't belong to ${result.length} of a result.`);
  const groups = rankClasses(input, classes);
  const sums = new Float64Array(groups.classes);
  const counts = new Float64Array(groups.classes);
  const shift = result[0] ?? 0;
  let [sum, squares] = [0, 0];
  for (let draw = 0; draw < result.length; draw += 1) {
    const group = groups.classOf[draw] ?? 0;
    const value = (result[draw] ?? 0) - shift;
    sums[group] = (sums[group] ?? 0) + value;
    counts[group] = (counts[group] ?? 0) + 1;
    sum += value;
    squares += value * value;
  }
  const draws = result.length;
  const whole = squares - sum ** 2 / draws;
  if (!(whole > 0)) return null;
  let between = -(sum ** 2) / draws;
  for (const [group, count] of counts.entries()) if (count > 0) between += (sums[group] ?? 0) ** 2 / count;
  const unexplained = 1 - between / whole;
  // Where every draw has a class of its own, nothing is left to tell chance by.
  const corrected =
    draws > groups.classes ? 1 - (unexplained * (draws - 1)) / (draws - groups.classes) : between / whole;
  return Math.min(1, Math.max(0, corrected));
}
