import { additiveValue } from './additive-value.ts';
import type { DecisionMatrix } from './decision-matrix.ts';

/** The value of something at which an order of two turns, and how far that is from the value now (negative: less). */
export type SwitchingValue = { value: number; change: number };

/**
 * The value of a quantity at which a lead becomes nought, where the lead changes evenly with the quantity; null where it doesn't
 * change with it, because then nothing switches.
 *
 * HM Treasury, The Green Book: the value a key variable would have to take for the choice to change.
 *
 * @param now the quantity as it is
 * @param lead what the one is ahead of the other by now, in any unit; negative where it is behind
 * @param perUnit what the lead gains when the quantity rises by one
 * @throws RangeError where one of the three is no number
 * @example switchingValue({ now: 4, lead: 10, perUnit: -2 }) // { value: 9, change: 5 }
 */
export function switchingValue(given: { now: number; lead: number; perUnit: number }): SwitchingValue | null {
  const bad = Object.entries(given).find(([, number]) => !Number.isFinite(number));
  if (bad !== undefined) throw new RangeError(`"${bad[0]}" has to be a number, not ${bad[1]}.`);
  const { now, lead, perUnit } = given;
  if (perUnit === 0) return null;
  const change = lead === 0 ? 0 : -lead / perUnit;
  return { value: now + change, change };
}

/** The points on one criterion at which an option and a rival change places; `isReachable` where they are from 0 to 100. */
export type PointsSwitch = SwitchingValue & {
  criterion: number;
  option: number;
  rival: number;
  isReachable: boolean;
};

/**
 * For one option and each criterion, the points it would need there to change places with a rival, everything else staying; only
 * criteria that have weight. What is reachable with the least change is the first thing to check.
 *
 * @param points one row for each option, 0 to 100
 * @throws RangeError where the option or rival isn't there, or weights don't hold together
 * @example pointsSwitches([[80, 20], [40, 60]], [0.6, 0.4], { option: 0, rival: 1 })[0]?.value // about 66.67: a lead of 8 is lost at weight 0.6 by 13.33 points less than 80
 */
export function pointsSwitches(
  points: DecisionMatrix,
  weights: readonly number[],
  { option, rival }: { option: number; rival: number },
): PointsSwitch[] {
  const totals = additiveValue(points, weights).map(({ total }) => total);
  const [own, other] = [totals[option], totals[rival]];
  if (own === undefined || other === undefined || option === rival)
    throw new RangeError(`There are ${totals.length} options; ${option} and ${rival} are not two of them.`);
  return weights.flatMap((weight, criterion) => {
    const now = points[option]?.[criterion] ?? Number.NaN;
    const found = switchingValue({ now, lead: own - other, perUnit: weight });
    if (found === null) return [];
    return [{ ...found, criterion, option, rival, isReachable: found.value >= 0 && found.value <= 100 }];
  });
}
