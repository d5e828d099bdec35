import type { Distribution } from '../distributions/distribution.ts';
import { quantileOf } from '../distributions/distribution.ts';

/**
 * By how much an estimate is raised so that it is exceeded with no more than an accepted chance, as a share of it; below 0
 * where the class came in under its estimates.
 *
 * Definition: reference class forecasting, Flyvbjerg and COWI, Procedures for Dealing with Optimism Bias in Transport Planning
 * (Department for Transport, 2004): the quantile of outturn over estimate, less 1.
 *
 * @param ratio outturn over estimate in the class, at the same stage of approval
 * @param acceptedChance of an overrun, 0 to 1: 0.5 for a budget at P50, 0.2 at P80
 * @throws RangeError where the chance or the distribution is out of range
 * @example referenceClassUplift({ kind: 'uniform', low: 1, high: 2 }, 0.2) // 0.8
 */
export function referenceClassUplift(ratio: Distribution, acceptedChance: number): number {
  return quantileOf(ratio, 1 - acceptedChance) - 1;
}
