import { Temporal } from 'temporal-polyfill';

/**
 * A moment on the clock on the wall in London, `YYYY-MM-DDTHH:MM:SS`, without offset: what the publishers' interfaces
 * take. Texts sort as the clock does. On the last Sunday of March 01:00:00–01:59:59 doesn't exist; on the last Sunday
 * of October it happens twice, and one text means both.
 */
export type LondonTime = string;

const zone = 'Europe/London';
const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

/**
 * What the wall clock shows at an instant, whole seconds, rounded down.
 *
 * @example londonTime(new Date('2026-08-10T11:00:00Z')) // '2026-08-10T12:00:00'
 */
export function londonTime(instant: Date): LondonTime {
  return wallText(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime(),
  );
}

/**
 * The first instant at which the wall clock shows this time or, in the hour that March leaves out, has passed it.
 *
 * @example londonInstant('2026-10-25T01:30:00').toISOString() // '2026-10-25T00:30:00.000Z', the first of two
 */
export function londonInstant(time: LondonTime): Date {
  return new Date(zoned(time, 'earlier').epochMilliseconds);
}

/**
 * The last instant at which the wall clock shows this time: in the repeated hour of October one hour after the first.
 *
 * @example lastLondonInstant('2026-10-25T01:30:00').toISOString() // '2026-10-25T01:30:00.000Z', the second of two
 */
export function lastLondonInstant(time: LondonTime): Date {
  return new Date(zoned(time, 'later').epochMilliseconds);
}

/**
 * Moves a time in March's missing hour to the end of it, and leaves every other as it is.
 *
 * @example existingLondonTime('2026-03-29T01:30:00') // '2026-03-29T02:00:00'
 */
export function existingLondonTime(time: LondonTime): LondonTime {
  return missingHour(time)?.end ?? time;
}

/**
 * Seconds that the wall clock runs through from one time to another: March's missing hour counts nothing, and
 * October's repeated hour counts once, because its texts can't be told apart.
 *
 * @example londonSeconds('2026-03-29T00:59:58', '2026-03-29T02:00:00') // 2
 */
export function londonSeconds(from: LondonTime, to: LondonTime): number {
  return wallSeconds(to) - wallSeconds(from) - missingSeconds(from, to);
}

/**
 * The existing time that parts a window in two halves of whole seconds, each at least `leastSeconds` long; null where
 * the window is too short for that.
 *
 * @example londonMidpoint('2026-08-10T12:00:00', '2026-08-10T13:00:00', 2) // '2026-08-10T12:30:00'
 */
export function londonMidpoint(from: LondonTime, to: LondonTime, leastSeconds: number): LondonTime | null {
  const length = londonSeconds(from, to);
  if (length < 2 * leastSeconds) return null;
  return addLondonSeconds(from, Math.floor(length / 2));
}

/**
 * The time `seconds` further on the wall clock, stepping over March's missing hour.
 *
 * @example addLondonSeconds('2026-03-29T00:59:59', 1) // '2026-03-29T02:00:00'
 */
export function addLondonSeconds(time: LondonTime, seconds: number): LondonTime {
  const straight = fromWallSeconds(wallSeconds(time) + seconds);
  const missing = missingSeconds(time, straight);
  return missing === 0 ? straight : fromWallSeconds(wallSeconds(time) + seconds + hourSeconds);
}

/**
 * The next midnight after a time, on the wall clock.
 *
 * @example nextLondonDay('2026-08-10T12:00:00') // '2026-08-11T00:00:00'
 */
export function nextLondonDay(time: LondonTime): LondonTime {
  return `${Temporal.PlainDate.from(time.slice(0, 10)).add({ days: 1 }).toString()}T00:00:00`;
}

/**
 * Reads what a person writes: a day (its midnight), a local time, or an instant with `Z` or an offset.
 *
 * @returns null where the text is none of these
 * @example parseLondonTime('2026-08-10T11:00:00Z') // '2026-08-10T12:00:00'
 */
export function parseLondonTime(text: string): LondonTime | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return `${Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()}T00:00:00`;
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text))
      return londonTime(new Date(Temporal.Instant.from(text).epochMilliseconds));
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
    return existingLondonTime(wallText(Temporal.PlainDateTime.from(text, { overflow: 'reject' })));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const hourSeconds = 3600;

/** Seconds of March's missing hours that lie between two times. */
function missingSeconds(from: LondonTime, to: LondonTime): number {
  let sum = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const gap = marchGap(year);
    if (gap !== null && gap.start >= from && gap.start <= to) sum += hourSeconds;
  }
  return sum;
}

function missingHour(time: LondonTime): Gap | null {
  const gap = marchGap(Number(time.slice(0, 4)));
  return gap !== null && time >= gap.start && time < gap.end ? gap : null;
}

type Gap = { start: LondonTime; end: LondonTime };
const gaps = new Map<number, Gap | null>();

/** The hour that the clocks of a year jump over, from the time zone database; null where there is none. */
function marchGap(year: number): Gap | null {
  const known = gaps.get(year);
  if (known !== undefined) return known;
  const change = Temporal.PlainDateTime.from({ year, month: 1, day: 1 })
    .toZonedDateTime(zone)
    .getTimeZoneTransition('next');
  const end = change === null ? null : wallText(change.toPlainDateTime());
  const isSpring = change !== null && end !== null && change.year === year && change.offsetNanoseconds > 0;
  const gap = isSpring ? { start: fromWallSeconds(wallSeconds(end) - hourSeconds), end } : null;
  gaps.set(year, gap);
  return gap;
}

function zoned(time: LondonTime, disambiguation: 'earlier' | 'later'): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(existingLondonTime(time)).toZonedDateTime(zone, { disambiguation });
}

function wallText(time: Temporal.PlainDateTime): LondonTime {
  return time.toString({ smallestUnit: 'second', roundingMode: 'trunc' });
}

/** The wall clock's own count of seconds: its text read as if it were UTC. */
function wallSeconds(time: LondonTime): number {
  if (!shape.test(time)) throw new RangeError(`Not a local time: ${time}`);
  return Date.parse(`${time}Z`) / 1000;
}

function fromWallSeconds(seconds: number): LondonTime {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}
