import { addMonths } from '../../../lib/add-months.ts';
import type { LawCounting } from './timetable-rules.ts';
import { addDays, onOrAfter, onOrBefore, type WorkingCalendar } from './working-days.ts';

/** A length of time between two milestones; `working` counts days worked in the buyer's part of the United Kingdom. */
export type Period = { days: number; counting: 'working' | LawCounting };

/** Working days that are looked for at most: nothing that is planned takes longer than a century. */
const mostSteps = 40_000;

/**
 * The first day on which a milestone may stand that comes a period after another. Always a day that is worked; where the period
 * ends on a day off, the next working day.
 *
 * @param from a day that is worked, `YYYY-MM-DD`
 * @throws RangeError for a period within which something has to come, which sets no first day
 * @example periodEnd(calendar, '2026-12-18', { days: 8, counting: 'working-from' }) // '2026-12-31'
 */
export function periodEnd(calendar: WorkingCalendar, from: string, { days, counting }: Period): string {
  if (counting === 'calendar-after') return onOrAfter(calendar, addDays(from, days));
  if (days === 0) return from;
  if (counting === 'working') return nth(days, addDays(from, 1), 1, calendar.isWorked);
  if (counting === 'working-from') return nth(days, from, 1, calendar.isWorkedEverywhere);
  throw new RangeError(`A period "${counting}" has a last day, not a first one.`);
}

/**
 * The last working day from which a period is over by a day: the other side of {@link periodEnd}.
 *
 * @throws RangeError as {@link periodEnd}
 * @example latestStart(calendar, '2026-12-31', { days: 8, counting: 'working-from' }) // '2026-12-18'
 */
export function latestStart(calendar: WorkingCalendar, by: string, { days, counting }: Period): string {
  const end = onOrBefore(calendar, by);
  if (counting === 'calendar-after') return onOrBefore(calendar, addDays(end, -days));
  if (days === 0) return end;
  if (counting === 'working') return nth(days, addDays(end, -1), -1, calendar.isWorked);
  if (counting === 'working-from') return nth(days, end, -1, calendar.isWorkedEverywhere);
  throw new RangeError(`A period "${counting}" has a last day, not a first one.`);
}

/** The nth day that counts, looking from a day on, forwards or backwards. */
function nth(count: number, from: string, direction: 1 | -1, isCounted: (day: string) => boolean): string {
  let seen = 0;
  let day = from;
  for (let step = 0; step < mostSteps; step += 1) {
    if (isCounted(day)) seen += 1;
    if (seen === count) return day;
    day = addDays(day, direction);
  }
  throw new RangeError(`A period of ${count} days is too long.`);
}

/**
 * The last day by which something has to come that is due within a period, whether it is worked or not.
 *
 * @throws RangeError for a period that sets a first day, not a last one
 * @example periodLast('2027-01-04', { days: 30, counting: 'calendar-within' }) // '2027-02-02'
 */
export function periodLast(from: string, { days, counting }: Period): string {
  // "Before the end of the period of N days beginning with the day": that day is the first of them.
  if (counting === 'calendar-within') return addDays(from, days - 1);
  if (counting === 'calendar-after') return addDays(from, days);
  if (counting === 'months-within') return addMonths(from, days);
  throw new RangeError(`A period "${counting}" has a first day, not a last one.`);
}
