import type { DeflatorSeries } from '../../market/deflate.ts';
import type { PriceLevels } from './year-factors.ts';

/**
 * Price levels of any financial year from a series of deflators. Beyond its ends the level goes on as it did in the last,
 * or first, year of the series.
 *
 * @throws RangeError where the series has fewer than two years
 * @example priceLevels(series)(2029) / priceLevels(series)(2028) // 1.02
 */
export function priceLevels({ years }: Pick<DeflatorSeries, 'years'>): PriceLevels {
  const sorted = years.toSorted((one, other) => one.year - other.year);
  const [first, second] = sorted;
  const [beforeLast, last] = sorted.slice(-2);
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined)
    throw new RangeError('Price levels need a series of at least two years.');
  const known = new Map(sorted.map(({ year, index }) => [year, index]));
  return (year) => {
    const level = known.get(year);
    if (level !== undefined) return level;
    return year > last.year
      ? last.index * (last.index / beforeLast.index) ** (year - last.year)
      : first.index * (second.index / first.index) ** (year - first.year);
  };
}
