import { columnsOf, type DecisionMatrix } from './decision-matrix.ts';
import { normaliseColumn } from './normalise-column.ts';

/** Weights read off the scores alone. They say how far options differ on a criterion, never how much it matters. */
export const objectiveWeightings = ['equal', 'entropy', 'standard-deviation', 'critic', 'variance'] as const;

/** One of {@link objectiveWeightings}. */
export type ObjectiveWeighting = (typeof objectiveWeightings)[number];

/**
 * Weights from the scores, one for each criterion, together 1. Equal where options differ on none.
 *
 * `entropy` (Shannon; Hwang and Yoon 1981): 1 + Σ p ln p ÷ ln n, with p a score's share of its criterion and 0 ln 0 = 0.
 * `standard-deviation`: of the raw scores, so in the unit of each criterion. `critic` (Diakoulaki, Mavrotas and Papayannakis
 * 1995): standard deviation × Σ(1 − correlation), on min-max scores; a criterion on which all are alike has none of both.
 * `variance`: of min-max scores. Checked against pymcdm 1.4, whose entropy counts a column with a nought as telling everything.
 *
 * @throws RangeError where rows differ in length, and for `entropy` where a score is below nought or a criterion is all nought
 * @example objectiveWeights([[1, 5], [3, 5]], 'standard-deviation') // [1, 0]
 */
export function objectiveWeights(matrix: DecisionMatrix, weighting: ObjectiveWeighting): number[] {
  const columns = columnsOf(matrix);
  const contents = contentOf[weighting](columns);
  const sum = contents.reduce((total, content) => total + content, 0);
  return contents.map((content) => (sum > 0 ? content / sum : 1 / columns.length));
}

type Columns = readonly (readonly number[])[];

const minmax = (columns: Columns): number[][] =>
  columns.map((column) => normaliseColumn(column, 'max', 'minmax'));

const contentOf: Readonly<Record<ObjectiveWeighting, (columns: Columns) => number[]>> = {
  equal: (columns) => columns.map(() => 1),
  entropy: (columns) => columns.map(informationOf),
  'standard-deviation': (columns) => columns.map((column) => Math.sqrt(varianceOf(column))),
  critic: (columns) => {
    const scaled = minmax(columns);
    return scaled.map((own) => {
      const deviation = Math.sqrt(varianceOf(own));
      return scaled.reduce((sum, other) => sum + deviation * (1 - correlationOf(own, other)), 0);
    });
  },
  variance: (columns) => minmax(columns).map(varianceOf),
};

/** One less the entropy of a column as a share of the most it could be; rounding must not push it below nought. */
function informationOf(column: readonly number[]): number {
  const sum = column.reduce((total, score) => total + score, 0);
  if (column.some((score) => score < 0) || sum === 0)
    throw new RangeError('Entropy needs scores of nought or more, not all nought.');
  if (column.length === 1) return 0;
  const entropy = column.reduce((total, score) => {
    const share = score / sum;
    return share === 0 ? total : total - share * Math.log(share);
  }, 0);
  return Math.max(0, 1 - entropy / Math.log(column.length));
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Pearson's correlation; nought where one of the two doesn't vary. */
function correlationOf(one: readonly number[], other: readonly number[]): number {
  const [oneMean, otherMean] = [meanOf(one), meanOf(other)];
  const covariance = one.reduce(
    (sum, value, index) => sum + (value - oneMean) * ((other[index] ?? 0) - otherMean),
    0,
  );
  const spread = Math.sqrt(varianceOf(one) * varianceOf(other)) * (one.length - 1);
  return spread === 0 ? 0 : covariance / spread;
}
