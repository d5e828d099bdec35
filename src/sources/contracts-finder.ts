import type { Source } from './_source.ts';
import { joinPath, nextCursor, packagedReleases, retryAfterMs } from './publisher-answer.ts';

/** `GET /Published/Notices/OCDS/Search`; one release by its id under `/Published/OCDS/Release/`. */
const searchPath = 'Published/Notices/OCDS/Search';
const releasePath = 'Published/OCDS/Release';

/** The oldest notices that the interface gives. */
const earliest = '2014-01-01T00:00:00';

/** The most that `limit` allows. */
const pageLimit = 100;

/** Not documented; the same service family as Find a Tender, so its floor is kept. */
const minWindowSeconds = 2;

/** The limit is not documented; one request at a time and a second between them has been tolerated. */
const paceMs = 1000;

/** Too many requests are answered with 403 instead of 429, and access comes back after five minutes. */
const overloadStatuses: readonly number[] = [403, 429];
const overloadFallbackMs = 300_000;

/**
 * Contracts Finder: notices below the threshold in England and the older regime, declining since February 2025.
 *
 * The colons of its times must stay unencoded. Its pages hold single iso-8859-1 bytes among UTF-8, which reading
 * repairs. Notices are named by GUIDs, so there is no counter against which to measure completeness.
 */
export const contractsFinder: Source = {
  id: 'contracts-finder',
  title: 'Contracts Finder',
  urlSetting: 'CONTRACTS_FINDER_URL',
  timeZone: 'Europe/London',
  earliest,
  pageLimit,
  minWindowSeconds,
  paceMs,
  dayCuts: () => [],
  windowUrl(base, window, cursor) {
    const query = `publishedFrom=${window.from}&publishedTo=${window.to}&limit=${String(pageLimit)}`;
    const tail = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    return `${joinPath(base, searchPath)}?${query}${tail}`;
  },
  noticeUrl: (base, noticeId) => `${joinPath(base, releasePath)}/${encodeURIComponent(noticeId)}`,
  overloadMs({ status, retryAfter }, now) {
    return overloadStatuses.includes(status) ? (retryAfterMs(retryAfter, now) ?? overloadFallbackMs) : null;
  },
  releasesOf: packagedReleases,
  cursorOf: nextCursor,
  noticeNumber: () => null,
  noticeId: () => null,
};
