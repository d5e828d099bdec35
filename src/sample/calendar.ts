/** Days since 1 January 1970. All dates of the sample are computed as whole days, then written as text. */
export type Day = number;

/**
 * Day of a date `YYYY-MM-DD`.
 *
 * @example dayOf('1970-01-02') // 1
 */
export function dayOf(date: string): Day {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/**
 * Year, month (1–12) and day of the month. Source: Howard Hinnant, "civil_from_days".
 *
 * @example civil(dayOf('2026-08-10')) // { year: 2026, month: 8, date: 10 }
 */
export function civil(day: Day): { year: number; month: number; date: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1_460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/**
 * Day of a year, month (any whole number; 13 is January after) and day of the month (cut to the month's length).
 *
 * @example writeDate(dayFrom(2026, 14, 31)) // '2027-02-28'
 */
export function dayFrom(year: number, month: number, date: number): Day {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const length = m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return Math.floor(Date.UTC(y, m - 1, Math.min(date, length)) / 86_400_000);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The day so many months later, cut to the month's length.
 *
 * @example writeDate(addMonths(dayOf('2026-10-31'), 4)) // '2027-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  return dayFrom(year, month + months, date);
}

/**
 * The last day of the month that lies so many months after the day's own month.
 *
 * @example writeDate(endOfMonth(dayOf('2026-08-10'), 1)) // '2026-09-30'
 */
export function endOfMonth(day: Day, months = 0): Day {
  const { year, month } = civil(day);
  return dayFrom(year, month + months, 31);
}

/**
 * The day itself, or the Friday before where it falls on a weekend: notices appear on working days.
 *
 * @example writeDate(workingDay(dayOf('2026-08-09'))) // '2026-08-07'
 */
export function workingDay(day: Day): Day {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day;
}

const written = new Map<Day, string>();
const offsets = new Map<Day, string>();

/**
 * A day as `YYYY-MM-DD`.
 *
 * @example writeDate(0) // '1970-01-01'
 */
export function writeDate(day: Day): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const { year, month, date } = civil(day);
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  if (written.size > 20_000) written.clear();
  written.set(day, text);
  return text;
}

/**
 * Local time of London with its offset; `Z` in winter, as Find a Tender writes it.
 *
 * @param second second of the day, London time
 * @example writeInstant(dayOf('2026-08-10'), 63_795) // '2026-08-10T17:43:15+01:00'
 */
export function writeInstant(day: Day, second: number): string {
  const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return `${writeDate(day)}T${time}${londonOffset(day)}`;
}

/**
 * The first second of a day, as contract periods begin.
 *
 * @example writeStart(dayOf('2026-12-01')) // '2026-12-01T00:00:00Z'
 */
export function writeStart(day: Day): string {
  return `${writeDate(day)}T00:00:00${londonOffset(day)}`;
}

/**
 * The last second of a day, as contract periods and deadlines end.
 *
 * @example writeEnd(dayOf('2026-08-10')) // '2026-08-10T23:59:59+01:00'
 */
export function writeEnd(day: Day): string {
  return `${writeDate(day)}T23:59:59${londonOffset(day)}`;
}

/**
 * `+01:00` from the last Sunday of March to the last Sunday of October, else `Z`. The change days count as the new time.
 *
 * @example londonOffset(dayOf('2026-08-10')) // '+01:00'
 */
export function londonOffset(day: Day): string {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const { year } = civil(day);
  const summer = day >= lastSunday(year, 3) && day < lastSunday(year, 10);
  const offset = summer ? '+01:00' : 'Z';
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(day, offset);
  return offset;
}

function lastSunday(year: number, month: number): Day {
  const last = dayFrom(year, month, 31);
  return last - ((((last + 4) % 7) + 7) % 7);
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
