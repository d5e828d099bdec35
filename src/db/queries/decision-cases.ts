import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** A case as lists show it. */
export type CaseRow = {
  case_id: string;
  revision: number;
  title: string;
  buyer_name: string;
  stage: string;
  marking: string;
  created_at: string;
  saved_at: string;
  saved_by: string;
};

/** Who saved a revision, when and why. */
export type CaseRevisionRow = {
  case_id: string;
  revision: number;
  saved_at: string;
  saved_by: string;
  note: string | null;
};

/** A revision with its text. */
export type CaseTextRow = CaseRevisionRow & { content: string };

/** What is kept of a revision. */
export type NewRevision = Omit<CaseRow, 'created_at'> & {
  body_id: string;
  content: string;
  note: string | null;
};

// Row level security leaves only rows of the body that the transaction names: `register.within`.

/** Cases of the body, the last saved first. */
export async function listCaseRows(executor: Executor): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select case_id, revision, title, buyer_name, stage, marking, created_at, saved_at, saved_by
    from decision_case order by saved_at desc, case_id`.execute(executor);
  return rows;
}

/** A revision of a case, the newest unless one is named; null where there is none, however large the number. */
export async function findCaseText(
  executor: Executor,
  caseId: string,
  revision: number | null,
): Promise<CaseTextRow | null> {
  const { rows } = await sql<CaseTextRow>`
    select r.case_id, r.revision, r.saved_at, r.saved_by, r.note, r.content
    from decision_case c join decision_case_revision r using (body_id, case_id)
    where c.case_id = ${caseId} and r.revision = coalesce(${revision}::numeric, c.revision)`.execute(
    executor,
  );
  return rows[0] ?? null;
}

/** Revisions of a case, the newest first. */
export async function listCaseRevisions(executor: Executor, caseId: string): Promise<CaseRevisionRow[]> {
  const { rows } = await sql<CaseRevisionRow>`
    select case_id, revision, saved_at, saved_by, note from decision_case_revision
    where case_id = ${caseId} order by revision desc`.execute(executor);
  return rows;
}

/**
 * Adds a revision to a case, or the first one of a new case. Answers false, and has written nothing, where the case doesn’t stand at
 * the revision before it: somebody was faster.
 */
export async function addCaseRevision(executor: Executor, row: NewRevision): Promise<boolean> {
  const head = await sql`
    insert into decision_case as c
      (body_id, case_id, revision, title, buyer_name, stage, marking, created_at, saved_at, saved_by)
    select ${row.body_id}, ${row.case_id}, ${row.revision}, ${row.title}, ${row.buyer_name}, ${row.stage},
      ${row.marking}, ${row.saved_at}::timestamptz, ${row.saved_at}::timestamptz, ${row.saved_by}
    where ${row.revision} = 1 or exists (select from decision_case where case_id = ${row.case_id})
    on conflict (body_id, case_id) do update set revision = excluded.revision, title = excluded.title,
      buyer_name = excluded.buyer_name, stage = excluded.stage, marking = excluded.marking,
      saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where c.revision = excluded.revision - 1
    returning 1`.execute(executor);
  if (head.rows.length === 0) return false;
  await sql`
    insert into decision_case_revision (body_id, case_id, revision, content, saved_at, saved_by, note)
    values (${row.body_id}, ${row.case_id}, ${row.revision}, ${row.content}, ${row.saved_at}::timestamptz,
      ${row.saved_by}, ${row.note})`.execute(executor);
  return true;
}

/** What was worked out for a revision; null where nothing was. */
export async function findCaseRun(
  executor: Executor,
  caseId: string,
  revision: number,
): Promise<{ answer: string; basis_hash: string; worked_out_at: string } | null> {
  const { rows } = await sql<{ answer: string; basis_hash: string; worked_out_at: string }>`
    select answer, basis_hash, worked_out_at from decision_run
    where case_id = ${caseId} and revision = ${revision}`.execute(executor);
  return rows[0] ?? null;
}

/** Keeps what was worked out for a revision, in place of what was before. */
export async function keepCaseRun(
  executor: Executor,
  row: {
    body_id: string;
    case_id: string;
    revision: number;
    answer: string;
    basis_hash: string;
    worked_out_at: string;
  },
): Promise<void> {
  await sql`
    insert into decision_run (body_id, case_id, revision, answer, basis_hash, worked_out_at)
    values (${row.body_id}, ${row.case_id}, ${row.revision}, ${row.answer}, ${row.basis_hash},
      ${row.worked_out_at}::timestamptz)
    on conflict (body_id, case_id, revision) do update set answer = excluded.answer,
      basis_hash = excluded.basis_hash, worked_out_at = excluded.worked_out_at`.execute(executor);
}
