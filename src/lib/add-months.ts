/**
 * The same day some months later or earlier; where that month is shorter, its last day.
 *
 * @param day `YYYY-MM-DD`
 * @param months whole; negative goes back
 * @example addMonths('2028-05-31', -3) // '2028-02-29'
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
