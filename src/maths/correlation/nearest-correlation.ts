import type { Matrix } from './matrix.ts';
import { checkCorrelations, choleskyOf, eigenOf } from './matrix.ts';

/** A correlation matrix whose correlations can hold at once, and how far it lies from what was asked for. */
export type NearestCorrelation = {
  matrix: number[][];
  /** False where what was asked for is given back as it is. */
  isChanged: boolean;
  /** The greatest change of a correlation. */
  largestChange: number;
};

/** Least eigenvalue of the answer: a matrix on the very edge would fall over it by rounding. */
const leastEigenvalue = 1e-8;

/**
 * The correlation matrix nearest to a matrix that may be none, because somebody estimated its correlations pair by pair.
 * Nearest by the sum of squared changes: Higham's alternating projections with Dykstra's correction (IMA Journal of
 * Numerical Analysis 22 (2002), algorithm 3.3), then eigenvalues lifted to a hundred-millionth.
 *
 * Costs an eigenvalue decomposition per round, some dozens of rounds; nothing where the matrix is one already.
 *
 * @param matrix symmetric, 1 on the diagonal, from -1 to 1
 * @throws RangeError where it isn't
 * @example nearestCorrelation([[1, 1, 0], [1, 1, 1], [0, 1, 1]]).matrix[0] // [1, 0.7607, 0.1573], rounded
 */
export function nearestCorrelation(matrix: Matrix): NearestCorrelation {
  checkCorrelations(matrix);
  const asked = matrix.map((row) => [...row]);
  if (choleskyOf(asked) !== null) return { matrix: asked, isChanged: false, largestChange: 0 };
  let current = asked;
  let correction = asked.map((row) => row.map(() => 0));
  for (let round = 0; round < 500; round += 1) {
    const before = current;
    const shifted = combine(before, correction, (value, taken) => value - taken);
    const projected = withEigenvaluesFrom(shifted, 0);
    correction = combine(projected, shifted, (value, other) => value - other);
    current = projected.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    if (largestDifference(current, before) < 1e-10) break;
  }
  const lifted = withEigenvaluesFrom(current, leastEigenvalue);
  const scales = lifted.map((row, i) => Math.sqrt(row[i] ?? 1));
  const found = lifted.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / ((scales[i] ?? 1) * (scales[j] ?? 1)))),
  );
  return { matrix: found, isChanged: true, largestChange: largestDifference(found, asked) };
}

/** The nearest matrix whose eigenvalues aren't less. */
function withEigenvaluesFrom(matrix: Matrix, least: number): number[][] {
  const { values, vectors } = eigenOf(matrix);
  return matrix.map((_, i) =>
    matrix.map((_unused, j) => {
      let sum = 0;
      for (const [k, value] of values.entries())
        sum += Math.max(value, least) * (vectors[i]?.[k] ?? 0) * (vectors[j]?.[k] ?? 0);
      return sum;
    }),
  );
}

function combine(one: Matrix, other: Matrix, how: (a: number, b: number) => number): number[][] {
  return one.map((row, i) => row.map((value, j) => how(value, other[i]?.[j] ?? 0)));
}

function largestDifference(one: Matrix, other: Matrix): number {
  return Math.max(...combine(one, other, (a, b) => Math.abs(a - b)).flat());
}
