import type { Estimate } from '../simulation/sample-error.ts';
import { meanWithError } from '../simulation/sample-error.ts';
import { bestOnAverage } from './perfect-information.ts';
import { rankClasses } from './rank-classes.ts';

/**
 * The expected value of partial perfect information (EVPPI): what knowing one input before choosing would bring on average.
 * Nothing that finds it out is worth more.
 *
 * Definition: `E[max E[NB | input]] − max E[NB]`, from draws that are there already. The conditional mean is that of a class of
 * draws with neighbouring values of the input, as many classes as the cube root of the draws (a single-parameter estimator
 * from one sample as in Strong and Oakley, Medical Decision Making 33 (2013)). Classes that are too coarse miss some value, and
 * ones that are too small find some in chance: with N draws both are of the order of N^(−2/3). The error is that of the gains
 * under the choice found.
 *
 * Costs a sort and a search per draw.
 *
 * @param input draws of the input
 * @param netBenefits draws of each option, in the same order
 * @param options how many classes, and draws per block (512)
 * @returns in the unit of the net benefits, never below 0
 * @throws RangeError where there is no option, or numbers of draws differ
 * @example partialInformation(Float64Array.of(0, 0, 1, 1), [Float64Array.of(0, 0, 0, 0), Float64Array.of(-9, -11, 25, 35)]).value // 5
 */
export function partialInformation(
  input: Float64Array,
  netBenefits: readonly Float64Array[],
  options: { classes?: number | undefined; block?: number | undefined } = {},
): Estimate {
  const best = netBenefits[bestOnAverage(netBenefits)] ?? new Float64Array(0);
  if (input.length !== best.length)
    throw new RangeError(`${input.length} draws of an input don't belong to ${best.length} of an option.`);
  const { classOf, classes } = rankClasses(input, options.classes);
  const sums = netBenefits.map((values) => {
    const byClass = new Float64Array(classes);
    for (let draw = 0; draw < values.length; draw += 1) {
      const group = classOf[draw] ?? 0;
      byClass[group] = (byClass[group] ?? 0) + (values[draw] ?? 0);
    }
    return byClass;
  });
  const chosen = Array.from({ length: classes }, (_, group) => {
    const here = sums.map((byClass) => byClass[group] ?? 0);
    return netBenefits[here.indexOf(Math.max(...here))] ?? best;
  });
  const gains = best.map((value, draw) => (chosen[classOf[draw] ?? 0]?.[draw] ?? value) - value);
  const { value, error } = meanWithError(gains, options.block);
  return { value: Math.max(0, value), error };
}
