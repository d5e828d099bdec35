/** Whether more of a criterion is better (`max`) or less (`min`, as with costs). */
export const directions = ['max', 'min'] as const;

/** One of {@link directions}. */
export type Direction = (typeof directions)[number];

/** Scores of options: one row for each option, one column for each criterion. */
export type DecisionMatrix = readonly (readonly number[])[];

/** What a ranking method works on: scores, what each criterion counts, and which way it points. */
export type Decision = {
  matrix: DecisionMatrix;
  /** One for each criterion, none below zero, together 1. */
  weights: readonly number[];
  directions: readonly Direction[];
};

/** How far weights may add up to something else than 1: what writing them with seven digits does. */
const sumTolerance = 1e-6;

/**
 * The columns of a matrix: one list for each criterion.
 *
 * @throws RangeError where there is no option or no criterion, rows differ in length, or a score is no number
 * @example columnsOf([[1, 2], [3, 4]]) // [[1, 3], [2, 4]]
 */
export function columnsOf(matrix: DecisionMatrix): number[][] {
  const [first] = matrix;
  if (first === undefined || first.length === 0)
    throw new RangeError('A decision needs an option and a criterion.');
  matrix.forEach((row, option) => {
    if (row.length !== first.length)
      throw new RangeError(
        `Option ${option + 1} has ${row.length} scores, but there are ${first.length} criteria.`,
      );
    const bad = row.find((score) => !Number.isFinite(score));
    if (bad !== undefined) throw new RangeError(`Option ${option + 1} has a score of ${bad}.`);
  });
  return first.map((_, criterion) => matrix.map((row) => row[criterion] ?? Number.NaN));
}

/**
 * Refuses weights that are no weights: one for each criterion, none below zero, together 1 (within a millionth).
 *
 * @throws RangeError with a sentence that says which weight or which sum is wrong
 * @example checkWeights([0.5, 0.3], 2) // throws "The weights add up to 0.8, not to 1. …"
 */
export function checkWeights(weights: readonly number[], criteria: number): void {
  if (weights.length !== criteria)
    throw new RangeError(
      `There are ${weights.length} weights for ${criteria} criteria. Give one for each criterion.`,
    );
  const bad = weights.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (bad !== undefined) throw new RangeError(`A weight is nought or more, not ${bad}.`);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > sumTolerance)
    throw new RangeError(
      `The weights add up to ${Number(sum.toPrecision(6))}, not to 1. Divide each by the sum, or give points as swing weights.`,
    );
}

/**
 * The columns of a decision that holds together.
 *
 * @throws RangeError as {@link columnsOf} and {@link checkWeights}, and where directions are not one for each criterion
 * @example checkDecision({ matrix: [[1, 2]], weights: [0.5, 0.5], directions: ['max', 'min'] }) // [[1], [2]]
 */
export function checkDecision({ matrix, weights, directions: given }: Decision): number[][] {
  const columns = columnsOf(matrix);
  checkWeights(weights, columns.length);
  if (given.length !== columns.length)
    throw new RangeError(`There are ${given.length} directions for ${columns.length} criteria.`);
  return columns;
}

/**
 * Sum of the products of two lists of the same length.
 *
 * @example dot([1, 2], [3, 4]) // 11
 */
export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? Number.NaN), 0);
}
