import type { Rng } from '../lib/rng.ts';
import { checkWeights } from './decision-matrix.ts';
import { intervalDrawer } from './interval-weights.ts';

/** Criteria by their numbers (from 0), most important group first; within a group nothing is said. */
export type ImportanceOrder = readonly (readonly number[])[];

/**
 * What is known about the weights. `uniform`: nothing, every set of weights is as likely. `ordered`: only which matter more.
 * `intervals`: each lies between two bounds, and perhaps an order. `fixed`: exactly. `assessors`: each of several sets is as likely.
 */
export type WeightBelief =
  | { kind: 'uniform' }
  | { kind: 'ordered'; order: ImportanceOrder }
  | { kind: 'intervals'; low: readonly number[]; high: readonly number[]; order?: ImportanceOrder }
  | { kind: 'fixed'; weights: readonly number[] }
  | { kind: 'assessors'; weights: readonly (readonly number[])[] };

/** Writes one set of weights into the array. */
export type WeightDrawer = (into: Float64Array) => void;

/**
 * A way to draw weights, each from nought, together 1.
 *
 * `uniform` draws from the whole simplex: the gaps between sorted uniform numbers (Devroye, Non-Uniform Random Variate Generation,
 * 1986, V.2). `ordered` sorts such weights, which by symmetry is uniform among those that keep the order. `intervals` walks within
 * the bounds, two weights at a time (hit-and-run; Tervonen, van Valkenhoef, Baştürk and Postmus 2013), so neighbouring draws are
 * not quite independent.
 *
 * @throws RangeError where weights don't add up to 1, the order doesn't name each criterion once, or no weights keep the bounds
 * @example weightDrawer({ kind: 'fixed', weights: [0.5, 0.5] }, 2, rng)(into) // into is [0.5, 0.5]
 */
export function weightDrawer(belief: WeightBelief, criteria: number, rng: Rng): WeightDrawer {
  if (belief.kind === 'uniform') return (into) => drawSimplex(into, rng);
  if (belief.kind === 'fixed') return assessorDrawer([belief.weights], criteria, rng);
  if (belief.kind === 'assessors') return assessorDrawer(belief.weights, criteria, rng);
  if (belief.order !== undefined) checkOrder(belief.order, criteria);
  return belief.kind === 'ordered' ? orderedDrawer(belief.order, rng) : intervalDrawer(belief, criteria, rng);
}

function assessorDrawer(
  sets: readonly (readonly number[])[],
  criteria: number,
  rng: Rng,
): (into: Float64Array) => void {
  if (sets.length === 0) throw new RangeError('There are no assessors whose weights could be drawn.');
  for (const weights of sets) checkWeights(weights, criteria);
  const arrays = sets.map((weights) => Float64Array.from(weights));
  return (into) => {
    const chosen = arrays[arrays.length === 1 ? 0 : Math.floor(rng.next() * arrays.length)];
    if (chosen !== undefined) into.set(chosen);
  };
}

/** The gaps between sorted uniform numbers, sorted as they come: for a dozen criteria faster than logarithms. */
function drawSimplex(into: Float64Array, rng: Rng): void {
  const last = into.length - 1;
  for (let count = 0; count < last; count += 1) {
    const next = rng.next();
    let place = count;
    for (; place > 0 && (into[place - 1] ?? 0) > next; place -= 1) into[place] = into[place - 1] ?? 0;
    into[place] = next;
  }
  into[last] = 1;
  for (let place = last; place > 0; place -= 1) into[place] = (into[place] ?? 0) - (into[place - 1] ?? 0);
}

function orderedDrawer(order: ImportanceOrder, rng: Rng): (into: Float64Array) => void {
  const sorted = new Float64Array(order.flat().length);
  return (into) => {
    drawSimplex(sorted, rng);
    sorted.sort();
    let rest = sorted.length;
    for (const group of order) {
      // The largest weights that are left, in any order within the group.
      const from = rest - group.length;
      for (const criterion of group) {
        const chosen = from + Math.floor(rng.next() * (rest - from));
        into[criterion] = sorted[chosen] ?? Number.NaN;
        rest -= 1;
        sorted[chosen] = sorted[rest] ?? Number.NaN;
      }
    }
  };
}

function checkOrder(order: ImportanceOrder, criteria: number): void {
  const named = order.flat().toSorted((one, other) => one - other);
  if (named.length !== criteria || named.some((criterion, index) => criterion !== index))
    throw new RangeError(
      `An order of importance names each of the ${criteria} criteria once, by numbers from 0; this one names ${named.join(', ') || 'none'}.`,
    );
}
