import type { Estimate, QuantileEstimate } from './sample-error.ts';
import { blockDraws, meanWithError, quantileWithError } from './sample-error.ts';

/** What a simulated quantity comes to, in its own unit. */
export type DrawsSummary = {
  draws: number;
  mean: Estimate;
  sd: number;
  p10: QuantileEstimate;
  p50: QuantileEstimate;
  p80: QuantileEstimate;
  p90: QuantileEstimate;
};

/**
 * Mean, standard deviation (n − 1) and the quantiles P10, P50, P80 and P90 of draws, with their errors.
 *
 * Costs a sort.
 *
 * @param values in the order in which they were drawn
 * @param block draws per block; 1 where draws are independent
 * @throws RangeError where there are fewer than two
 * @example summariseDraws([1, 2, 3, 4], 1).sd // 1.2909944487358056
 */
export function summariseDraws(values: ArrayLike<number>, block: number = blockDraws): DrawsSummary {
  const sorted = Float64Array.from(values).sort();
  const mean = meanWithError(values, block);
  let squares = 0;
  for (let place = 0; place < sorted.length; place += 1) squares += ((sorted[place] ?? 0) - mean.value) ** 2;
  const at = (share: number): QuantileEstimate => quantileWithError(values, share, block, sorted);
  return {
    draws: sorted.length,
    mean,
    sd: Math.sqrt(squares / (sorted.length - 1)),
    p10: at(0.1),
    p50: at(0.5),
    p80: at(0.8),
    p90: at(0.9),
  };
}
