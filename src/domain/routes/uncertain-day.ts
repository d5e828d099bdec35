import { addMonths } from '../../lib/add-months.ts';

/** A day, or a month of which the day isn’t held. Both ends are `YYYY-MM-DD` and included. */
export type UncertainDay = { text: string; first: string; last: string };

/**
 * A day (`2026-10-28`) or a month (`2027-10`), as two ends between which it lies.
 *
 * @returns null where it is neither, or no day of the calendar
 * @example parseUncertainDay('2027-10') // { text: '2027-10', first: '2027-10-01', last: '2027-10-31' }
 */
export function parseUncertainDay(text: string): UncertainDay | null {
  if (/^\d{4}-(0[1-9]|1[0-2])$/u.test(text)) {
    const first = `${text}-01`;
    return { text, first, last: dayBefore(addMonths(first, 1)) };
  }
  return isDay(text) ? { text, first: text, last: text } : null;
}

/**
 * Whether a text is a day of the calendar as `YYYY-MM-DD`.
 *
 * @example isDay('2026-02-30') // false
 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * The day before a day.
 *
 * @param day `YYYY-MM-DD`
 * @example dayBefore('2028-03-01') // '2028-02-29'
 */
export function dayBefore(day: string): string {
  return addDays(day, -1);
}

/**
 * The day some days later or earlier.
 *
 * @param day `YYYY-MM-DD`
 * @param days whole; negative goes back
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
