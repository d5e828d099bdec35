import { checkWeights, columnsOf, type DecisionMatrix } from './decision-matrix.ts';

/** The value of an option with what each criterion adds to it; the parts add up to the total. */
export type AdditiveValue = { total: number; parts: number[] };

/**
 * The weighted value of each option: the sum of weight × points over the criteria, with the parts it is made of.
 *
 * The additive model with swing weights, as the Green Book's supplementary guidance on multi-criteria decision analysis and the
 * manual of 2009 use it. It takes it that criteria don't overlap and that points on one are worth the same whatever the others are.
 *
 * @param points from value functions, 0 to 100; one row for each option
 * @throws RangeError where rows differ in length or the weights don't add up to 1
 * @example additiveValue([[100, 0], [50, 80]], [0.6, 0.4]) // [{ total: 60, parts: [60, 0] }, { total: 62, parts: [30, 32] }]
 */
export function additiveValue(points: DecisionMatrix, weights: readonly number[]): AdditiveValue[] {
  checkWeights(weights, columnsOf(points).length);
  return points.map((row) => {
    const parts = row.map((one, criterion) => one * (weights[criterion] ?? Number.NaN));
    return { total: parts.reduce((sum, part) => sum + part, 0), parts };
  });
}
