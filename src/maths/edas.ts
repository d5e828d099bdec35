import { checkDecision, type Decision } from './decision-matrix.ts';

/**
 * EDAS: how far each option is above and below the average option, 0 to 1; more is better.
 * Where no option is above or below, that half counts 1 for all (none falls short) or 0 (none stands out).
 *
 * Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis, "Multi-criteria inventory classification using a new method of evaluation
 * based on distance from average solution (EDAS)", Informatica 26 (2015); checked against pymcdm 1.4.
 *
 * @throws RangeError where the decision doesn't hold together, or the average of a criterion isn't above nought
 * @example edas({ matrix: [[1, 4], [3, 4]], weights: [0.5, 0.5], directions: ['max', 'max'] }) // [0, 1]
 */
export function edas(decision: Decision): number[] {
  const above: number[] = decision.matrix.map(() => 0);
  const below: number[] = decision.matrix.map(() => 0);
  checkDecision(decision).forEach((column, criterion) => {
    const average = column.reduce((sum, score) => sum + score, 0) / column.length;
    if (!(average > 0))
      throw new RangeError(`The average of criterion ${criterion + 1} is ${average}; EDAS divides by it.`);
    const weight = decision.weights[criterion] ?? 0;
    column.forEach((score, option) => {
      const more = (score - average) / average;
      const better = decision.directions[criterion] === 'min' ? -more : more;
      above[option] = (above[option] ?? 0) + weight * Math.max(0, better);
      below[option] = (below[option] ?? 0) + weight * Math.max(0, -better);
    });
  });
  const [mostAbove, mostBelow] = [Math.max(...above), Math.max(...below)];
  return above.map((one, option) => {
    const standsOut = mostAbove === 0 ? 0 : one / mostAbove;
    const fallsShort = mostBelow === 0 ? 0 : (below[option] ?? 0) / mostBelow;
    return (standsOut + 1 - fallsShort) / 2;
  });
}
