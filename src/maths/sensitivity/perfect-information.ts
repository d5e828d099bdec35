import type { Estimate } from '../simulation/sample-error.ts';
import { meanWithError } from '../simulation/sample-error.ts';

/**
 * The option with the greatest mean, by its place; the first of several.
 *
 * @param netBenefits draws of each option, equally many, in the same unit
 * @throws RangeError where there is no option, or their numbers differ
 * @example bestOnAverage([Float64Array.of(1, 3), Float64Array.of(2, 4)]) // 1
 */
export function bestOnAverage(netBenefits: readonly Float64Array[]): number {
  const draws = netBenefits[0]?.length ?? 0;
  if (draws === 0 || netBenefits.some(({ length }) => length !== draws))
    throw new RangeError('Information is worth something about options that have equally many draws.');
  const sums = netBenefits.map((values) => values.reduce((sum, value) => sum + value, 0));
  return sums.indexOf(Math.max(...sums));
}

/**
 * The expected value of perfect information (EVPI): what choosing after everything is known would bring on average, over choosing
 * the best option on average now.
 *
 * Definition: `E[max NB] − max E[NB]` (Raiffa and Schlaifer, Applied Statistical Decision Theory, 1961), from common draws of all
 * options. Costs are net benefits with the sign turned.
 *
 * @param netBenefits draws of each option, equally many, in the same unit and of the same simulation
 * @param block draws per block; 512 unless said otherwise
 * @returns in the unit of the net benefits, never below 0
 * @throws RangeError where there is no option, or their numbers differ
 * @example perfectInformation([Float64Array.of(0, 0), Float64Array.of(-10, 30)]).value // 5
 */
export function perfectInformation(netBenefits: readonly Float64Array[], block?: number): Estimate {
  const best = netBenefits[bestOnAverage(netBenefits)] ?? new Float64Array(0);
  const gains = best.map((value, draw) => {
    let most = value;
    for (const other of netBenefits) most = Math.max(most, other[draw] ?? -Infinity);
    return most - value;
  });
  return meanWithError(gains, block);
}
