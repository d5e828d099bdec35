/** What becomes of a score outside the range: it counts as the nearest end, or is refused. */
export type Outside = 'clamp' | 'refuse';

/**
 * How scores become points from 0 to 100. The range is fixed before options are scored: `worst` has 0 points and `best` has
 * 100, and `worst` may be the larger (days, defects). Piecewise-linear functions name corners from one end to the other.
 */
export type ValueFunction =
  | { kind: 'linear'; worst: number; best: number }
  | { kind: 'piecewise'; corners: readonly (readonly [score: number, points: number])[] };

/**
 * The points, 0 to 100, of a score under a value function. Because the range is fixed, no other option changes them.
 *
 * Measurable value functions after Dyer and Sarin (1979); Department for Communities and Local Government, Multi-criteria
 * analysis: a manual (2009), chapter 6.
 *
 * @param outside what happens beyond the range; scores are refused unless said otherwise
 * @throws RangeError where the score is no number or beyond the range, the ends are equal, corners are fewer than two or not in
 *   ascending order of score, or points are outside 0 to 100
 * @example valueOf(30, { kind: 'linear', worst: 90, best: 30 }) // 100
 * @example valueOf(5, { kind: 'piecewise', corners: [[0, 0], [4, 80], [8, 100]] }) // 85
 * @example valueOf(120, { kind: 'linear', worst: 0, best: 100 }, 'clamp') // 100
 */
export function valueOf(score: number, fn: ValueFunction, outside: Outside = 'refuse'): number {
  if (!Number.isFinite(score)) throw new RangeError(`A score of ${score} has no value.`);
  const corners = cornersOf(fn);
  const low = corners[0]?.[0] ?? Number.NaN;
  const high = corners.at(-1)?.[0] ?? Number.NaN;
  if ((score < low || score > high) && outside === 'refuse')
    throw new RangeError(
      `A score of ${score} lies outside the range from ${low} to ${high}. Widen the range before weights are set.`,
    );
  const inside = Math.min(high, Math.max(low, score));
  const next = Math.max(
    1,
    corners.findIndex(([at]) => at >= inside),
  );
  const [fromScore, fromPoints] = corners[next - 1] ?? [Number.NaN, Number.NaN];
  const [toScore, toPoints] = corners[next] ?? [Number.NaN, Number.NaN];
  const share = (inside - fromScore) / (toScore - fromScore);
  // Written so that both ends are met exactly.
  return fromPoints * (1 - share) + toPoints * share;
}

type Corners = readonly (readonly [score: number, points: number])[];

function cornersOf(fn: ValueFunction): Corners {
  if (fn.kind === 'linear') {
    const { worst, best } = fn;
    if (!(Number.isFinite(worst) && Number.isFinite(best)) || worst === best)
      throw new RangeError(`A range from ${worst} to ${best} has no two ends.`);
    return worst < best
      ? [
          [worst, 0],
          [best, 100],
        ]
      : [
          [best, 100],
          [worst, 0],
        ];
  }
  const { corners } = fn;
  if (corners.length < 2)
    throw new RangeError('A piecewise-linear value function needs two corners or more.');
  corners.forEach(([score, points], index) => {
    const before = corners[index - 1]?.[0] ?? -Infinity;
    if (!(Number.isFinite(score) && score > before))
      throw new RangeError(`The corner at ${score} doesn't come after the one at ${before}.`);
    if (!(points >= 0 && points <= 100))
      throw new RangeError(`Points go from 0 to 100, not ${points} (at the corner ${score}).`);
  });
  return corners;
}
