import * as queries from '../../db/queries/harvest.ts';
import type { Register } from '../../db/register.ts';
import type { HarvestLease, Ledger, WindowEntry } from '../../sources/ledger.ts';

/**
 * The harvest's ledger in the register.
 *
 * @example const ledger = createDatabaseLedger(await context.register())
 */
export function createDatabaseLedger(register: Register): Ledger {
  return {
    plan: (source, windows) => queries.planWindows(register, source, windows),
    windows: async (source, range) => (await queries.listWindows(register, source, range)).map(toEntry),
    begin: (source, { from, to }) => queries.beginWindow(register, { source, from, to }),
    split: (source, { from, to }, halves, received) =>
      queries.splitWindow(register, { source, from, to }, halves, received),
    complete: (source, { from, to }, result) =>
      queries.completeWindow(
        register,
        { source, from, to },
        { ...result, fetchedAt: result.fetchedAt.toISOString() },
      ),
    fail: (source, { from, to }, reason) => queries.failWindow(register, { source, from, to }, reason),
    accounted: (source, year, low, high) =>
      queries.listAccountedNumbers(register, source, { year, low, high }),
    notIngested: async (source) => (await queries.listWindowsToIngest(register, source)).map(toEntry),
    markIngested: (source, windows, at) =>
      queries.markWindowsIngested(register, source, windows, at.toISOString()),
    completeness: (source) => queries.listYears(register, source),
    counts: async () =>
      (await queries.countWindows(register)).map(
        ({ last_fetched_at: last, archived_bytes: archivedBytes, ...row }) => ({
          ...row,
          lastFetchedAt: last === null ? null : new Date(last),
          archivedBytes,
        }),
      ),
    takeLease: async (source, wanted, now, isGone) => {
      const row = { holder: wanted.holder, held_until: wanted.until.toISOString() };
      const granted = await queries.takeLease(register, source, row, { now: now.toISOString(), isGone });
      return toLease(granted);
    },
    giveLease: (source, holder) => queries.giveLease(register, source, holder),
    leaseOf: async (source) => {
      const found = await queries.findLease(register, source);
      return found === null ? null : toLease(found);
    },
  };
}

function toLease(row: queries.LeaseRow): HarvestLease {
  return { holder: row.holder, until: new Date(row.held_until) };
}

function toEntry(row: queries.WindowRow): WindowEntry {
  const { archive_path: path, archive_sha256: sha256, archive_bytes: bytes } = row;
  return {
    from: row.window_from,
    to: row.window_to,
    state: row.state,
    fetchedAt: row.fetched_at === null ? null : new Date(row.fetched_at),
    received: row.received_count,
    archived: path === null || sha256 === null || bytes === null ? null : { path, sha256, bytes },
    ingestedAt: row.ingested_at === null ? null : new Date(row.ingested_at),
    reason: row.reason,
  };
}
