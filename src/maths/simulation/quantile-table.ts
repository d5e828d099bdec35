import type { Law } from '../distributions/_law.ts';
import type { Distribution } from '../distributions/distribution.ts';
import type { BetaPert } from '../distributions/beta-pert.ts';
import { lawOf } from '../distributions/distribution.ts';
import { normalCdf, normalQuantile } from '../normal.ts';

/** Knots per standard deviation, and how far the table reaches: beyond six lie two draws in a thousand million. */
const perUnit = 512;
const reach = 6;
const knots = 2 * reach * perUnit + 1;

/**
 * A distribution made ready for many draws from points of the standard normal distribution. Smooth ones are a table at
 * 6,145 equally spaced points, so that the tails have as many knots as they need; of steps the points and values are kept,
 * and are exact.
 */
export type QuantileTable =
  { kind: 'knots'; values: Float64Array } | { kind: 'steps'; ends: Float64Array; values: Float64Array };

let shares: Float64Array | null = null;

/** The shares below the knots, the same for every table. */
function sharesAtKnots(): Float64Array {
  shares ??= Float64Array.from({ length: knots }, (_, knot) => normalCdf(knot / perUnit - reach));
  return shares;
}

/**
 * Tabulates a distribution. Between knots the table goes in a straight line, which is off by less than a
 * hundred-thousandth of the standard deviation where the distribution has no kink; beyond six standard deviations it stays
 * at its ends.
 *
 * Costs some milliseconds for the first beta-PERT distribution of a shape, less for the others; 48 kB.
 *
 * @throws RangeError where the parameters make no distribution
 * @example quantileTable({ kind: 'normal', mean: 0, sd: 1 }).kind // 'knots'
 */
export function quantileTable(distribution: Distribution): QuantileTable {
  if (distribution.kind === 'pert' && distribution.low < distribution.high) return pertTable(distribution);
  return tabulate(distribution);
}

/** Shapes of beta-PERT distributions kept; a memory that is full begins anew. */
const mostShapes = 500;
const shapes = new Map<string, Float64Array>();

/** All beta-PERT distributions whose mode lies at the same part of the way are one, stretched: its table is made once. */
function pertTable({ low, mode, high, lambda }: BetaPert): QuantileTable {
  const width = high - low;
  const part = (mode - low) / width;
  const shape = `${part} ${lambda ?? ''}`;
  let unit = shapes.get(shape);
  if (unit === undefined) {
    unit = tabulate({ kind: 'pert', low: 0, mode: part, high: 1, lambda }).values;
    if (shapes.size >= mostShapes) shapes.clear();
    shapes.set(shape, unit);
  }
  return { kind: 'knots', values: unit.map((value) => low + width * value) };
}

function tabulate(distribution: Distribution): QuantileTable {
  const law: Law = lawOf(distribution);
  if (law.steps !== undefined)
    return {
      kind: 'steps',
      ends: Float64Array.from(law.steps.slice(0, -1), ({ upTo }) => normalQuantile(upTo)),
      values: Float64Array.from(law.steps, ({ value }) => value),
    };
  const values = new Float64Array(knots);
  const below = sharesAtKnots();
  for (let knot = 0; knot < knots; knot += 1) {
    // The line through the last two is near the next, which spares the distribution a search.
    const last = values[knot - 1];
    const near = last === undefined ? last : 2 * last - (values[knot - 2] ?? last);
    values[knot] =
      law.atNormal === undefined
        ? law.quantile(below[knot] ?? 0, near)
        : law.atNormal(knot / perUnit - reach);
  }
  return { kind: 'knots', values };
}

/**
 * Turns points of the standard normal distribution into draws of a tabulated one, in place.
 *
 * @param count how many places of the column, from the first
 * @example drawFrom(quantileTable({ kind: 'normal', mean: 100, sd: 15 }), Float64Array.of(0, 2)) // Float64Array [100, 130]
 */
export function drawFrom(table: QuantileTable, column: Float64Array, count = column.length): Float64Array {
  const { values } = table;
  if (table.kind === 'steps') {
    for (let place = 0; place < count; place += 1) {
      const score = column[place] ?? 0;
      let step = 0;
      while (step < table.ends.length && score > (table.ends[step] ?? 0)) step += 1;
      column[place] = values[step] ?? 0;
    }
    return column;
  }
  for (let place = 0; place < count; place += 1) {
    const at = Math.min(Math.max(((column[place] ?? 0) + reach) * perUnit, 0), knots - 2);
    const knot = Math.floor(at);
    const from = values[knot] ?? 0;
    column[place] = from + (at - knot) * ((values[knot + 1] ?? 0) - from);
  }
  return column;
}
