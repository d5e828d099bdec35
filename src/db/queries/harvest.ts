import { sql } from 'kysely';
import type { Executor, Register } from '../register.ts';
import type { HarvestLeaseTable, HarvestWindowTable } from '../schema.ts';

/** A window as stored; its ends are London's wall clock as text. */
export type WindowRow = Omit<HarvestWindowTable, 'source' | 'request_count' | 'answer_hashes'>;

/** A window's name in the ledger. */
export type WindowKey = { source: string; from: string; to: string };

/** What is stored once a window is read. */
export type CompletedWindow = {
  fetchedAt: string;
  received: number;
  requests: number;
  answerHashes: readonly string[];
  archived: { path: string; sha256: string; bytes: number };
  held: readonly { noticeId: string; year: number; number: number | null }[];
  absent: readonly { noticeId: string; year: number; number: number; reason: string }[];
};

const columns = sql`window_from, window_to, state, fetched_at, received_count, archive_path, archive_sha256,
  archive_bytes, ingested_at, reason`;

/** Adds windows as planned; those that are there stay as they are. */
export async function planWindows(
  register: Register,
  source: string,
  windows: readonly { from: string; to: string }[],
): Promise<void> {
  if (windows.length > 0) await register.write((transaction) => insertPlanned(transaction, source, windows));
}

async function insertPlanned(
  executor: Executor,
  source: string,
  windows: readonly { from: string; to: string }[],
): Promise<void> {
  const from = windows.map((window) => window.from);
  const to = windows.map((window) => window.to);
  await sql`
    insert into harvest_window (source, window_from, window_to, state)
    select ${source}, planned.window_from, planned.window_to, 'planned'
    from unnest(${from}::text[], ${to}::text[]) as planned (window_from, window_to)
    on conflict do nothing`.execute(executor);
}

/**
 * Every window but the split ones that touches the range (null: all), by its start. As every query of a running harvest
 * it goes to the database that is written, because a copy to read from may lag behind what was stored a moment ago.
 */
export async function listWindows(
  register: Register,
  source: string,
  range: { from: string; to: string } | null,
): Promise<WindowRow[]> {
  const touching = range === null ? sql`true` : sql`window_from < ${range.to} and window_to > ${range.from}`;
  const { rows } = await register.write((transaction) =>
    sql<WindowRow>`
    select ${columns} from harvest_window
    where source = ${source} and state <> 'split' and ${touching}
    order by window_from`.execute(transaction),
  );
  return rows;
}

/** Archived windows whose releases haven't reached the register, by their start. */
export async function listWindowsToIngest(register: Register, source: string): Promise<WindowRow[]> {
  const { rows } = await register.write((transaction) =>
    sql<WindowRow>`
    select ${columns} from harvest_window
    where source = ${source} and state = 'done' and ingested_at is null
    order by window_from`.execute(transaction),
  );
  return rows;
}

/** A request for the window is on its way. */
export async function beginWindow(register: Register, key: WindowKey): Promise<void> {
  await register.write(async (transaction) => {
    await sql`update harvest_window set state = 'fetching' where ${isWindow(key)}`.execute(transaction);
  });
}

/** The window could not be read, and why; a later harvest asks again. */
export async function failWindow(register: Register, key: WindowKey, reason: string): Promise<void> {
  await register.write(async (transaction) => {
    await sql`update harvest_window set state = 'failed', reason = ${reason} where ${isWindow(key)}`.execute(
      transaction,
    );
  });
}

/** The window came back full: its halves take its place. */
export async function splitWindow(
  register: Register,
  key: WindowKey,
  halves: readonly { from: string; to: string }[],
  received: number,
): Promise<void> {
  await register.write(async (transaction) => {
    await sql`
      update harvest_window set state = 'split', received_count = ${received}, archive_path = null, archive_sha256 = null,
        archive_bytes = null, reason = null
      where ${isWindow(key)}`.execute(transaction);
    await insertPlanned(transaction, key.source, halves);
  });
}

/** The window is read and archived: its figures, its notices, and the numbers found absent. */
export async function completeWindow(
  register: Register,
  key: WindowKey,
  done: CompletedWindow,
): Promise<void> {
  const { archived } = done;
  await register.write(async (transaction) => {
    await sql`
      update harvest_window set state = 'done', fetched_at = ${done.fetchedAt}::timestamptz,
        received_count = ${done.received}, request_count = ${done.requests}, answer_hashes = ${done.answerHashes}::text[],
        archive_path = ${archived.path}, archive_sha256 = ${archived.sha256}, archive_bytes = ${archived.bytes},
        ingested_at = null, reason = null
      where ${isWindow(key)}`.execute(transaction);
    await storeAbsent(transaction, key.source, done);
    await storeHeld(transaction, key.source, done);
  });
}

async function storeHeld(executor: Executor, source: string, { held }: CompletedWindow): Promise<void> {
  if (held.length === 0) return;
  const ids = held.map((notice) => notice.noticeId);
  await sql`
    insert into harvest_notice (source, notice_id, notice_year, notice_number)
    select ${source}, held.*
    from unnest(${ids}::text[], ${held.map((notice) => notice.year)}::int[], ${held.map((notice) => notice.number)}::int[]) as held
    on conflict do nothing`.execute(executor);
  await sql`delete from harvest_absent where source = ${source} and notice_id = any(${ids}::text[])`.execute(
    executor,
  );
}

async function storeAbsent(
  executor: Executor,
  source: string,
  { absent, fetchedAt }: CompletedWindow,
): Promise<void> {
  if (absent.length === 0) return;
  await sql`
    insert into harvest_absent (source, notice_id, notice_year, notice_number, reason, asked_at)
    select ${source}, missing.*, ${fetchedAt}::timestamptz
    from unnest(${absent.map((notice) => notice.noticeId)}::text[], ${absent.map((notice) => notice.year)}::int[],
      ${absent.map((notice) => notice.number)}::int[], ${absent.map((notice) => notice.reason)}::text[]) as missing
    on conflict (source, notice_id) do update set reason = excluded.reason, asked_at = excluded.asked_at`.execute(
    executor,
  );
}

/** Which numbers of a year, from `low` to `high`, are held or known to be absent; ascending. */
export async function listAccountedNumbers(
  register: Register,
  source: string,
  span: { year: number; low: number; high: number },
): Promise<number[]> {
  const within = sql`source = ${source} and notice_year = ${span.year} and notice_number between ${span.low} and ${span.high}`;
  const { rows } = await register.write((transaction) =>
    sql<{ notice_number: number }>`
    select notice_number from harvest_notice where ${within}
    union select notice_number from harvest_absent where ${within}
    order by notice_number`.execute(transaction),
  );
  return rows.map((row) => row.notice_number);
}

/** What these windows hold is in the register now. */
export async function markWindowsIngested(
  register: Register,
  source: string,
  windows: readonly { from: string; to: string }[],
  at: string,
): Promise<void> {
  const from = windows.map((window) => window.from);
  const to = windows.map((window) => window.to);
  await register.write(async (transaction) => {
    await sql`
      update harvest_window set ingested_at = ${at}::timestamptz
      from unnest(${from}::text[], ${to}::text[]) as stored (stored_from, stored_to)
      where source = ${source} and window_from = stored_from and window_to = stored_to and state = 'done'`.execute(
      transaction,
    );
  });
}

/** Highest number, notices held and numbers absent, by year. */
export type YearRow = { year: number; issued: number | null; held: number; absent: number };

/** Notice numbers of a publisher by year, oldest first. */
export async function listYears(register: Register, source: string): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    select year, max(issued)::int as issued, sum(held)::int as held, sum(absent)::int as absent from (
      select notice_year as year, max(notice_number) as issued, count(*) as held, 0 as absent
      from harvest_notice where source = ${source} group by notice_year
      union all
      select notice_year, null, 0, count(*) from harvest_absent where source = ${source} group by notice_year
    ) as counted
    group by year order by year`.execute(register.read);
  return rows;
}

/** How many windows of every source stand in which state, and what they span. */
export type StateRow = {
  source: string;
  state: WindowRow['state'];
  windows: number;
  from: string;
  to: string;
  last_fetched_at: string | null;
  archived_bytes: number;
};

/** Windows by source and state, with the time they span and the size of their archive. Parted windows are left out. */
export async function countWindows(register: Register): Promise<StateRow[]> {
  const { rows } = await sql<StateRow>`
    select source, state, count(*)::int as windows, min(window_from) as from, max(window_to) as to,
      max(fetched_at) as last_fetched_at, coalesce(sum(archive_bytes), 0)::int8 as archived_bytes
    from harvest_window where state <> 'split' group by source, state order by source, state`.execute(
    register.read,
  );
  return rows;
}

/** Who holds a lease until when. */
export type LeaseRow = Omit<HarvestLeaseTable, 'source'>;

/** Takes the lease where it is free, already the holder's, run out, or held by someone `isGone`; answers whose it is then. */
export async function takeLease(
  register: Register,
  source: string,
  wanted: LeaseRow,
  { now, isGone }: { now: string; isGone: (holder: string) => boolean },
): Promise<LeaseRow> {
  return register.write(async (transaction) => {
    await sql`
      insert into harvest_lease (source, holder, held_until)
      values (${source}, ${wanted.holder}, ${wanted.held_until}::timestamptz) on conflict do nothing`.execute(
      transaction,
    );
    const { rows } = await sql<LeaseRow & { is_over: boolean }>`
      select holder, held_until, held_until <= ${now}::timestamptz as is_over
      from harvest_lease where source = ${source} for update`.execute(transaction);
    const [current] = rows;
    if (
      current !== undefined &&
      current.holder !== wanted.holder &&
      !current.is_over &&
      !isGone(current.holder)
    )
      return current;
    await sql`
      update harvest_lease set holder = ${wanted.holder}, held_until = ${wanted.held_until}::timestamptz
      where source = ${source}`.execute(transaction);
    return wanted;
  });
}

/** Gives the lease back, where this holder still has it. */
export async function giveLease(register: Register, source: string, holder: string): Promise<void> {
  await register.write(async (transaction) => {
    await sql`delete from harvest_lease where source = ${source} and holder = ${holder}`.execute(transaction);
  });
}

/** Who holds the lease, also where it has run out; null where nobody does. */
export async function findLease(register: Register, source: string): Promise<LeaseRow | null> {
  const { rows } = await sql<LeaseRow>`
    select holder, held_until from harvest_lease where source = ${source}`.execute(register.read);
  return rows[0] ?? null;
}

function isWindow({ source, from, to }: WindowKey): ReturnType<typeof sql> {
  return sql`source = ${source} and window_from = ${from} and window_to = ${to}`;
}
