import type { Decision } from './decision-matrix.ts';
import type { Normalisation } from './normalise-column.ts';
import { normaliseMatrix } from './normalise-matrix.ts';

/**
 * Product of normalised scores, each to the power of its weight, one for each option; more is better (WPM).
 * An option that is at nought on any criterion with weight comes to nought.
 *
 * Bridgman (1922), Fishburn, Murphy and Isaacs (1968); checked against pymcdm 1.4.
 *
 * @throws RangeError where the decision doesn't hold together or can't be normalised
 * @example weightedProduct({ matrix: [[1, 9], [3, 1]], weights: [0.5, 0.5], directions: ['max', 'max'] }) // about [0.474, 0.274]
 */
export function weightedProduct(decision: Decision, normalisation: Normalisation = 'sum'): number[] {
  return normaliseMatrix(decision, normalisation).map((row) =>
    row.reduce((product, score, criterion) => product * score ** (decision.weights[criterion] ?? 0), 1),
  );
}
