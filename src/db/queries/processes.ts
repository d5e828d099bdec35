import { sql } from 'kysely';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Executor } from '../register.ts';
import { joinBytes } from './join-bytes.ts';

/** Columns of `process` that ingestion computes. */
export type ProcessRow = {
  ocid: string;
  publisher: string;
  regime: string;
  stage: string;
  title: string;
  is_framework_agreement: boolean;
  framework_ocid: string | null;
  framework_reference: string | null;
  reference_keys: readonly string[];
  tender_deadline_at: string | null;
  first_published_at: string | null;
  last_published_at: string | null;
  release_count: number;
  /** JSON text. */
  facts: string;
  facts_hash: string;
  model_segment: string;
  segment_probability: number;
  segment_second: string;
  /** JSON text. */
  segment_because: string;
  segment_model: string;
};

/** Columns of `mention`. */
export type MentionRow = {
  ocid: string;
  party_id: string;
  name: string;
  roles: readonly string[];
  mention_key: string | null;
  buyer_type: string | null;
  scale: string | null;
  is_vcse: boolean | null;
  is_person_likely: boolean;
  locality: string | null;
  region: string | null;
};

/** Columns of `contract`; organisations are filled in from the mentions, the search vector from the texts. */
export type ContractInsert = {
  contract_id: string;
  ocid: string;
  award_id: string;
  award_contract_id: string;
  stand_in_id: string;
  title: string;
  publisher: string;
  regime: string;
  route: string;
  stage: string;
  is_framework_agreement: boolean;
  framework_ocid: string | null;
  framework_reference: string | null;
  buyer_party_id: string | null;
  buyer_name: string | null;
  buyer_type: string;
  supplier_party_ids: readonly string[];
  supplier_names: readonly string[];
  scale: string | null;
  headline_minor_units: number | null;
  headline_currency: string | null;
  headline_kind: string | null;
  headline_basis: string | null;
  headline_flag: string | null;
  headline_pence: number | null;
  net_pence: number | null;
  value_band: string;
  awarded_on: string | null;
  signed_on: string | null;
  start_on: string | null;
  end_on: string | null;
  max_end_on: string | null;
  ended_on: string | null;
  dated_on: string;
  dated_year: number;
  cpv_codes: readonly string[];
  cpv_divisions: readonly string[];
  last_published_at: string | null;
  flag_count: number;
  bid_count: number | null;
  tender_on: string | null;
  first_pence: number | null;
  last_pence: number | null;
  title_words: readonly string[];
  text_a: string;
  text_b: string;
  text_c: string;
  text_d: string;
};

/** Columns of `amount`. */
export type AmountRow = {
  ocid: string;
  position: number;
  contract_id: string | null;
  of: string;
  of_id: string | null;
  kind: string;
  basis: string;
  minor_units: number | null;
  currency: string | null;
  original_text: string | null;
  source_path: string;
  flag: string | null;
};

/** Everything that is stored of one process. */
export type ProcessRows = {
  process: ProcessRow;
  mentions: MentionRow[];
  contracts: ContractInsert[];
  amounts: AmountRow[];
};

/** The same as it travels to the database: every row as JSON text, the facts beside theirs. */
export type PackedProcess = {
  ocid: string;
  factsHash: string;
  facts: string;
  process: string;
  mentions: string[];
  contracts: string[];
  amounts: string[];
};

/**
 * Packs the rows of a process before the transaction that writes them, so that the database doesn't wait for it.
 *
 * @example packRows(rows).contracts.length // 1
 */
export function packRows({ process, mentions, contracts, amounts }: ProcessRows): PackedProcess {
  const { facts, ...plain } = process;
  return {
    ocid: process.ocid,
    factsHash: process.facts_hash,
    facts,
    process: JSON.stringify(plain),
    mentions: mentions.map((row) => JSON.stringify(row)),
    contracts: contracts.map((row) => JSON.stringify(row)),
    amounts: amounts.map((row) => JSON.stringify(row)),
  };
}

/** One JSON list of rows that are JSON text already. */
function listOf(rows: readonly string[]): string {
  return `[${rows.join(',')}]`;
}

/** Number of releases and hash of the facts of the processes that are held. */
export async function listProcessVersions(
  executor: Executor,
  ocids: readonly string[],
): Promise<Map<string, { releaseCount: number; factsHash: string }>> {
  const { rows } = await sql<{ ocid: string; release_count: number; facts_hash: string }>`
    select ocid, release_count, encode(facts_hash, 'hex') as facts_hash from process where ocid = any(${ocids}::text[])`.execute(
    executor,
  );
  return new Map(
    rows.map((row) => [row.ocid, { releaseCount: row.release_count, factsHash: row.facts_hash }]),
  );
}

/**
 * Writes processes whose facts changed; each gets a new position in the change feed. A person's choice of segment that
 * stands counts instead of the model's.
 */
export async function upsertProcesses(
  executor: Executor,
  rows: readonly PackedProcess[],
  changedAt: string,
): Promise<void> {
  const { bytes, starts, lengths } = joinBytes(rows.map(({ facts }) => Buffer.from(facts)));
  await sql`
    insert into process (ocid, publisher, regime, stage, title, is_framework_agreement, framework_ocid, framework_reference, reference_keys,
      tender_deadline_at, first_published_at, last_published_at, release_count, facts, facts_hash, changed_xid, changed_sequence, changed_at,
      segment, segment_basis, model_segment, segment_probability, segment_second, segment_because, segment_model)
    select r.ocid, publisher, regime, stage, title, is_framework_agreement, framework_ocid, framework_reference, reference_keys,
      tender_deadline_at, first_published_at, last_published_at, release_count, convert_from(substr(all_facts, (${starts}::int[])[place], (${lengths}::int[])[place]), 'UTF8')::json, decode(facts_hash, 'hex'),
      pg_current_xact_id(), nextval('process_change'), ${changedAt}::timestamptz,
      coalesce(o.segment, model_segment), case when o.segment is null then 'model' else 'person' end,
      model_segment, segment_probability, segment_second, segment_because::json, segment_model
    from rows from (json_to_recordset(${listOf(rows.map(({ process }) => process))}::json) as (ocid text, publisher text, regime text, stage text, title text,
      is_framework_agreement boolean, framework_ocid text, framework_reference text, reference_keys text[], tender_deadline_at timestamptz,
      first_published_at timestamptz, last_published_at timestamptz, release_count int, facts_hash text,
      model_segment text, segment_probability double precision, segment_second text,
      segment_because text, segment_model text)) with ordinality r(ocid, publisher, regime, stage, title, is_framework_agreement,
      framework_ocid, framework_reference, reference_keys, tender_deadline_at, first_published_at, last_published_at, release_count,
      facts_hash, model_segment, segment_probability, segment_second, segment_because, segment_model, place)
    left join segment_override o on o.ocid = r.ocid and o.withdrawn_at is null
    cross join (select ${bytes}::bytea as all_facts) joined
    on conflict (ocid) do update set publisher = excluded.publisher, regime = excluded.regime, stage = excluded.stage,
      title = excluded.title, is_framework_agreement = excluded.is_framework_agreement,
      framework_ocid = excluded.framework_ocid, framework_reference = excluded.framework_reference, reference_keys = excluded.reference_keys,
      tender_deadline_at = excluded.tender_deadline_at, first_published_at = excluded.first_published_at,
      last_published_at = excluded.last_published_at, release_count = excluded.release_count, facts = excluded.facts,
      facts_hash = excluded.facts_hash, changed_xid = excluded.changed_xid, changed_sequence = excluded.changed_sequence,
      changed_at = excluded.changed_at, segment = excluded.segment, segment_basis = excluded.segment_basis,
      model_segment = excluded.model_segment, segment_probability = excluded.segment_probability,
      segment_second = excluded.segment_second, segment_because = excluded.segment_because,
      segment_model = excluded.segment_model`.execute(executor);
}

/** Records that a process holds more releases though its facts are the same. */
export async function updateReleaseCounts(
  executor: Executor,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (counts.size === 0) return;
  await sql`update process set release_count = n.count
    from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[]) as n(ocid, count)
    where process.ocid = n.ocid`.execute(executor);
}

/** Removes the mentions, contracts and amounts of processes, and marks the organisations that they named as due. */
export async function deleteProcessRows(executor: Executor, ocids: readonly string[]): Promise<void> {
  if (ocids.length === 0) return;
  await sql`
    with amounts as (delete from amount where ocid = any(${ocids}::text[])),
    contracts as (delete from contract where ocid = any(${ocids}::text[])),
    gone as (delete from mention where ocid = any(${ocids}::text[]) returning organisation_id)
    insert into organisation_due select distinct organisation_id from gone where organisation_id is not null
    on conflict do nothing`.execute(executor);
}

/**
 * Writes the mentions, contracts and amounts of processes, and marks the organisations concerned as due. Their keys
 * must have been placed before.
 */
export async function insertProcessRows(executor: Executor, rows: readonly PackedProcess[]): Promise<void> {
  await sql`
    with added as (
      insert into mention (ocid, party_id, name, roles, mention_key, organisation_id, buyer_type, scale, is_vcse, is_person_likely, locality, region)
      select r.ocid, party_id, name, roles, mention_key, k.organisation_id, buyer_type, scale, is_vcse, is_person_likely, locality, region
      from json_to_recordset(${listOf(rows.flatMap(({ mentions }) => mentions))}::json) as r(ocid text, party_id text, name text, roles text[], mention_key text,
        buyer_type text, scale text, is_vcse boolean, is_person_likely boolean, locality text, region text)
      left join organisation_key k on k.key = r.mention_key
      returning organisation_id
    )
    insert into organisation_due select distinct organisation_id from added where organisation_id is not null
    on conflict do nothing`.execute(executor);
  await insertContracts(
    executor,
    rows.flatMap(({ contracts }) => contracts),
  );
  await sql`
    insert into amount (ocid, position, contract_id, of, of_id, kind, basis, minor_units, currency, original_text, source_path, flag)
    select ocid, position, contract_id, of, of_id, kind, basis, minor_units, currency, original_text, source_path, flag
    from json_to_recordset(${listOf(rows.flatMap(({ amounts }) => amounts))}::json) as r(ocid text, position int, contract_id text, of text, of_id text,
      kind text, basis text, minor_units bigint, currency text, original_text text, source_path text, flag text)`.execute(
    executor,
  );
}

async function insertContracts(executor: Executor, contracts: readonly string[]): Promise<void> {
  if (contracts.length === 0) return;
  await sql`
    insert into contract (contract_id, ocid, award_id, award_contract_id, stand_in_id, title, publisher, regime, route, stage,
      is_framework_agreement, framework_ocid, framework_reference, buyer_party_id, supplier_party_ids, buyer_id, buyer_name,
      buyer_type, supplier_ids, supplier_names, scale, headline_minor_units, headline_currency, headline_kind, headline_basis, headline_flag, headline_pence, net_pence,
      value_band, awarded_on, signed_on, start_on, end_on, max_end_on, ended_on, dated_on, dated_year, cpv_codes, cpv_divisions,
      last_published_at, flag_count, bid_count, tender_on, first_pence, last_pence, title_words, segment, main_ocid, search)
    select r.contract_id, r.ocid, award_id, award_contract_id, stand_in_id, r.title, r.publisher, r.regime, route, r.stage,
      r.is_framework_agreement, r.framework_ocid, r.framework_reference, buyer_party_id, supplier_party_ids, b.organisation_id, buyer_name, r.buyer_type,
      coalesce(s.ids, '{}'), supplier_names, r.scale, headline_minor_units, headline_currency, headline_kind, headline_basis,
      headline_flag, headline_pence, net_pence, value_band, awarded_on, signed_on, start_on, end_on, max_end_on, ended_on,
      dated_on, dated_year, cpv_codes, cpv_divisions, r.last_published_at, flag_count,
      bid_count, tender_on, first_pence, last_pence, title_words, p.segment, p.main_ocid,
      setweight(to_tsvector('sourcing', text_a), 'A') || setweight(to_tsvector('sourcing', text_b), 'B') ||
      setweight(to_tsvector('sourcing', text_c), 'C') || setweight(to_tsvector('sourcing', text_d), 'D')
    from json_to_recordset(${listOf(contracts)}::json) as r(contract_id text, ocid text, award_id text, award_contract_id text,
      stand_in_id text, title text, publisher text, regime text, route text, stage text, is_framework_agreement boolean,
      framework_ocid text, framework_reference text, buyer_party_id text, buyer_name text, buyer_type text,
      supplier_party_ids text[], supplier_names text[], scale text, headline_minor_units bigint, headline_currency text,
      headline_kind text, headline_basis text, headline_flag text, headline_pence bigint, net_pence bigint, value_band text,
      awarded_on date, signed_on date, start_on date, end_on date, max_end_on date, ended_on date, dated_on date,
      dated_year smallint, cpv_codes text[], cpv_divisions text[], last_published_at timestamptz, flag_count int,
      bid_count int, tender_on date, first_pence bigint, last_pence bigint, title_words text[],
      text_a text, text_b text, text_c text, text_d text)
    -- One by one: statistics of a table that grows while it is written would have all of it read.
    left join lateral (select segment, main_ocid from process where ocid = r.ocid offset 0) p on true
    left join mention b on b.ocid = r.ocid and b.party_id = r.buyer_party_id
    left join lateral (
      select array_agg(coalesce(m.organisation_id, '') order by p.place) as ids
      from unnest(r.supplier_party_ids) with ordinality p(party_id, place)
      left join mention m on m.ocid = r.ocid and m.party_id = p.party_id
    ) s on true`.execute(executor);
}

/** Processes that link to these frameworks. */
export async function listDependents(
  executor: Executor,
  frameworkOcids: readonly string[],
): Promise<{ ocid: string; framework: string }[]> {
  if (frameworkOcids.length === 0) return [];
  const { rows } = await sql<{ ocid: string; framework: string }>`
    select ocid, framework_ocid as framework from process where framework_ocid = any(${frameworkOcids}::text[])
    order by ocid`.execute(executor);
  return rows;
}

/** Facts of frameworks that are held, with their hash. */
export async function listFrameworks(
  executor: Executor,
  ocids: readonly string[],
): Promise<{ ocid: string; facts: ProcessFacts; factsHash: string }[]> {
  if (ocids.length === 0) return [];
  const { rows } = await sql<{ ocid: string; facts: ProcessFacts; factsHash: string }>`
    select ocid, facts, encode(facts_hash, 'hex') as "factsHash" from process where ocid = any(${ocids}::text[])`.execute(
    executor,
  );
  return rows;
}

/** The facts of one process, or null. */
export async function getProcessFacts(executor: Executor, ocid: string): Promise<ProcessFacts | null> {
  const { rows } = await sql<{ facts: ProcessFacts }>`select facts from process where ocid = ${ocid}`.execute(
    executor,
  );
  return rows[0]?.facts ?? null;
}
