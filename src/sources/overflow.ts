import { sha256Hex } from '../lib/hash.ts';
import type { JsonObject } from '../lib/json.ts';
import { lastLondonInstant, londonInstant } from '../lib/london-time.ts';
import type { NoticeNumber, Source, Window } from './_source.ts';
import type { AbsentNotice, Ledger } from './ledger.ts';
import type { PublishedPage, Publisher } from './publisher.ts';

/** Pages of one cursor walk; the busiest two seconds known held three. A cursor that never ends stops here. */
const mostCursorPages = 50;

/** Beyond the numbers seen, this many in a row that aren't of the window mean that its end is passed. */
const strangersInARow = 3;

/** Numbers looked at beyond the numbers seen, on either side: more than a day's, so that strangers decide. */
const reach = 1000;

/** How far a notice's own date may lie from its window and still be taken as published in it. */
const dateToleranceMs = 3_600_000;

/** A two-second window that overfills a page, read by every way there is. */
export type OverflowReading = {
  pages: PublishedPage[];
  /** Each release once. */
  releases: JsonObject[];
  absent: AbsentNotice[];
};

/**
 * Reads a window that is full and too short to split: first with the cursor, which loses rows, then every notice
 * number that is missing between those seen (and a little beyond, until the notices are no longer of this window) by
 * its id. Numbers that the publisher doesn't have are returned as absent.
 *
 * Call it after the windows around, so that their notices are known and not asked for again.
 *
 * @param base the publisher's address
 * @param first the window's first page
 * @example const { releases, absent } = await readOverflow(findATender, base, window, { publisher, ledger, first })
 */
export async function readOverflow(
  source: Source,
  base: string,
  window: Window,
  { publisher, ledger, first }: { publisher: Publisher; ledger: Ledger; first: PublishedPage },
): Promise<OverflowReading> {
  const pages = [first, ...(await followCursor(source, base, window, { publisher, first }))];
  const releases = new ReleaseSet();
  for (const page of pages) releases.addAll(page.releases);
  const absent: AbsentNotice[] = [];
  const isOfWindow = nearness(window, releases.list());
  for (const [year, numbers] of numbersByYear(source, releases.list())) {
    const low = Math.min(...numbers);
    const high = Math.max(...numbers);
    const accounted = await ledger.accounted(source.id, year, low - reach, high + reach);
    const known = new Set([...numbers, ...accounted]);
    /** Asks for one number; true where it belongs to this window. */
    const ask = async (number: number, isInside: boolean): Promise<boolean> => {
      const noticeId = source.noticeId({ year, number });
      if (noticeId === null) return false;
      const page = await publisher.readNotice(noticeId);
      if (page === null) {
        if (isInside)
          absent.push({ noticeId, year, number, reason: 'Not found when asked for by its number.' });
        return false;
      }
      pages.push(page);
      if (!isInside && !page.releases.some(isOfWindow)) return false;
      releases.addAll(page.releases);
      return true;
    };
    for (let number = low + 1; number < high; number += 1) if (!known.has(number)) await ask(number, true);
    await askOutwards(low, -1, known, ask);
    await askOutwards(high, 1, known, ask);
  }
  return { pages, releases: releases.list(), absent };
}

/** Numbers beyond the last one seen, until three in a row aren't of the window. */
async function askOutwards(
  from: number,
  step: 1 | -1,
  known: ReadonlySet<number>,
  ask: (number: number, isInside: boolean) => Promise<boolean>,
): Promise<void> {
  let strangers = 0;
  for (let distance = 1; distance <= reach && strangers < strangersInARow; distance += 1) {
    const number = from + step * distance;
    if (number < 1) return;
    if (known.has(number)) continue;
    strangers = (await ask(number, false)) ? 0 : strangers + 1;
  }
}

async function followCursor(
  source: Source,
  base: string,
  window: Window,
  { publisher, first }: { publisher: Publisher; first: PublishedPage },
): Promise<PublishedPage[]> {
  const pages: PublishedPage[] = [];
  const walked = new Set<string>();
  let cursor = source.cursorOf(first.page);
  while (cursor !== null && !walked.has(cursor) && pages.length < mostCursorPages) {
    walked.add(cursor);
    const page = await publisher.read(source.windowUrl(base, window, cursor));
    if (page.releases.length === 0) break;
    pages.push(page);
    cursor = source.cursorOf(page.page);
  }
  return pages;
}

/** Releases without repetition: the same id may name two different releases, so the content counts. */
class ReleaseSet {
  readonly #byHash = new Map<string, JsonObject>();

  addAll(releases: readonly JsonObject[]): void {
    for (const release of releases) this.#byHash.set(sha256Hex(JSON.stringify(release)), release);
  }

  list(): JsonObject[] {
    return [...this.#byHash.values()];
  }
}

function numbersByYear(source: Source, releases: readonly JsonObject[]): Map<number, number[]> {
  const years = new Map<number, number[]>();
  for (const release of releases) {
    const notice = numberOf(source, release);
    if (notice !== null) years.set(notice.year, [...(years.get(notice.year) ?? []), notice.number]);
  }
  return years;
}

/**
 * The notice number of a release; null where it has none.
 *
 * @example numberOf(findATender, { id: '075502-2026' }) // { year: 2026, number: 75502 }
 */
export function numberOf(source: Source, release: JsonObject): NoticeNumber | null {
  return typeof release['id'] === 'string' ? source.noticeNumber(release['id']) : null;
}

/**
 * Whether a notice found by its number is of the window, by its own date: near the window, or near the date of a notice
 * that the publisher listed in it, because a publisher may date notices otherwise than it publishes them.
 */
function nearness(window: Window, listed: readonly JsonObject[]): (release: JsonObject) => boolean {
  const from = londonInstant(window.from).getTime() - dateToleranceMs;
  const to = lastLondonInstant(window.to).getTime() + dateToleranceMs;
  const dates = listed.map(dateOf);
  return (release) => {
    const date = dateOf(release);
    return (date >= from && date <= to) || dates.some((other) => Math.abs(date - other) <= dateToleranceMs);
  };
}

function dateOf({ date }: JsonObject): number {
  return typeof date === 'string' ? Date.parse(date) : Number.NaN;
}
