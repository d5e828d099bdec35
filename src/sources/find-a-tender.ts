import type { NoticeNumber, Source } from './_source.ts';
import { joinPath, nextCursor, packagedReleases, retryAfterMs } from './publisher-answer.ts';

/** `GET /api/1.0/ocdsReleasePackages`, and the same with `/{noticeId}` for one notice. */
const packagesPath = 'api/1.0/ocdsReleasePackages';

/** The service opened on 1 January 2021. */
const earliest = '2021-01-01T00:00:00';

/** The most that `limit` allows. */
const pageLimit = 100;

/** Windows below two seconds, and windows whose ends are equal, are refused with 400. */
const minWindowSeconds = 2;

/** About twelve requests are allowed in 120 seconds; 13 s keeps below that for ever. */
const paceMs = 13_000;

/** The 429 is plain text. Its `Retry-After` counts; without one the documented window of the limit is waited out. */
const overloadStatus = 429;
const overloadFallbackMs = 120_000;

/**
 * Since the Procurement Act came into force a working day holds 370 to 500 notices, most of them between nine and
 * six. Cut at these times (equal shares of 10 and 11 August 2026), seven requests read what halving needs seventeen for.
 */
const actInForce = '2025-02-24';
const workingDayCuts = ['10:00:00', '11:30:00', '13:00:00', '14:30:00', '15:30:00', '16:30:00'];

/** Notice ids are a counter and its year: `075502-2026`. */
const noticeIdShape = /^(\d{6,7})-(\d{4})$/;

/**
 * Find a Tender, the United Kingdom's central notice service.
 *
 * Two doors of its interface are never used: `links.next` of a long list loses rows, because the list is sorted by
 * notice id while the cursor goes on by a hidden publication key; and the parameter `stages` silently hides every
 * notice under the Procurement Act.
 */
export const findATender: Source = {
  id: 'find-a-tender',
  title: 'Find a Tender',
  urlSetting: 'FIND_A_TENDER_URL',
  timeZone: 'Europe/London',
  earliest,
  pageLimit,
  minWindowSeconds,
  paceMs,
  dayCuts(day) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return day >= actInForce && weekday >= 1 && weekday <= 5 ? workingDayCuts : [];
  },
  windowUrl(base, window, cursor) {
    const query = `updatedFrom=${window.from}&updatedTo=${window.to}&limit=${String(pageLimit)}`;
    const tail = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    return `${joinPath(base, packagesPath)}?${query}${tail}`;
  },
  noticeUrl: (base, noticeId) => `${joinPath(base, packagesPath)}/${encodeURIComponent(noticeId)}`,
  overloadMs({ status, retryAfter }, now) {
    return status === overloadStatus ? (retryAfterMs(retryAfter, now) ?? overloadFallbackMs) : null;
  },
  releasesOf: packagedReleases,
  cursorOf: nextCursor,
  noticeNumber(releaseId): NoticeNumber | null {
    const match = noticeIdShape.exec(releaseId);
    return match === null ? null : { year: Number(match[2]), number: Number(match[1]) };
  },
  noticeId: ({ year, number }) => `${String(number).padStart(6, '0')}-${String(year)}`,
};
