import { checkDecision, type Decision } from './decision-matrix.ts';

/** How far an option is from the ideal, LESS being better in each. */
export type Compromise = {
  /** Weighted sum of what is missing on all criteria (S). */
  groupRegret: number;
  /** The most that is missing on one criterion (R). */
  largestRegret: number;
  /** The two weighed against each other (Q), 0 the best option and 1 the worst where both agree. */
  compromise: number;
};

/**
 * VIKOR: how far each option is from the best of every criterion, on the whole and at its worst point. Less is better.
 * A criterion on which all are alike adds nothing, and neither does a part of Q in which all options are equal.
 *
 * Opricovic and Tzeng, "Compromise solution by MCDM methods", European Journal of Operational Research 156 (2004);
 * checked against pymcdm 1.4.
 *
 * @param groupShare weight of the whole against the worst point (v), 0 to 1
 * @throws RangeError where the decision doesn't hold together or the share is outside 0 to 1
 * @example vikor({ matrix: [[1, 1], [2, 3]], weights: [0.5, 0.5], directions: ['max', 'max'] }).map(({ compromise }) => compromise) // [1, 0]
 */
export function vikor(decision: Decision, groupShare = 0.5): Compromise[] {
  if (!(groupShare >= 0 && groupShare <= 1))
    throw new RangeError(`The share of the whole is from 0 to 1, not ${groupShare}.`);
  const columns = checkDecision(decision);
  const missing = columns.map((column, criterion) => {
    const isLess = decision.directions[criterion] === 'min';
    const [low, high] = [Math.min(...column), Math.max(...column)];
    const weight = decision.weights[criterion] ?? 0;
    return column.map((score) =>
      low === high ? 0 : (weight * (isLess ? score - low : high - score)) / (high - low),
    );
  });
  const rows = decision.matrix.map((_, option) => missing.map((column) => column[option] ?? 0));
  const group = rows.map((row) => row.reduce((sum, part) => sum + part, 0));
  const largest = rows.map((row) => Math.max(...row));
  const groupScale = scaleOf(group);
  const largestScale = scaleOf(largest);
  return rows.map((_, option) => {
    const [groupRegret, largestRegret] = [group[option] ?? 0, largest[option] ?? 0];
    return {
      groupRegret,
      largestRegret,
      compromise: groupShare * groupScale(groupRegret) + (1 - groupShare) * largestScale(largestRegret),
    };
  });
}

function scaleOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => (low === high ? 0 : (value - low) / (high - low));
}
