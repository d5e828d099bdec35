import { type Decision, dot } from './decision-matrix.ts';
import type { Normalisation } from './normalise-column.ts';
import { normaliseMatrix } from './normalise-matrix.ts';

/**
 * Weighted sum of normalised scores, one for each option; more is better (simple additive weighting, WSM).
 *
 * Churchman and Ackoff (1954); checked against pymcdm 1.4. For a decision use value functions over fixed ranges (`additiveValue`).
 *
 * @throws RangeError where the decision doesn't hold together or can't be normalised
 * @example weightedSum({ matrix: [[1, 9], [3, 5]], weights: [0.6, 0.4], directions: ['max', 'max'] }) // [0.4, 0.6]
 */
export function weightedSum(decision: Decision, normalisation: Normalisation = 'minmax'): number[] {
  return normaliseMatrix(decision, normalisation).map((row) => dot(row, decision.weights));
}
