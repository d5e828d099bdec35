import type { JsonObject } from '../lib/json.ts';
import type { LondonTime } from '../lib/london-time.ts';

/** A stretch of publication time, on the publisher's clock: from `from` up to `to`. */
export type Window = { from: LondonTime; to: LondonTime };

/** A notice's number where the publisher counts its notices, starting at 1 each year. */
export type NoticeNumber = { year: number; number: number };

/** What the harvester needs of an answer to see whether the publisher is overloaded. */
export type OverloadSign = { status: number; retryAfter: string | null };

/**
 * A publisher of notices, declared: everything by which one differs from another. Adding one is adding a file
 * beside this one; the harvester has no branch per publisher.
 */
export type Source = {
  /** Stable, used in the archive, the ledger and the command: `find-a-tender`. */
  id: string;
  /** Its name for people. */
  title: string;
  /** Setting that holds its base address. */
  urlSetting: string;
  /** The clock its windows are told in. All publishers so far are British. */
  timeZone: 'Europe/London';
  /** Nothing was published before. */
  earliest: LondonTime;
  /** Rows that a page can hold: one with as many may hide more. */
  pageLimit: number;
  /** The shortest window that the publisher answers truly. */
  minWindowSeconds: number;
  /** Pause between two requests where the setting doesn't say. */
  paceMs: number;
  /** Where a day is cut beforehand because it is known to overfill a page: ascending times, without midnight. */
  dayCuts(day: string): readonly string[];
  /** Address of a window's first page, or of the page after `cursor`. */
  windowUrl(base: string, window: Window, cursor: string | null): string;
  /** Address of one notice. */
  noticeUrl(base: string, noticeId: string): string;
  /** How long to stay away where the answer says "too many requests"; null where it says something else. */
  overloadMs(sign: OverloadSign, now: Date): number | null;
  /** The releases of a page. Null where the page isn't one. */
  releasesOf(page: JsonObject): JsonObject[] | null;
  /** Cursor of the next page. */
  cursorOf(page: JsonObject): string | null;
  /** The number in a release's id; null where the publisher doesn't number, or the id is of another form. */
  noticeNumber(releaseId: string): NoticeNumber | null;
  /** The id of a number, the inverse of `noticeNumber`; null where the publisher doesn't number. */
  noticeId(notice: NoticeNumber): string | null;
};
