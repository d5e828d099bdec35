import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** How the sides of a decision were shown when it was made. */
export type ShownProcess = { ocid: string; title: string; publisher: string };

/** What a person decided about two processes, with its history. */
export type ProcessDecisionRow = {
  decision_id: number;
  kind: 'same' | 'apart';
  one: string;
  other: string;
  reason: string;
  shown: ShownProcess[];
  made_by: string;
  made_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
  /** Whether the processes are counted at present as it says. */
  is_followed: boolean;
};

const sides = sql`case when d.kind = 'same' then d.keys[1] else least(d.keys[1], d.apart_from) end as one,
  case when d.kind = 'same' then d.keys[2] else greatest(d.keys[1], d.apart_from) end as other`;

/** Standing decisions that speak of one of these processes. */
export async function listProcessDecisionsOn(
  executor: Executor,
  ocids: readonly string[],
): Promise<Pick<ProcessDecisionRow, 'decision_id' | 'kind' | 'one' | 'other' | 'reason'>[]> {
  const { rows } = await sql<Pick<ProcessDecisionRow, 'decision_id' | 'kind' | 'one' | 'other' | 'reason'>>`
    select d.decision_id, d.kind, ${sides}, d.reason from identity_decision d
    where d.subject = 'process' and d.withdrawn_at is null
      and (d.keys && ${[...ocids]}::text[] or d.apart_from = any(${[...ocids]}::text[]))
    order by d.decision_id`.execute(executor);
  return rows;
}

/** Keeps a decision; counting the processes anew is the caller's. */
export async function insertProcessDecision(
  executor: Executor,
  made: {
    kind: 'same' | 'apart';
    one: string;
    other: string;
    reason: string;
    shown: readonly ShownProcess[];
    madeBy: string;
    madeAt: string;
  },
): Promise<number> {
  const keys = made.kind === 'same' ? [made.one, made.other].toSorted() : [made.one];
  const { rows } = await sql<{ decision_id: number }>`
    insert into identity_decision (kind, subject, keys, apart_from, reason, shown, made_by, made_at)
    values (${made.kind}, 'process', ${keys}::text[], ${made.kind === 'apart' ? made.other : null}, ${made.reason},
      ${JSON.stringify(made.shown)}::json, ${made.madeBy}, ${made.madeAt}::timestamptz)
    returning decision_id`.execute(executor);
  return rows[0]?.decision_id ?? 0;
}

/** Withdraws a decision that stands; it stays in the history. */
export async function withdrawProcessDecision(
  executor: Executor,
  decisionId: number,
  by: { person: string; at: string; reason: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update identity_decision set withdrawn_at = ${by.at}::timestamptz, withdrawn_by = ${by.person}, withdrawn_reason = ${by.reason}
    where decision_id = ${decisionId} and subject = 'process' and withdrawn_at is null returning 1`.execute(
    executor,
  );
  return rows.length > 0;
}

/** Decisions about processes, newest first, from before `before`. */
export async function listProcessDecisions(
  executor: Executor,
  list: { limit: number; before: number | null; ocid: string | null; number: number | null },
): Promise<ProcessDecisionRow[]> {
  const { rows } = await sql<ProcessDecisionRow>`
    select d.*, (case when d.kind = 'same' then coalesce(a.main = b.main, false) else coalesce(a.main <> b.main, true) end) as is_followed
    from (
      select d.decision_id, d.kind, ${sides}, d.reason, d.shown, d.made_by, d.made_at, d.withdrawn_at, d.withdrawn_by, d.withdrawn_reason
      from identity_decision d where d.subject = 'process'
    ) d
    left join lateral (select coalesce(main_ocid, ocid) as main from process where ocid = d.one) a on true
    left join lateral (select coalesce(main_ocid, ocid) as main from process where ocid = d.other) b on true
    where (${list.before}::bigint is null or d.decision_id < ${list.before}) and (${list.number}::bigint is null or d.decision_id = ${list.number})
      and (${list.ocid}::text is null or ${list.ocid} in (d.one, d.other))
    order by d.decision_id desc limit ${list.limit}`.execute(executor);
  return rows;
}
