/** Milliseconds of a day in UTC, where days have no summer time. */
const dayMs = 86_400_000;

/**
 * The number of a day since 1 January 1970.
 *
 * @param day `YYYY-MM-DD`
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/**
 * The day of a number; the reverse of {@link dayNumber}.
 *
 * @example dayOfNumber(1) // '1970-01-02'
 */
export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/**
 * The financial year of the United Kingdom's public bodies that a day lies in, by the year in which it begins.
 *
 * @example financialYearOf('2026-03-31') // 2025
 */
export function financialYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}

/**
 * First and last day of a financial year: 1 April to 31 March.
 *
 * @param year in which it begins
 * @example financialYearDays(2025) // { first: '2025-04-01', last: '2026-03-31' }
 */
export function financialYearDays(year: number): { first: string; last: string } {
  return { first: `${year}-04-01`, last: `${year + 1}-03-31` };
}

/**
 * A financial year as it is written.
 *
 * @example financialYearName(1999) // '1999-00'
 */
export function financialYearName(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/**
 * The quarter of the calendar that a day lies in.
 *
 * @example quarterOf('2026-11-01') // '2026-Q4'
 */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/**
 * First and last day of a quarter.
 *
 * @param quarter `YYYY-Qn`
 * @example quarterDays('2026-Q4') // { first: '2026-10-01', last: '2026-12-31' }
 */
export function quarterDays(quarter: string): { first: string; last: string } {
  const year = Number(quarter.slice(0, 4));
  const start = (Number(quarter.slice(6)) - 1) * 3;
  const day = (month: number, at: number): string =>
    new Date(Date.UTC(year, month, at)).toISOString().slice(0, 10);
  return { first: day(start, 1), last: day(start + 3, 0) };
}

/**
 * Quarters from one to another, both included.
 *
 * @example quartersFrom('2026-Q4', 2) // ['2026-Q4', '2027-Q1']
 */
export function quartersFrom(first: string, count: number): string[] {
  const start = Number(first.slice(0, 4)) * 4 + Number(first.slice(6)) - 1;
  return Array.from(
    { length: count },
    (_, index) => `${Math.floor((start + index) / 4)}-Q${((start + index) % 4) + 1}`,
  );
}
