import { checkDecision, type Decision } from './decision-matrix.ts';

/**
 * How the criteria of which less is better count. `published`: an option gains the more, the smaller its weighted sum S⁻ of
 * them is. `pymcdm-1.4`: S⁻ itself is added, so that dearer options gain; what that library computes, because the factors of
 * its formula cancel. It is here so that values made with the library can be checked, and is no way to rank options.
 */
export const coprasForms = ['published', 'pymcdm-1.4'] as const;

/** One of {@link coprasForms}. */
export type CoprasForm = (typeof coprasForms)[number];

/**
 * COPRAS: the worth of each option relative to the best, which has 1.
 *
 * Zavadskas, Kaklauskas and Sarka, "The new method of multicriteria complex proportional assessment of projects" (1994):
 * S⁺ + ΣS⁻ ÷ (S⁻ × Σ(1 ÷ S⁻)), on scores divided by the sum of their criterion.
 *
 * @throws RangeError where the decision doesn't hold together, a score isn't above nought, or no criterion with weight has the
 *   direction `min`
 * @example copras({ matrix: [[1, 2], [1, 4]], weights: [0.5, 0.5], directions: ['max', 'min'] }) // about [1, 0.714]
 */
export function copras(decision: Decision, form: CoprasForm = 'published'): number[] {
  const gains: number[] = decision.matrix.map(() => 0);
  const costs: number[] = decision.matrix.map(() => 0);
  checkDecision(decision).forEach((column, criterion) => {
    const low = Math.min(...column);
    if (!(low > 0)) throw new RangeError(`COPRAS needs scores above 0, not ${low}.`);
    const sum = column.reduce((total, score) => total + score, 0);
    const part = decision.directions[criterion] === 'min' ? costs : gains;
    column.forEach((score, option) => {
      part[option] = (part[option] ?? 0) + ((decision.weights[criterion] ?? 0) * score) / sum;
    });
  });
  if (costs.some((cost) => cost === 0))
    throw new RangeError('COPRAS needs a criterion with weight of which less is better.');
  const allCosts = costs.reduce((sum, cost) => sum + cost, 0);
  const inverses = costs.reduce((sum, cost) => sum + 1 / cost, 0);
  const worth = gains.map((gain, option) => {
    const cost = costs[option] ?? 0;
    return gain + (form === 'published' ? allCosts / (cost * inverses) : cost);
  });
  const most = Math.max(...worth);
  return worth.map((one) => one / most);
}
