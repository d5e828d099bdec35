import { sql } from 'kysely';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Reason } from '../../domain/segments/because-of.ts';
import type { Executor, Register } from '../register.ts';
import type { ProcessTable } from '../schema.ts';
import type { ProcessRow } from './processes.ts';

/** The segment of a process: the one that counts, the model's answer, and the person's choice that stands. */
export type SegmentRow = Pick<
  ProcessTable,
  'ocid' | 'title' | 'segment' | 'segment_basis' | 'model_segment' | 'segment_probability' | 'segment_second'
> & {
  segment_because: Reason[] | null;
  reason: string | null;
  made_by: string | null;
  made_at: string | null;
};

/**
 * The segment of one process, or null where the process isn't held.
 *
 * @example (await getSegment(register.read, 'ocds-h6vhtk-0aaaaa'))?.segment // 'cloud-hosting'
 */
export async function getSegment(executor: Executor, ocid: string): Promise<SegmentRow | null> {
  const { rows } = await sql<SegmentRow>`
    select p.ocid, p.title, p.segment, p.segment_basis, p.model_segment, p.segment_probability, p.segment_second, p.segment_because,
      o.reason, o.made_by, o.made_at
    from process p left join segment_override o on o.ocid = p.ocid and o.withdrawn_at is null
    where p.ocid = ${ocid}`.execute(executor);
  return rows[0] ?? null;
}

/** The model's answer for a process, as stored. */
export type ModelAnswer = Pick<
  ProcessRow,
  'ocid' | 'model_segment' | 'segment_probability' | 'segment_second' | 'segment_because' | 'segment_model'
>;

/**
 * Writes the model's answers where other weights gave them (a batch may have stored newer facts meanwhile); what counts
 * follows with {@link settleSegments}, in the same transaction.
 */
export async function updateModelAnswers(executor: Executor, answers: readonly ModelAnswer[]): Promise<void> {
  await sql`
    update process p set model_segment = r.model_segment, segment_probability = r.segment_probability,
      segment_second = r.segment_second, segment_because = r.segment_because::json, segment_model = r.segment_model
    from json_to_recordset(${JSON.stringify(answers)}::json) as r(ocid text, model_segment text,
      segment_probability double precision, segment_second text, segment_because text, segment_model text)
    where p.ocid = r.ocid and p.segment_model is distinct from r.segment_model`.execute(executor);
}

/**
 * Makes the segment that counts of processes and their contracts anew: the person's choice that stands, else the model's
 * answer. A process whose segment becomes another gets a new position in the change feed. The only writer of segments
 * beside the batches of ingestion; to be called with the lock of writers held.
 *
 * @returns how many processes have another segment than before
 * @example await settleSegments(transaction, [ocid], '2026-11-01T12:00:00Z') // 1
 */
export async function settleSegments(
  executor: Executor,
  ocids: readonly string[],
  changedAt: string,
): Promise<number> {
  const { rows } = await sql<{ ocid: string }>`
    with settled as (
      select p.ocid, coalesce(o.segment, p.model_segment) as segment,
        case when o.segment is not null then 'person' when p.model_segment is not null then 'model' end as basis
      from process p left join segment_override o on o.ocid = p.ocid and o.withdrawn_at is null
      where p.ocid = any(${ocids}::text[])
    ), based as (
      update process p set segment_basis = s.basis from settled s
      where p.ocid = s.ocid and p.segment_basis is distinct from s.basis and p.segment is not distinct from s.segment
    )
    update process p set segment = s.segment, segment_basis = s.basis, changed_xid = pg_current_xact_id(),
      changed_sequence = nextval('process_change'), changed_at = ${changedAt}::timestamptz
    from settled s where p.ocid = s.ocid and p.segment is distinct from s.segment returning p.ocid`.execute(
    executor,
  );
  await sql`
    update contract c set segment = p.segment from process p
    where c.ocid = any(${ocids}::text[]) and p.ocid = c.ocid and c.segment is distinct from p.segment`.execute(
    executor,
  );
  return rows.length;
}

/** Processes that other weights classified, or none, in order of ocid; `after` is the last one seen. */
export async function listOutdated(
  register: Register,
  model: string,
  page: { after: string; limit: number },
): Promise<{ ocid: string; facts: ProcessFacts }[]> {
  const { rows } = await sql<{ ocid: string; facts: ProcessFacts }>`
    select ocid, facts from process where segment_model is distinct from ${model} and ocid > ${page.after}
    order by ocid limit ${page.limit}`.execute(register.latest);
  return rows;
}

/** How many processes other weights classified, or none. Each of the three parts is read from the index. */
export async function countOutdated(executor: Executor, model: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from process where segment_model is null)::int
      + (select count(*) from process where segment_model < ${model})::int
      + (select count(*) from process where segment_model > ${model})::int as count`.execute(executor);
  return rows[0]?.count ?? 0;
}
