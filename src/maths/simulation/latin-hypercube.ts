import type { Rng } from '../../lib/rng.ts';

/**
 * Fills a column with one draw from each of as many equal parts of 0 to 1, the parts in random order. Columns filled one
 * after the other are a Latin hypercube.
 *
 * Source: McKay, Beckman and Conover, Technometrics 21 (1979). A sum that rises or falls with each column is never
 * estimated worse than by independent draws, and an additive one far better (Stein, Technometrics 29 (1987)).
 *
 * Costs a random number per draw. Never gives 0 or 1.
 *
 * @param rng decides everything
 * @param column is overwritten
 * @param count how many places of the column, from the first; all unless said otherwise
 * @example fillLatin(seededRng('a'), new Float64Array(4)) // one number in each quarter of 0 to 1, in any order
 */
export function fillLatin(rng: Rng, column: Float64Array, count = column.length): Float64Array {
  for (let place = 0; place < count; place += 1) column[place] = place;
  // Fisher and Yates' shuffle from the end. One random number says which part and, by what is left of it, where in the part.
  for (let last = count - 1; last >= 0; last -= 1) {
    const scaled = rng.next() * (last + 1);
    const other = Math.floor(scaled);
    const part = column[other] ?? 0;
    column[other] = column[last] ?? 0;
    column[last] = (part + (scaled - other) + halfStep) / count;
  }
  return column;
}

/** Half a step of 32 bits, so that no draw lies on the edge of its part. */
const halfStep = 2 ** -33;
