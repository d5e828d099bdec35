import type { Decision } from './decision-matrix.ts';
import { columnsOf } from './decision-matrix.ts';
import type { Normalisation } from './normalise-column.ts';
import { normaliseMatrix } from './normalise-matrix.ts';

/**
 * Closeness to the best of everything and distance from the worst of everything, 0 to 1, one for each option; more is better.
 * Where all options are alike nothing is close or far, and each has 0.5.
 *
 * Hwang and Yoon, Multiple Attribute Decision Making (1981), with Euclidean distances: D⁻ ÷ (D⁺ + D⁻) on weighted normalised
 * scores. Hwang and Yoon normalise by `vector`. Checked against pymcdm 1.4.
 *
 * @throws RangeError where the decision doesn't hold together or can't be normalised
 * @example topsis({ matrix: [[1, 3000], [2, 3750], [5, 4500]], weights: [0.5, 0.5], directions: ['min', 'max'] }, 'minmax') // about [0.5, 0.617, 0.5]
 */
export function topsis(decision: Decision, normalisation: Normalisation = 'vector'): number[] {
  const weighted = normaliseMatrix(decision, normalisation).map((row) =>
    row.map((score, criterion) => score * (decision.weights[criterion] ?? 0)),
  );
  const columns = columnsOf(weighted);
  const best = columns.map((column) => Math.max(...column));
  const worst = columns.map((column) => Math.min(...column));
  return weighted.map((row) => {
    const fromWorst = distance(row, worst);
    const span = fromWorst + distance(row, best);
    return span === 0 ? 0.5 : fromWorst / span;
  });
}

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.sqrt(one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0));
}
