/**
 * Weights from swing points: how much going from the worst to the best of each fixed range is worth, beside the others.
 * Usually the swing that matters most has 100. The weights add up to 1.
 *
 * Von Winterfeldt and Edwards, Decision Analysis and Behavioral Research (1986); Edwards and Barron, SMARTS (1994). Points belong
 * to the ranges: a range that is changed afterwards makes them void.
 *
 * @param points one for each criterion, nought or more, not all nought
 * @throws RangeError where there are none, one is below nought or no number, or all are nought
 * @example swingWeights([100, 60, 40]) // [0.5, 0.3, 0.2]
 */
export function swingWeights(points: readonly number[]): number[] {
  const bad = points.find((one) => !(one >= 0 && Number.isFinite(one)));
  if (bad !== undefined) throw new RangeError(`Swing points are nought or more, not ${bad}.`);
  const sum = points.reduce((total, one) => total + one, 0);
  if (!(sum > 0)) throw new RangeError('At least one criterion needs swing points above nought.');
  return points.map((one) => one / sum);
}
