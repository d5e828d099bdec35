/** Days in a month, over four years. */
const daysPerMonth = 1461 / 48;

/**
 * Months between two days, to a tenth; negative where the second comes first.
 *
 * @param from `YYYY-MM-DD`
 * @param to `YYYY-MM-DD`
 * @example monthsBetween('2026-04-01', '2028-03-31') // 24
 */
export function monthsBetween(from: string, to: string): number {
  return Math.round((daysBetween(from, to) / daysPerMonth) * 10) / 10;
}

/**
 * Days from one day to another; negative where the second comes first.
 *
 * @example daysBetween('2026-11-01', '2026-11-23') // 22
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
