/**
 * The rank of each score, 1 being the best; equal scores share the mean of their ranks.
 *
 * @param best whether the highest or the lowest score is the best
 * @example rankOrder([7, 9, 7], 'highest') // [2.5, 1, 2.5]
 */
export function rankOrder(scores: readonly number[], best: 'highest' | 'lowest'): number[] {
  return scores.map((own) => {
    const better = scores.filter((other) => (best === 'highest' ? other > own : other < own)).length;
    const equal = scores.filter((other) => other === own).length;
    return better + (equal + 1) / 2;
  });
}
