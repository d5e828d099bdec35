import type { Estimate } from '../simulation/sample-error.ts';
import { meanWithError } from '../simulation/sample-error.ts';
import { conditionalMean, regressorOf } from './conditional-mean.ts';
import { bestOnAverage, perfectInformation } from './perfect-information.ts';

/**
 * The expected value of partial perfect information (EVPPI): what knowing one input before choosing would bring on average.
 * Nothing that finds it out is worth more.
 *
 * Definition: `E[max E[NB | input]] − max E[NB]`, from draws that are there already: the conditional means are regressions on the
 * input (Strong, Oakley and Brennan, Medical Decision Making 34 (2014)), of each option's difference to the best on average, see
 * `conditionalMean`. It is never more than knowing everything is worth. The error is that of the gains under the choice found;
 * that of the regression comes on top.
 *
 * Costs a sort and a few passes over the draws of each option.
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
  const regressor = regressorOf(input, options.classes);
  const gained = netBenefits.map((values) => values.map((value, draw) => value - (best[draw] ?? 0)));
  const expected = gained.map((values) =>
    values.every((value) => value === 0) ? values : conditionalMean(regressor, values),
  );
  let sum = 0;
  const gains = best.map((_, draw) => {
    let [most, here] = [0, 0];
    expected.forEach((means, option) => {
      const mean = means[draw] ?? 0;
      if (mean <= most) return;
      most = mean;
      here = gained[option]?.[draw] ?? 0;
    });
    sum += most;
    return here;
  });
  const { error } = meanWithError(gains, options.block);
  const most = perfectInformation(netBenefits, options.block).value;
  return { value: Math.min(sum / Math.max(1, best.length), most), error };
}
