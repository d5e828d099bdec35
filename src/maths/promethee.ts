import { checkDecision, type Decision } from './decision-matrix.ts';
import { preferenceFor, type Preference } from './preference-function.ts';

/** What speaks for an option against the others, 0 to 1, what speaks for them against it, and the difference. */
export type Flows = { leaving: number; entering: number; net: number };

/**
 * PROMETHEE II: the flows of each option, from comparing every two options on every criterion; a higher net flow is better.
 * Net flows lie from −1 to 1 and add up to nought. One option alone has flows of nought.
 *
 * Brans and Vincke (1985): the flows are means over the other options. Checked against pymcdm 1.4. Cost: options² × criteria.
 *
 * @param preferences one for each criterion, thresholds in the unit of its scores
 * @throws RangeError where the decision doesn't hold together, or preferences are not one for each criterion
 * @example promethee({ matrix: [[4, 3, 2], [3, 2, 4], [5, 1, 3]], weights: [0.5, 0.3, 0.2], directions: ['max', 'max', 'max'] }, [{ kind: 'usual' }, { kind: 'usual' }, { kind: 'usual' }]).map(({ net }) => net) // about [0.1, -0.3, 0.2]
 */
export function promethee(decision: Decision, preferences: readonly Preference[]): Flows[] {
  const columns = checkDecision(decision);
  if (preferences.length !== columns.length)
    throw new RangeError(`There are ${preferences.length} preferences for ${columns.length} criteria.`);
  const { matrix, weights, directions } = decision;
  const preferred = (one: readonly number[], other: readonly number[]): number =>
    preferences.reduce((sum, preference, criterion) => {
      const more = (one[criterion] ?? 0) - (other[criterion] ?? 0);
      const better = directions[criterion] === 'min' ? -more : more;
      return sum + (weights[criterion] ?? 0) * preferenceFor(better, preference);
    }, 0);
  return matrix.map((own, option) => {
    let [leaving, entering] = [0, 0];
    matrix.forEach((other, rival) => {
      if (rival === option) return;
      leaving += preferred(own, other);
      entering += preferred(other, own);
    });
    const rivals = Math.max(1, matrix.length - 1);
    return {
      leaving: leaving / rivals,
      entering: entering / rivals,
      net: (leaving - entering) / rivals,
    };
  });
}
