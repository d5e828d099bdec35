import type { Estimate } from './sample-error.ts';
import { meanWithError } from './sample-error.ts';

/**
 * How often each of several quantities is the lowest, draw by draw: the probability that an option is the cheapest, where the
 * options were drawn with one seed. A draw in which several are lowest counts for each in equal parts.
 *
 * @param totals draws of each, equally many
 * @param block draws per block; 512 unless said otherwise
 * @throws RangeError where their numbers differ
 * @example lowestShares([Float64Array.of(1, 5, 3, 4), Float64Array.of(2, 4, 3, 5)]).map(({ value }) => value) // [0.625, 0.375]
 */
export function lowestShares(totals: readonly Float64Array[], block?: number): Estimate[] {
  const draws = totals[0]?.length ?? 0;
  if (totals.some(({ length }) => length !== draws))
    throw new RangeError('Options are compared draw by draw, and need equally many draws.');
  const shares = totals.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    let least = Infinity;
    let lowest = 0;
    for (const total of totals) {
      const value = total[draw] ?? Infinity;
      if (value < least) [least, lowest] = [value, 1];
      else if (value === least) lowest += 1;
    }
    for (const [index, total] of totals.entries()) {
      const share = shares[index];
      if (share !== undefined && total[draw] === least) share[draw] = 1 / lowest;
    }
  }
  return shares.map((share) => meanWithError(share, block));
}
