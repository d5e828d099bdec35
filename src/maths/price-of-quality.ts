/** What an option costs, in whole pence, and its value in points. */
export type PricedOption = { costPence: number; points: number };

/**
 * How two options stand to each other: one is better and dearer, and then a point has a price; or one is at least as good and
 * costs no more (`dominates`); or they are the same in both.
 */
export type QualityPrice =
  | { kind: 'price'; better: 'one' | 'other'; extraPoints: number; extraPence: number; pencePerPoint: number }
  | { kind: 'dominates'; better: 'one' | 'other'; extraPoints: number; savedPence: number }
  | { kind: 'same' };

/**
 * The price of a point of quality: what the better of two options costs more, by the points it has more, rounded to a penny.
 * Whoever would pay more than that for a point chooses the better option; who wouldn't, the cheaper.
 *
 * Costs are never turned into points, nor points into money.
 *
 * @throws RangeError where costs are no whole pence or points no number
 * @example priceOfQuality({ costPence: 530_000_000, points: 76 }, { costPence: 360_000_000, points: 61 }) // { kind: 'price', better: 'one', extraPoints: 15, extraPence: 170_000_000, pencePerPoint: 11_333_333 }
 */
export function priceOfQuality(one: PricedOption, other: PricedOption): QualityPrice {
  for (const { costPence, points } of [one, other]) {
    if (!Number.isSafeInteger(costPence)) throw new RangeError(`A cost is whole pence, not ${costPence}.`);
    if (!Number.isFinite(points)) throw new RangeError(`Points are a number, not ${points}.`);
  }
  const points = one.points - other.points;
  const pence = one.costPence - other.costPence;
  if (points === 0 && pence === 0) return { kind: 'same' };
  if (points !== 0 && Math.sign(points) === Math.sign(pence)) {
    const [extraPoints, extraPence] = [Math.abs(points), Math.abs(pence)];
    return {
      kind: 'price',
      better: points > 0 ? 'one' : 'other',
      extraPoints,
      extraPence,
      pencePerPoint: Math.round(extraPence / extraPoints),
    };
  }
  const better = points > 0 || (points === 0 && pence < 0) ? 'one' : 'other';
  return { kind: 'dominates', better, extraPoints: Math.abs(points), savedPence: Math.abs(pence) };
}

/**
 * The cost, in whole pence, at which the better option stops being preferred, for what a point is worth: its own cost plus what
 * its lead in net worth is. Negative where even a gift wouldn't do.
 *
 * @param pencePerPoint what a point is worth to the decision-maker
 * @throws RangeError as {@link priceOfQuality}
 * @example switchingCostPence({ costPence: 530_000_000, points: 76 }, { costPence: 360_000_000, points: 61 }, 12_000_000) // 540_000_000
 */
export function switchingCostPence(option: PricedOption, rival: PricedOption, pencePerPoint: number): number {
  priceOfQuality(option, rival);
  if (!Number.isFinite(pencePerPoint))
    throw new RangeError(`What a point is worth is a number, not ${pencePerPoint}.`);
  return Math.round(rival.costPence + (option.points - rival.points) * pencePerPoint);
}
