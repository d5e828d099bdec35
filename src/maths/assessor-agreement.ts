import { columnsOf, type DecisionMatrix } from './decision-matrix.ts';

/** How far assessors are apart on one option and criterion, in points. */
export type CellSpread = {
  option: number;
  criterion: number;
  mean: number;
  low: number;
  high: number;
  /** The mean distance of two assessors, in points. */
  distance: number;
};

/** Where assessors differ, most first, and how much they do on the whole. */
export type AssessorAgreement = {
  assessors: number;
  cells: CellSpread[];
  /** Mean distance of two assessors over all cells as a share of the scale: 0 all alike, 0.1 ten points of a hundred. */
  disagreement: number;
};

/**
 * How far several assessors are apart: for each option and criterion the range and the mean distance of two assessors, and over
 * all of them that distance as a share of the scale. It is a prompt to talk, not a test: assessors may agree and be wrong.
 *
 * The measure is Gini's mean difference over the pairs of different assessors. Its cost is options × criteria × assessors².
 *
 * @param scores one matrix for each assessor, two or more
 * @param scale from the least to the most points there are; 0 to 100 unless said otherwise
 * @throws RangeError where there are fewer than two assessors, matrices differ in shape, or points lie outside the scale
 * @example assessorAgreement([[[50, 80]], [[70, 80]]]).disagreement // 0.1
 */
export function assessorAgreement(
  scores: readonly DecisionMatrix[],
  scale: { low: number; high: number } = { low: 0, high: 100 },
): AssessorAgreement {
  const [first] = scores;
  if (first === undefined || scores.length < 2)
    throw new RangeError('Agreement needs two assessors or more.');
  if (!(scale.high > scale.low))
    throw new RangeError(`A scale from ${scale.low} to ${scale.high} has no length.`);
  const criteria = columnsOf(first).length;
  for (const matrix of scores)
    if (columnsOf(matrix).length !== criteria || matrix.length !== first.length)
      throw new RangeError('Assessors have to score the same options on the same criteria.');
  const cells = first.flatMap((row, option) =>
    row.map((_, criterion) => {
      const given = scores.map((matrix) => matrix[option]?.[criterion] ?? Number.NaN);
      const bad = given.find((points) => !(points >= scale.low && points <= scale.high));
      if (bad !== undefined)
        throw new RangeError(`${bad} points lie outside the scale from ${scale.low} to ${scale.high}.`);
      return {
        option,
        criterion,
        mean: given.reduce((sum, points) => sum + points, 0) / given.length,
        low: Math.min(...given),
        high: Math.max(...given),
        distance: meanDistance(given),
      };
    }),
  );
  const distance = cells.reduce((sum, cell) => sum + cell.distance, 0) / cells.length;
  return {
    assessors: scores.length,
    cells: cells.toSorted((one, other) => other.distance - one.distance),
    disagreement: distance / (scale.high - scale.low),
  };
}

function meanDistance(given: readonly number[]): number {
  let sum = 0;
  given.forEach((one, index) => {
    for (const other of given.slice(index + 1)) sum += Math.abs(one - other);
  });
  return sum / ((given.length * (given.length - 1)) / 2);
}
