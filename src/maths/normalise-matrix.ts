import type { Decision } from './decision-matrix.ts';
import { checkDecision } from './decision-matrix.ts';
import { normaliseColumn, type Normalisation } from './normalise-column.ts';

/**
 * The rows of a decision with every criterion normalised, more being better.
 *
 * @throws RangeError where the decision doesn't hold together, or a criterion can't be normalised this way
 * @example normaliseMatrix({ matrix: [[1, 9], [3, 5]], weights: [0.5, 0.5], directions: ['max', 'min'] }, 'minmax') // [[0, 0], [1, 1]]
 */
export function normaliseMatrix(decision: Decision, normalisation: Normalisation): number[][] {
  const columns = checkDecision(decision).map((column, criterion) =>
    normaliseColumn(column, decision.directions[criterion] ?? 'max', normalisation),
  );
  return decision.matrix.map((_, option) => columns.map((column) => column[option] ?? Number.NaN));
}
