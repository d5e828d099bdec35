import { Temporal } from 'temporal-polyfill';

/** What a date member could be read as. `note` says why it couldn't. */
export type ReadDay = { day: string | null; note: string | null };

const stampPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$/;

type Stamp = {
  year: number;
  month: number;
  dayOfMonth: number;
  /** Seconds since midnight, or null for a day without a time. */
  seconds: number | null;
  milliseconds: number;
  /** Offset in minutes east of Greenwich, or null where none is written. */
  offsetMinutes: number | null;
};

/** Years that a notice can mean: 0001 and 9999 are what forms write for "none". */
const earliestYear = 1950;
const latestYear = 2199;

function parseStamp(text: string): Stamp | null {
  const match = stampPattern.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const stamp: Stamp = {
    year: Number(year),
    month: Number(month),
    dayOfMonth: Number(day),
    seconds: hour === undefined ? null : Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0),
    milliseconds: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
    offsetMinutes: zone === undefined ? null : offsetOf(zone),
  };
  return isOnCalendar(stamp) && (stamp.seconds ?? 0) < 86_400 && Number(minute ?? 0) < 60 ? stamp : null;
}

function offsetOf(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
}

function isOnCalendar(stamp: Stamp): boolean {
  if (stamp.month < 1 || stamp.month > 12 || stamp.dayOfMonth < 1 || stamp.dayOfMonth > 31) return false;
  return stamp.dayOfMonth <= 28 || stamp.dayOfMonth <= daysInMonth(stamp.year, stamp.month);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The day that a published date means in Europe/London.
 *
 * A stamp at exactly 00:00:00 or 23:59:59 is a day written as an instant: the day stands as written, whatever the
 * offset (portals write both `2028-06-30T23:59:59Z` and `…+01:00` in summer). Any other instant is converted.
 * Outside the United Kingdom (`isBritish` false) the day stands as written.
 * Years before 1950 or after 2199 are no dates: null, with a note.
 *
 * @param path where the date stands, for the note
 * @example readDay('2026-03-31T23:30:00Z', 'awards[0].date', true) // { day: '2026-04-01', note: null }
 */
export function readDay(text: string | null, path: string, isBritish: boolean): ReadDay {
  if (text === null) return { day: null, note: null };
  const stamp = parseStamp(text);
  if (stamp === null)
    return { day: null, note: `${path}: "${text.slice(0, 40)}" is not a date and was left out.` };
  if (stamp.year < earliestYear || stamp.year > latestYear) {
    return { day: null, note: `${path}: the year in "${text.slice(0, 10)}" is impossible and was left out.` };
  }
  const isDayBound = stamp.seconds === null || stamp.seconds === 0 || stamp.seconds === 86_399;
  if (isDayBound || !isBritish || stamp.offsetMinutes === null) return { day: text.slice(0, 10), note: null };
  const instant = toInstant(stamp, stamp.offsetMinutes);
  return { day: dayOf(instant + londonOffsetMinutes(instant) * 60_000), note: null };
}

/**
 * The instant of a published date as UTC ISO 8601 with milliseconds dropped, or null.
 * Without an offset it is London time; without a time it is the last second of that day in London.
 *
 * @example readInstant('2026-08-10T10:54:31+01:00') // '2026-08-10T09:54:31Z'
 */
export function readInstant(text: string | null): string | null {
  if (text === null) return null;
  const stamp = parseStamp(text);
  if (stamp === null || stamp.year < earliestYear || stamp.year > latestYear) return null;
  const instant =
    stamp.offsetMinutes === null
      ? londonToInstant({ ...stamp, seconds: stamp.seconds ?? 86_399 })
      : toInstant(stamp, stamp.offsetMinutes);
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function toInstant(stamp: Stamp, offsetMinutes: number): number {
  const seconds = stamp.seconds ?? 0;
  return Date.UTC(
    stamp.year,
    stamp.month - 1,
    stamp.dayOfMonth,
    0,
    -offsetMinutes,
    seconds,
    stamp.milliseconds,
  );
}

function londonToInstant(stamp: Stamp): number {
  const asIfUtc = toInstant(stamp, 0);
  const summer = asIfUtc - 3_600_000;
  return londonOffsetMinutes(summer) === 60 ? summer : asIfUtc;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

const summers = new Map<number, readonly [number, number]>();

/** Minutes that London is ahead of UTC. Since 1996 by the common rule (last Sundays of March and October, 01:00 UTC). */
function londonOffsetMinutes(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  if (year < 1996) {
    return (
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/London').offsetNanoseconds /
      6e10
    );
  }
  let summer = summers.get(year);
  if (summer === undefined) {
    summer = [lastSunday(year, 2), lastSunday(year, 9)];
    summers.set(year, summer);
  }
  return instant >= summer[0] && instant < summer[1] ? 60 : 0;
}

function lastSunday(year: number, monthIndex: number): number {
  const last = new Date(Date.UTC(year, monthIndex + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}
