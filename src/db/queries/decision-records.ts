import { sql } from 'kysely';
import type { Executor } from '../register.ts';

// Row level security leaves only rows of the body that the transaction names: `register.within`.

/** A signature as it is kept, with the name behind it; null where that was erased. */
export type SignatureRow = {
  number: number;
  content: string;
  name_digest: string;
  name: string | null;
  salt: string | null;
};

/** A record as lists show it. */
export type RecordRow = {
  number: number;
  revision: number;
  stage: string;
  outcome: string;
  hash: string;
  previous_hash: string | null;
  made_at: string;
};

/** A record with its text, which holds no names. */
export type RecordTextRow = RecordRow & { content: string };

/** A name behind a digest. */
export type NameRow = { name_digest: string; name: string; salt: string };

/** What an owner answered to a mark. */
export type ReviewAnswerRow = {
  number: number;
  record_number: number;
  trigger_id: string;
  mark: string;
  answer: string;
  reasons: string;
  post: string;
  name: string | null;
  answered_at: string;
};

/** Whose row it is. */
type Owner = { body_id: string; case_id: string };

/** Name of the body that the transaction names. */
export async function findBodyName(executor: Executor, bodyId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from body where body_id = ${bodyId}`.execute(
    executor,
  );
  return rows[0]?.name ?? null;
}

/**
 * Takes hold of a case until the transaction ends, so that two who sign wait for each other.
 *
 * @returns its newest revision, and how many signatures and answers it has; null where there is no such case
 */
export async function holdCase(
  executor: Executor,
  caseId: string,
): Promise<{ revision: number; signatures: number; answers: number } | null> {
  const held = await sql<{ revision: number }>`
    select revision from decision_case where case_id = ${caseId} for update`.execute(executor);
  const [row] = held.rows;
  if (row === undefined) return null;
  // A second statement sees what the one that was waited for has written.
  const counted = await sql<{ signatures: number; answers: number }>`
    select (select count(*)::integer from decision_signature where case_id = ${caseId}) as signatures,
      (select count(*)::integer from decision_review_answer where case_id = ${caseId}) as answers`.execute(
    executor,
  );
  return { revision: row.revision, signatures: 0, answers: 0, ...counted.rows[0] };
}

/** Signatures of a case in order. */
export async function listSignatureRows(executor: Executor, caseId: string): Promise<SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`
    select s.number, s.content, s.name_digest, n.name, n.salt
    from decision_signature s left join decision_name n using (body_id, case_id, name_digest)
    where s.case_id = ${caseId} order by s.number`.execute(executor);
  return rows;
}

/** Keeps a name behind its digest. */
export async function addName(executor: Executor, row: Owner & NameRow): Promise<void> {
  await sql`
    insert into decision_name (body_id, case_id, name_digest, name, salt)
    values (${row.body_id}, ${row.case_id}, ${row.name_digest}, ${row.name}, ${row.salt})`.execute(executor);
}

/** Names of a case by their digests. */
export async function listNames(executor: Executor, caseId: string): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`
    select name_digest, name, salt from decision_name where case_id = ${caseId}`.execute(executor);
  return rows;
}

/** Adds a signature. */
export async function addSignature(
  executor: Executor,
  row: Owner & {
    number: number;
    revision: number;
    document_hash: string;
    stage: string;
    action: string;
    post: string;
    name_digest: string;
    content: string;
    signed_at: string;
  },
): Promise<void> {
  await sql`
    insert into decision_signature
      (body_id, case_id, number, revision, document_hash, stage, action, post, name_digest, content, signed_at)
    values (${row.body_id}, ${row.case_id}, ${row.number}, ${row.revision}, ${row.document_hash}, ${row.stage},
      ${row.action}, ${row.post}, ${row.name_digest}, ${row.content}, ${row.signed_at}::timestamptz)`.execute(
    executor,
  );
}

/** Adds a record to the chain of its case. */
export async function addRecord(
  executor: Executor,
  row: Owner & RecordTextRow & { signature_number: number },
): Promise<void> {
  await sql`
    insert into decision_record
      (body_id, case_id, number, signature_number, revision, stage, outcome, hash, previous_hash, content, made_at)
    values (${row.body_id}, ${row.case_id}, ${row.number}, ${row.signature_number}, ${row.revision}, ${row.stage},
      ${row.outcome}, ${row.hash}, ${row.previous_hash}, ${row.content}, ${row.made_at}::timestamptz)`.execute(
    executor,
  );
}

/** Records of a case in order, without their texts. */
export async function listRecordRows(executor: Executor, caseId: string): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select number, revision, stage, outcome, hash, previous_hash, made_at
    from decision_record where case_id = ${caseId} order by number`.execute(executor);
  return rows;
}

/** A record of a case, the newest unless one is named; null where there is none, however large the number. */
export async function findRecordText(
  executor: Executor,
  caseId: string,
  number: number | null,
): Promise<RecordTextRow | null> {
  const { rows } = await sql<RecordTextRow>`
    select number, revision, stage, outcome, hash, previous_hash, made_at, content
    from decision_record where case_id = ${caseId} and number = coalesce(${number}::numeric, number)
    order by number desc limit 1`.execute(executor);
  return rows[0] ?? null;
}

/** Ids of the cases that have a record, with the number of the newest. */
export async function listRecordedCases(
  executor: Executor,
): Promise<{ case_id: string; number: number; title: string }[]> {
  const { rows } = await sql<{ case_id: string; number: number; title: string }>`
    select r.case_id, max(r.number) as number, c.title
    from decision_record r join decision_case c using (body_id, case_id)
    group by r.body_id, r.case_id, c.title order by r.case_id`.execute(executor);
  return rows;
}

/** Adds an answer to a mark. */
export async function addReviewAnswer(
  executor: Executor,
  row: Owner & Omit<ReviewAnswerRow, 'name'> & { name_digest: string },
): Promise<void> {
  await sql`
    insert into decision_review_answer (body_id, case_id, number, record_number, trigger_id, mark, answer, reasons,
      post, name_digest, answered_at)
    values (${row.body_id}, ${row.case_id}, ${row.number}, ${row.record_number}, ${row.trigger_id}, ${row.mark},
      ${row.answer}, ${row.reasons}, ${row.post}, ${row.name_digest}, ${row.answered_at}::timestamptz)`.execute(
    executor,
  );
}

/** Answers to marks of a case, the newest first. */
export async function listReviewAnswers(executor: Executor, caseId: string): Promise<ReviewAnswerRow[]> {
  const { rows } = await sql<ReviewAnswerRow>`
    select a.number, a.record_number, a.trigger_id, a.mark, a.answer, a.reasons, a.post, n.name, a.answered_at
    from decision_review_answer a left join decision_name n using (body_id, case_id, name_digest)
    where a.case_id = ${caseId} order by a.number desc`.execute(executor);
  return rows;
}
