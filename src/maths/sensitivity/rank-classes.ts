import { countNotGreater } from '../correlation/rank-correlation.ts';

/** Draws sorted into classes by the value of one input. */
export type RankClasses = { classOf: Uint16Array; classes: number };

/**
 * Sorts draws into classes of about equally many by the value of one input, lowest first. Equal values are always in one
 * class: a value that fills more than a class has one of its own, so that an input of few values has a class for each.
 *
 * Costs a sort and a search per draw.
 *
 * @param values of the input, without NaN
 * @param wanted how many classes, to 65,535; the cube root of the draws unless said otherwise
 * @example rankClasses([5, 1, 9, 3], 2) // { classOf: Uint16Array [1, 0, 1, 0], classes: 2 }
 * @example rankClasses([0, 0, 0, 7], 2).classes // 2
 */
export function rankClasses(
  values: ArrayLike<number>,
  wanted: number = Math.max(2, Math.floor(Math.cbrt(values.length))),
): RankClasses {
  const sorted = Float64Array.from(values).sort();
  const begins: number[] = [];
  const begin = (value: number | undefined): void => {
    if (value !== undefined && value > (begins.at(-1) ?? sorted[0] ?? Infinity)) begins.push(value);
  };
  for (let number = 1; number < wanted; number += 1) {
    const first = Math.floor((number * sorted.length) / wanted);
    const before = sorted[Math.floor(((number - 1) * sorted.length) / wanted)];
    // A value that goes through a whole class ends with the next greater one.
    if (sorted[first] === before) begin(sorted[countNotGreater(sorted, sorted[first] ?? 0)]);
    else begin(sorted[first]);
  }
  const edges = Float64Array.from(begins);
  const classOf = new Uint16Array(values.length);
  for (let draw = 0; draw < values.length; draw += 1)
    classOf[draw] = countNotGreater(edges, values[draw] ?? 0);
  return { classOf, classes: edges.length + 1 };
}
