import type { LondonTime } from '../lib/london-time.ts';
import {
  existingLondonTime,
  lastLondonInstant,
  londonMidpoint,
  londonSeconds,
  nextLondonDay,
} from '../lib/london-time.ts';
import type { Source, Window } from './_source.ts';
import type { WindowEntry } from './ledger.ts';

/** Notices are sometimes published late under an earlier time; after an hour a window is taken as final. */
const maturityMs = 3_600_000;

/**
 * The windows still to be planned: what of `range` no entry covers, cut at midnights and at the source's day cuts.
 * A rest shorter than the source's least window is left to a later harvest.
 *
 * @param entries the ledger's windows that touch the range, ascending and without overlap
 * @example planWindows(findATender, { from: '2026-08-08T00:00:00', to: '2026-08-10T00:00:00' }, []) // Saturday, Sunday
 */
export function planWindows(source: Source, range: Window, entries: readonly Window[]): Window[] {
  const planned: Window[] = [];
  let from = range.from;
  for (const entry of entries) {
    if (entry.from > from) planned.push(...cut(source, { from, to: entry.from }));
    if (entry.to > from) from = entry.to;
  }
  if (range.to > from) planned.push(...cut(source, { from, to: range.to }));
  return planned;
}

/** Cuts a stretch at midnights and at the source's day cuts, keeping every piece at least the least window long. */
function cut(source: Source, stretch: Window): Window[] {
  const windows: Window[] = [];
  let { from } = stretch;
  while (from < stretch.to) {
    const to = nextCut(source, from, stretch.to);
    if (londonSeconds(from, to) >= source.minWindowSeconds) windows.push({ from, to });
    from = to;
  }
  return windows;
}

function nextCut(source: Source, from: LondonTime, end: LondonTime): LondonTime {
  const day = from.slice(0, 10);
  const cuts = [
    ...source.dayCuts(day).map((time) => existingLondonTime(`${day}T${time}`)),
    nextLondonDay(from),
  ];
  const fits = (at: LondonTime): boolean =>
    at < end &&
    londonSeconds(from, at) >= source.minWindowSeconds &&
    londonSeconds(at, end) >= source.minWindowSeconds;
  return cuts.find(fits) ?? end;
}

/**
 * The two halves of a window; null where they would be shorter than the source allows.
 *
 * @example halve(findATender, { from: '2026-08-10T12:00:00', to: '2026-08-10T12:00:03' }) // null
 */
export function halve(source: Source, window: Window): readonly [Window, Window] | null {
  const middle = londonMidpoint(window.from, window.to, source.minWindowSeconds);
  if (middle === null) return null;
  return [
    { from: window.from, to: middle },
    { from: middle, to: window.to },
  ];
}

/**
 * Whether a window needs no further request: it is stored, and its answer came at least an hour after its end.
 * In October's repeated hour the end is the second time the clock shows it.
 *
 * @example isSettled({ ...entry, state: 'planned' }) // false
 */
export function isSettled(entry: WindowEntry): boolean {
  if (entry.state !== 'done' || entry.fetchedAt === null) return false;
  return entry.fetchedAt.getTime() - lastLondonInstant(entry.to).getTime() >= maturityMs;
}

/**
 * The windows to ask for, in order: those that failed before come last, so that one bad window doesn't stop the others.
 *
 * @example openWindows([failed, planned, settled]) // [planned, failed]
 */
export function openWindows(entries: readonly WindowEntry[]): WindowEntry[] {
  const open = entries.filter((entry) => !isSettled(entry));
  return [
    ...open.filter((entry) => entry.state !== 'failed'),
    ...open.filter((entry) => entry.state === 'failed'),
  ];
}
