import { civil, dayFrom } from './calendar.ts';
import type { Day } from './calendar.ts';

/**
 * Notice number `NNNNNN-YYYY` of an instant: grows with the time of publication within a year, from 500000.
 * Real numbers of a year stay far below that, so a sample notice never has the number of a real one.
 *
 * @param second second of the day, London time
 * @example noticeNumber(dayOf('2026-07-01'), 43_200) // '747950-2026'
 */
export function noticeNumber(day: Day, second: number): string {
  const { year } = civil(day);
  const seconds = (day - dayFrom(year, 1, 1)) * 86_400 + second;
  return `${500_000 + Math.floor((seconds * 499_999) / (366 * 86_400))}-${year}`;
}

/** The running number at the end of a Contracts Finder release id; grows with time over all years. */
export function finderNumber(day: Day, second: number): string {
  return String(100_000 + (day - dayFrom(2020, 1, 1)) * 24 + Math.floor(second / 3_600));
}

/** Where a sample notice would stand. The host is reserved for examples, so nothing real is linked. */
export function noticeUrl(noticeId: string): string {
  return `https://notices.example.org/Notice/${noticeId}`;
}
