import { sql } from 'kysely';
import type { JsonObject } from '../../lib/json.ts';
import type { Executor, Register } from '../register.ts';

/** A file as it begins to be read. */
export type NewSpendFile = {
  fileId: string;
  contentSha256: string;
  name: string;
  publisher: string;
  publisherKey: string;
  publisherBasis: string;
  series: string;
  kind: string;
  vatBasis: string;
  encoding: string;
  headings: Readonly<Record<string, string>>;
  ingestedAt: string;
};

/** What a file came to when it had been read. */
export type SpendFileTotals = {
  read: number;
  stored: number;
  leftOut: Readonly<Record<string, number>>;
  sumPence: number;
  negative: number;
  rounded: number;
  undated: number;
  notes: readonly string[];
};

/** One payment as stored. */
export type NewSpendLine = {
  row_number: number;
  sheet: string | null;
  sheet_row: number;
  month: string;
  paid_on: string | null;
  amount_pence: number;
  payer_key: string;
  payee_kind: string;
  payee_key: string | null;
  category: string | null;
  description: string | null;
  reference: string | null;
};

/** Someone named in a file. */
export type NewSpendParty = {
  party_key: string;
  side: 'payer' | 'payee';
  name: string;
  is_person_likely: boolean;
};

/** The state of a file that is held already, or null. */
export async function getSpendFileState(register: Register, fileId: string): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`
    select state from spend_file where file_id = ${fileId}`.execute(register.latest);
  return rows[0]?.state ?? null;
}

/** Takes away what a reading left that was cut off. */
export async function removeUnfinished(executor: Executor, fileId: string): Promise<void> {
  await sql`delete from spend_file where file_id = ${fileId} and state = 'loading'`.execute(executor);
}

/** Begins a file. Until {@link finishSpendFile} nothing of it counts. */
export async function insertSpendFile(executor: Executor, file: NewSpendFile): Promise<void> {
  await sql`
    insert into spend_file (file_id, content_sha256, name, publisher, publisher_key, publisher_basis, series, kind,
      vat_basis, encoding, headings, state, read_count, stored_count, left_out, sum_pence, negative_count, rounded_count,
      undated_count, notes, ingested_at)
    values (${file.fileId}, ${file.contentSha256}, ${file.name}, ${file.publisher}, ${file.publisherKey},
      ${file.publisherBasis}, ${file.series}, ${file.kind}, ${file.vatBasis}, ${file.encoding},
      ${JSON.stringify(file.headings)}::json, 'loading', 0, 0, '{}', 0, 0, 0, 0, '{}', ${file.ingestedAt}::timestamptz)`.execute(
    executor,
  );
}

/** Adds lines and the parties in them; lines that are there already stay as they are. */
export async function insertSpendLines(
  executor: Executor,
  fileId: string,
  batch: { lines: readonly NewSpendLine[]; parties: readonly NewSpendParty[] },
): Promise<void> {
  await sql`
    insert into spend_party (party_key, side, name, is_person_likely, search)
    select party_key, side, name, is_person_likely, to_tsvector('sourcing', name)
    from json_to_recordset(${JSON.stringify(batch.parties)}::json)
      as p(party_key text, side text, name text, is_person_likely boolean)
    order by party_key on conflict do nothing`.execute(executor);
  await sql`
    insert into spend_line (file_id, row_number, sheet, sheet_row, month, paid_on, amount_pence, payer_key, payee_kind,
      payee_key, category, description, reference)
    select ${fileId}, row_number, sheet, sheet_row, month, paid_on, amount_pence, payer_key, payee_kind, payee_key,
      category, description, reference
    from json_to_recordset(${JSON.stringify(batch.lines)}::json) as l(row_number integer, sheet text, sheet_row integer,
      month date, paid_on date, amount_pence bigint, payer_key text, payee_kind text, payee_key text, category text,
      description text, reference text)
    on conflict do nothing`.execute(executor);
}

/** A month in which a file took the place of an earlier one. */
export type Replaced = { name: string; month: string };

/**
 * Ends a file: writes its totals, and lets its months count instead of those of earlier files of the publisher's series.
 *
 * @returns the months of other files that no longer count
 */
export async function finishSpendFile(
  executor: Executor,
  file: Pick<NewSpendFile, 'fileId' | 'publisherKey' | 'series'>,
  totals: SpendFileTotals,
): Promise<Replaced[]> {
  await sql`
    insert into spend_pair (file_id, month, payer_key, payee_kind, payee_key, line_count, sum_pence)
    select file_id, month, payer_key, payee_kind, coalesce(payee_key, ''), count(*), sum(amount_pence)
    from spend_line where file_id = ${file.fileId} group by 1, 2, 3, 4, 5`.execute(executor);
  await sql`
    insert into spend_month (file_id, month, is_current, line_count, sum_pence)
    select file_id, month, true, sum(line_count), sum(sum_pence)
    from spend_pair where file_id = ${file.fileId} group by 1, 2`.execute(executor);
  const { rows } = await sql<Replaced>`
    update spend_month m set is_current = false, superseded_by = ${file.fileId}
    from spend_file f
    where f.file_id = m.file_id and f.publisher_key = ${file.publisherKey} and f.series = ${file.series}
      and f.file_id <> ${file.fileId} and m.is_current
      and m.month in (select month from spend_month where file_id = ${file.fileId})
    returning f.name, to_char(m.month, 'YYYY-MM') as month`.execute(executor);
  await sql`
    update spend_file set state = 'held', read_count = ${totals.read}, stored_count = ${totals.stored},
      left_out = ${JSON.stringify(totals.leftOut)}::json, sum_pence = ${totals.sumPence},
      negative_count = ${totals.negative}, rounded_count = ${totals.rounded}, undated_count = ${totals.undated},
      notes = ${totals.notes}::text[]
    where file_id = ${file.fileId}`.execute(executor);
  return rows;
}

/** The saved layout of a publisher's files: role → heading. */
export async function getSpendLayout(
  register: Register,
  publisherKey: string,
  series: string,
): Promise<{ headings: JsonObject; isChosen: boolean } | null> {
  const { rows } = await sql<{ headings: JsonObject; isChosen: boolean }>`
    select headings, is_chosen as "isChosen" from spend_layout
    where publisher_key = ${publisherKey} and series = ${series}`.execute(register.latest);
  return rows[0] ?? null;
}

/** Keeps a layout for the publisher's next file. */
export async function saveSpendLayout(
  executor: Executor,
  layout: {
    publisherKey: string;
    series: string;
    headings: Readonly<Record<string, string>>;
    isChosen: boolean;
    savedAt: string;
  },
): Promise<void> {
  await sql`
    insert into spend_layout (publisher_key, series, headings, is_chosen, saved_at)
    values (${layout.publisherKey}, ${layout.series}, ${JSON.stringify(layout.headings)}::json, ${layout.isChosen},
      ${layout.savedAt}::timestamptz)
    on conflict (publisher_key, series) do update
      set headings = excluded.headings, is_chosen = spend_layout.is_chosen or excluded.is_chosen, saved_at = excluded.saved_at`.execute(
    executor,
  );
}

/** A file with the months that count. */
export type SpendFileRow = {
  file_id: string;
  name: string;
  publisher: string;
  publisher_basis: string;
  series: string;
  kind: 'paid' | 'reported';
  vat_basis: 'net' | 'gross' | 'unstated';
  encoding: string;
  headings: JsonObject;
  read_count: number;
  stored_count: number;
  left_out: JsonObject;
  sum_pence: number;
  negative_count: number;
  rounded_count: number;
  undated_count: number;
  notes: string[];
  ingested_at: string;
  first_month: string | null;
  last_month: string | null;
  month_count: number;
  current_month_count: number;
};

/** Files that were read to their end, newest first. */
export async function listSpendFiles(
  register: Register,
  list: { publisher: string | null; limit: number; offset: number },
): Promise<SpendFileRow[]> {
  const named =
    list.publisher === null
      ? sql`true`
      : sql`f.publisher ilike ${`%${list.publisher.replace(/[\\%_]/gu, String.raw`\$&`)}%`}`;
  const { rows } = await sql<SpendFileRow>`
    select f.file_id, f.name, f.publisher, f.publisher_basis, f.series, f.kind, f.vat_basis, f.encoding, f.headings,
      f.read_count, f.stored_count, f.left_out, f.sum_pence, f.negative_count, f.rounded_count, f.undated_count, f.notes,
      f.ingested_at, m.first_month, m.last_month, m.month_count, m.current_month_count
    from spend_file f cross join lateral (
      select to_char(min(month), 'YYYY-MM') as first_month, to_char(max(month), 'YYYY-MM') as last_month,
        count(*)::int as month_count, count(*) filter (where is_current)::int as current_month_count
      from spend_month where file_id = f.file_id) m
    where f.state = 'held' and ${named}
    order by f.ingested_at desc, f.file_id limit ${list.limit} offset ${list.offset}`.execute(register.read);
  return rows;
}

/** What counts at present, by kind and VAT basis: never added across either. */
export type SpendTotalRow = {
  kind: 'paid' | 'reported';
  vat_basis: 'net' | 'gross' | 'unstated';
  publisher_count: number;
  line_count: number;
  sum_pence: number;
  first_month: string;
  last_month: string;
};

/** Sums of all current months by kind and VAT basis. */
export async function listSpendTotals(register: Register): Promise<SpendTotalRow[]> {
  const { rows } = await sql<SpendTotalRow>`
    select f.kind, f.vat_basis, count(distinct f.publisher_key)::int as publisher_count,
      sum(m.line_count)::int as line_count, sum(m.sum_pence)::int8 as sum_pence,
      to_char(min(m.month), 'YYYY-MM') as first_month, to_char(max(m.month), 'YYYY-MM') as last_month
    from spend_month m join spend_file f using (file_id) where m.is_current and f.state = 'held'
    group by 1, 2 order by 1, 2`.execute(register.read);
  return rows;
}
