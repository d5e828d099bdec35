import { dayNumber, dayOfNumber } from '../../market/financial-year.ts';

/** Parts of the United Kingdom with bank holidays of their own. */
export const holidayDivisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type HolidayDivision = (typeof holidayDivisions)[number];

/** Bank holidays by part and year, as `reference/bank-holidays.yaml` has them; a year that isn't there is not known. */
export type BankHolidays = {
  source: string;
  reviewed: string;
  divisions: readonly {
    id: HolidayDivision;
    years: readonly { year: number; days: readonly { on: string; name: string }[] }[];
  }[];
};

/** Which days are worked. */
export type WorkingCalendar = {
  /** In this part of the United Kingdom: neither weekend nor bank holiday. */
  isWorked: (day: string) => boolean;
  /** A working day of the Procurement Act 2023, section 123: neither weekend nor bank holiday in any part. */
  isWorkedEverywhere: (day: string) => boolean;
  /** Why nobody works on a day: its holiday's name, `Saturday` or `Sunday`; null on a day that is worked. */
  dayOffName: (day: string) => string | null;
  /** First and last day that the table of bank holidays covers; outside, only weekends are days off. */
  coveredFrom: string;
  coveredTo: string;
};

/**
 * The calendar of one part of the United Kingdom.
 *
 * @param division whose bank holidays are kept
 * @throws RangeError where the table has no year of that part
 * @example workingCalendar(holidays, 'england-and-wales').isWorked('2026-12-28') // false
 */
export function workingCalendar(holidays: BankHolidays, division: HolidayDivision): WorkingCalendar {
  const own = holidays.divisions.find(({ id }) => id === division);
  const years = own?.years.map(({ year }) => year) ?? [];
  if (years.length === 0) throw new RangeError(`No bank holidays of ${division} are held.`);
  const names = new Map(own?.years.flatMap(({ days }) => days.map(({ on, name }) => [on, name])));
  const anywhere = new Set(
    holidays.divisions.flatMap((one) => one.years.flatMap(({ days }) => days.map(({ on }) => on))),
  );
  return {
    isWorked: (day) => weekendName(day) === null && !names.has(day),
    isWorkedEverywhere: (day) => weekendName(day) === null && !anywhere.has(day),
    dayOffName: (day) => names.get(day) ?? weekendName(day),
    coveredFrom: `${Math.min(...years)}-01-01`,
    coveredTo: `${Math.max(...years)}-12-31`,
  };
}

const weekendNames: Readonly<Record<number, string>> = { 0: 'Sunday', 6: 'Saturday' };

function weekendName(day: string): string | null {
  return weekendNames[weekdayOf(day)] ?? null;
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/**
 * The day some calendar days later or, with a negative number, earlier.
 *
 * @example addDays('2027-02-27', 2) // '2027-03-01'
 */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/**
 * Calendar days from one day to another; negative where the second is earlier.
 *
 * @example daysBetween('2027-02-27', '2027-03-01') // 2
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day itself where it is worked, else the next one that is.
 *
 * @example onOrAfter(calendar, '2026-12-25') // '2026-12-29'
 */
export function onOrAfter(calendar: WorkingCalendar, day: string): string {
  let found = day;
  while (!calendar.isWorked(found)) found = addDays(found, 1);
  return found;
}

/**
 * The day itself where it is worked, else the last one before it that is.
 *
 * @example onOrBefore(calendar, '2026-12-27') // '2026-12-24'
 */
export function onOrBefore(calendar: WorkingCalendar, day: string): string {
  let found = day;
  while (!calendar.isWorked(found)) found = addDays(found, -1);
  return found;
}
