import type { Rng } from '../lib/rng.ts';

/** Bounds for each weight, and which criteria matter more than which (groups, most important first). */
type Bounds = {
  low: readonly number[];
  high: readonly number[];
  order?: readonly (readonly number[])[];
};

/** Moves for each weight between two draws, and before the first. */
const movesPerWeight = 2;
const movesBeforeFirst = 200;

/**
 * A way to draw weights that keep bounds, and an order where there is one, uniformly among all that do: from a set that keeps
 * them, two weights at a time are moved along their sum as far as the rest allows, to a uniform point (hit-and-run).
 *
 * @throws RangeError where bounds are not from 0 to 1 or the wrong way round, or no weights that add up to 1 keep them
 * @example intervalDrawer({ low: [0.4, 0], high: [0.6, 1] }, 2, rng)(into) // into[0] between 0.4 and 0.6, into[1] the rest
 */
export function intervalDrawer(bounds: Bounds, criteria: number, rng: Rng): (into: Float64Array) => void {
  const group = new Int32Array(criteria);
  bounds.order?.forEach((members, index) => {
    for (const criterion of members) group[criterion] = index;
  });
  const { low, high } = tighten(bounds, criteria, group);
  const weights = startBetween(low, high);

  const move = (): void => {
    const one = Math.floor(rng.next() * criteria);
    const other = (one + 1 + Math.floor(rng.next() * (criteria - 1))) % criteria;
    const sum = at(weights, one) + at(weights, other);
    const [oneLow, oneHigh] = room(one, other, { weights, low, high, group });
    const [otherLow, otherHigh] = room(other, one, { weights, low, high, group });
    let least = Math.max(oneLow, sum - otherHigh);
    let most = Math.min(oneHigh, sum - otherLow);
    if (at(group, one) < at(group, other)) least = Math.max(least, sum / 2);
    if (at(group, one) > at(group, other)) most = Math.min(most, sum / 2);
    if (!(most > least)) return;
    weights[one] = least + rng.next() * (most - least);
    weights[other] = sum - at(weights, one);
  };

  if (criteria > 1) for (let step = movesBeforeFirst * criteria; step > 0; step -= 1) move();
  return (into) => {
    if (criteria > 1) for (let step = movesPerWeight * criteria; step > 0; step -= 1) move();
    into.set(weights);
  };
}

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? Number.NaN;

type State = { weights: Float64Array; low: Float64Array; high: Float64Array; group: Int32Array };

/** How far one weight may go while all but another stay. */
function room(own: number, but: number, { weights, low, high, group }: State): [least: number, most: number] {
  let [least, most] = [at(low, own), at(high, own)];
  for (let rival = 0; rival < weights.length; rival += 1) {
    if (rival === own || rival === but) continue;
    if (at(group, rival) > at(group, own)) least = Math.max(least, at(weights, rival));
    if (at(group, rival) < at(group, own)) most = Math.min(most, at(weights, rival));
  }
  return [least, most];
}

/** Bounds after the order has been read into them, so that the lower ones and the upper ones each keep it. */
function tighten(
  bounds: Bounds,
  criteria: number,
  group: Int32Array,
): { low: Float64Array; high: Float64Array } {
  if (bounds.low.length !== criteria || bounds.high.length !== criteria)
    throw new RangeError(`There are ${criteria} criteria; give a lower and an upper bound for each.`);
  bounds.low.forEach((least, index) => {
    const most = at(bounds.high, index);
    if (!(least >= 0 && least <= most && most <= 1))
      throw new RangeError(
        `The weight of criterion ${index + 1} can't lie between ${least} and ${most}: bounds go from 0 to 1.`,
      );
  });
  const all = [...bounds.low.keys()];
  const low = Float64Array.from(all, (own) =>
    Math.max(
      ...all
        .filter((one) => one === own || at(group, one) > at(group, own))
        .map((one) => at(bounds.low, one)),
    ),
  );
  const high = Float64Array.from(all, (own) =>
    Math.min(
      ...all
        .filter((one) => one === own || at(group, one) < at(group, own))
        .map((one) => at(bounds.high, one)),
    ),
  );
  return { low, high };
}

/** The weights that lie the same share of the way between all bounds and add up to 1. */
function startBetween(low: Float64Array, high: Float64Array): Float64Array {
  const lowSum = low.reduce((sum, one) => sum + one, 0);
  const highSum = high.reduce((sum, one) => sum + one, 0);
  const crossed = low.findIndex((least, index) => least > at(high, index));
  const slack = 1e-12;
  if (crossed !== -1 || lowSum > 1 + slack || highSum < 1 - slack)
    throw new RangeError(
      `No weights that add up to 1 keep these bounds: the lower ones add up to ${lowSum}, the upper ones to ${highSum}. Widen them.`,
    );
  const share = highSum > lowSum ? (1 - lowSum) / (highSum - lowSum) : 0;
  return low.map((least, index) => least + share * (at(high, index) - least));
}
