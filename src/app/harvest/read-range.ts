import { AppError } from '../../lib/errors.ts';
import type { LondonTime } from '../../lib/london-time.ts';
import {
  addLondonSeconds,
  londonSeconds,
  londonTime,
  nextLondonDay,
  parseLondonTime,
} from '../../lib/london-time.ts';
import type { Source, Window } from '../../sources/_source.ts';

/** The ends of a harvest as the person gave them. */
export type GivenRange = { from?: string | undefined; to?: string | undefined };

/**
 * The stretch of publication time to harvest. A day means its midnight in London, so `--from 2025-02-24 --to
 * 2025-03-01` ends with 28 February; an instant with `Z` or an offset is turned into London time. Without `to` it ends
 * now, and tomorrow's date means the same; without `from` it goes on where the last harvest ended.
 *
 * @returns null where the last harvest ended just now, so that nothing is new
 *
 * @param lastEnd where the windows known so far end; null where nothing was harvested
 * @throws AppError bad-request where an end can't be read, lies before the source's first notice or in the future, or
 *   where the ends aren't in order
 */
export function readRange(
  source: Source,
  given: GivenRange,
  lastEnd: LondonTime | null,
  now: Date,
): Window | null {
  const present = londonTime(now);
  const from = given.from === undefined ? lastEnd : readEnd('from', given.from);
  if (from === null) {
    throw refuse(
      'from',
      `Nothing of ${source.title} is held yet, so say from when: --from ${present.slice(0, 10)}.`,
    );
  }
  const asked = given.to === undefined ? present : readEnd('to', given.to);
  if (from < source.earliest) {
    throw refuse(
      'from',
      `${source.title} has no notices before ${source.earliest.slice(0, 10)}. Begin there or later.`,
    );
  }
  if (given.from === undefined && londonSeconds(from, present) < source.minWindowSeconds) return null;
  if (from >= present)
    throw refuse('from', `${from} is in the future. The latest possible beginning is now, ${present}.`);
  if (asked > nextLondonDay(present))
    throw refuse('to', `${asked} is in the future. Leave --to out to read up to now.`);
  if (from >= asked)
    throw refuse(
      'to',
      `The end ${asked} is not after the beginning ${from}. A day means its midnight, so one day ends with the date after it.`,
    );
  const to = asked > present ? present : asked;
  if (londonSeconds(from, to) < source.minWindowSeconds) {
    return { from, to: addLondonSeconds(from, source.minWindowSeconds) };
  }
  return { from, to };
}

function readEnd(name: 'from' | 'to', text: string): LondonTime {
  const time = parseLondonTime(text);
  if (time !== null) return time;
  throw refuse(
    name,
    `"${text.slice(0, 40)}" is no time. Write a day (2025-02-24), a time in London (2025-02-24T09:30) or an instant (2025-02-24T09:30:00Z).`,
  );
}

function refuse(name: 'from' | 'to', sentence: string): AppError {
  return new AppError('bad-request', sentence, { fields: { [name]: sentence } });
}
