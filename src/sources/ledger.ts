import type { NoticeNumber, Window } from './_source.ts';

/**
 * What became of a window. `fetching`: asked for, and not yet stored (after a kill: in flight, so it is read again).
 * `split`: came back full; its halves stand in the ledger instead.
 */
export type WindowState = 'planned' | 'fetching' | 'done' | 'split' | 'failed';

/** One archived file: where, and what its bytes must be. */
export type ArchivedPage = {
  /** Relative to the archive, with `/`. */
  path: string;
  /** Of the file as stored. */
  sha256: string;
  bytes: number;
};

/** A window as the ledger holds it. */
export type WindowEntry = Window & {
  state: WindowState;
  /** When the answer that is stored came; null before that. */
  fetchedAt: Date | null;
  /** Releases in the answer. */
  received: number | null;
  archived: ArchivedPage | null;
  /** When its releases reached the register. */
  ingestedAt: Date | null;
  /** Why it failed, one sentence. */
  reason: string | null;
};

/** A notice that a window held. `number` is null where the publisher doesn't number. */
export type HeldNotice = { noticeId: string; year: number; number: number | null };

/** A notice number that was asked for by itself and isn't there, with the reason. */
export type AbsentNotice = NoticeNumber & { noticeId: string; reason: string };

/** What is known once a window is read whole. */
export type WindowResult = {
  fetchedAt: Date;
  received: number;
  requests: number;
  /** SHA-256 of every answer's original bytes, in order. */
  answerHashes: readonly string[];
  archived: ArchivedPage;
  held: readonly HeldNotice[];
  absent: readonly AbsentNotice[];
};

/** How complete a year is. */
export type YearCompleteness = {
  year: number;
  /** Highest notice number seen; null where the publisher doesn't number. */
  issued: number | null;
  /** Different notices held. */
  held: number;
  /** Numbers asked for by themselves that the publisher doesn't have. */
  absent: number;
};

/** How much of a source stands in which state. */
export type LedgerCounts = {
  source: string;
  state: WindowState;
  windows: number;
  from: string;
  to: string;
  /** The newest answer among them; null where there is none. */
  lastFetchedAt: Date | null;
  archivedBytes: number;
};

/** Who harvests a source until when. */
export type HarvestLease = { holder: string; until: Date };

/**
 * The harvest's memory: a port, so that the harvester runs against a database, or against memory in tests. Each call is
 * one step that happens wholly or not at all. Windows of a source that aren't `split` never overlap.
 */
export type Ledger = {
  /** Adds windows as `planned`; those that are there stay as they are. */
  plan(source: string, windows: readonly Window[]): Promise<void>;
  /** Every window but the split ones that touches `range` (null: all), by its start. */
  windows(source: string, range: Window | null): Promise<WindowEntry[]>;
  /** A request is on its way. */
  begin(source: string, window: Window): Promise<void>;
  /** The window came back full: its halves take its place. */
  split(source: string, window: Window, halves: readonly [Window, Window], received: number): Promise<void>;
  /** The window is read and archived. */
  complete(source: string, window: Window, result: WindowResult): Promise<void>;
  fail(source: string, window: Window, reason: string): Promise<void>;
  /** Which of the numbers from `low` to `high` of a year are held or entered as absent, ascending. */
  accounted(source: string, year: number, low: number, high: number): Promise<number[]>;
  /** Archived windows whose releases haven't reached the register, by their start. */
  notIngested(source: string): Promise<WindowEntry[]>;
  markIngested(source: string, windows: readonly Window[], at: Date): Promise<void>;
  completeness(source: string): Promise<YearCompleteness[]>;
  counts(): Promise<LedgerCounts[]>;
  /**
   * Takes the lease where it is free, ours, run out, or held by a process that `isGone`; answers whose it is then.
   * Calling it again prolongs it.
   */
  takeLease(
    source: string,
    wanted: HarvestLease,
    now: Date,
    isGone: (holder: string) => boolean,
  ): Promise<HarvestLease>;
  giveLease(source: string, holder: string): Promise<void>;
  /** Who holds the lease; null where nobody does. It may have run out. */
  leaseOf(source: string): Promise<HarvestLease | null>;
};
