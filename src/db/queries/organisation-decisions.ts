import { sql } from 'kysely';
import type { IdentityDecision } from '../../domain/organisations/identity-decision.ts';
import type { Executor } from '../register.ts';

/** How the sides of a decision were shown when it was made. */
export type ShownSide = { id: string; name: string; keys: string[]; sides: ('buyer' | 'supplier')[] };

/** A decision with its history. */
export type DecisionRow = {
  decision_id: number;
  kind: 'same' | 'apart';
  keys: string[];
  apart_from: string | null;
  reason: string;
  shown: ShownSide[];
  made_by: string;
  made_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
  /** Whether the organisations are at present as it says; a decision that would join two company numbers isn't followed. */
  is_followed: boolean;
};

/** Whether anything was ever decided about organisations. */
export async function hasDecisions(executor: Executor): Promise<boolean> {
  const { rows } =
    await sql`select 1 from identity_decision where subject = 'organisation' and withdrawn_at is null limit 1`.execute(
      executor,
    );
  return rows.length > 0;
}

/** Standing decisions that speak of one of the keys. */
export async function listDecisionsOn(
  executor: Executor,
  keys: readonly string[],
): Promise<{ decision_id: number; decision: IdentityDecision }[]> {
  const { rows } = await sql<Pick<DecisionRow, 'decision_id' | 'keys' | 'apart_from'>>`
    select decision_id, keys, apart_from from identity_decision
    where subject = 'organisation' and withdrawn_at is null
      and (keys && ${[...keys]}::text[] or apart_from = any(${[...keys]}::text[]))
    order by decision_id`.execute(executor);
  return rows.map((row) => ({
    decision_id: row.decision_id,
    decision:
      row.apart_from === null
        ? { kind: 'same', keys: row.keys }
        : { kind: 'apart', keys: row.keys, apartFrom: row.apart_from },
  }));
}

/** What is kept of a decision when it is made. */
export type NewDecision = {
  decision: IdentityDecision;
  reason: string;
  shown: ShownSide[];
  madeBy: string;
  madeAt: string;
};

/** Keeps a decision; placing the organisations anew is the caller's. */
export async function insertDecision(executor: Executor, made: NewDecision): Promise<number> {
  const { decision } = made;
  const { rows } = await sql<{ decision_id: number }>`
    insert into identity_decision (kind, subject, keys, apart_from, reason, shown, made_by, made_at)
    values (${decision.kind}, 'organisation', ${decision.keys.toSorted()}::text[],
      ${decision.kind === 'apart' ? decision.apartFrom : null}, ${made.reason}, ${JSON.stringify(made.shown)}::json,
      ${made.madeBy}, ${made.madeAt}::timestamptz)
    returning decision_id`.execute(executor);
  return rows[0]?.decision_id ?? 0;
}

/** Withdraws a decision that stands; it stays in the history. */
export async function withdrawDecision(
  executor: Executor,
  decisionId: number,
  by: { person: string; at: string; reason: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    update identity_decision set withdrawn_at = ${by.at}::timestamptz, withdrawn_by = ${by.person},
      withdrawn_reason = ${by.reason}
    where decision_id = ${decisionId} and subject = 'organisation' and withdrawn_at is null
    returning 1`.execute(executor);
  return rows.length > 0;
}

const columns = sql`d.decision_id, d.kind, d.keys, d.apart_from, d.reason, d.shown, d.made_by, d.made_at,
  d.withdrawn_at, d.withdrawn_by, d.withdrawn_reason,
  case when d.kind = 'same'
    then (select count(distinct k.organisation_id) = 1 from organisation_key k where k.key = any(d.keys))
    else not exists (select 1 from organisation_key k join organisation_key a on a.key = d.apart_from
      where k.key = any(d.keys) and k.organisation_id = a.organisation_id) end as is_followed`;

/** Decisions, newest first, from before `before`; with an organisation only those that speak of one of its keys. */
export async function listDecisions(
  executor: Executor,
  list: { limit: number; before: number | null; organisationId: string | null },
): Promise<DecisionRow[]> {
  const ofOrganisation =
    list.organisationId === null
      ? sql`true`
      : sql`(d.keys && (select coalesce(array_agg(key), '{}') from organisation_key where organisation_id = ${list.organisationId})
          or d.apart_from in (select key from organisation_key where organisation_id = ${list.organisationId}))`;
  const { rows } = await sql<DecisionRow>`
    select ${columns} from identity_decision d
    where d.subject = 'organisation' and (${list.before}::bigint is null or d.decision_id < ${list.before}) and ${ofOrganisation}
    order by d.decision_id desc limit ${list.limit}`.execute(executor);
  return rows;
}

/** One decision, or null. */
export async function getDecision(executor: Executor, decisionId: number): Promise<DecisionRow | null> {
  const { rows } = await sql<DecisionRow>`
    select ${columns} from identity_decision d
    where d.subject = 'organisation' and d.decision_id = ${decisionId}`.execute(executor);
  return rows[0] ?? null;
}

/** An organisation as decisions see it: its present id, name and every key. */
export type KeyedOrganisation = {
  organisation_id: string;
  name: string;
  keys: string[];
  /** Whether it has contracts as a buyer, as a supplier. */
  sides: ('buyer' | 'supplier')[];
};

/** The organisations behind ids, also former ones: asked → present. */
export async function listKeyedOrganisations(
  executor: Executor,
  ids: readonly string[],
): Promise<Map<string, KeyedOrganisation>> {
  const { rows } = await sql<KeyedOrganisation & { asked: string }>`
    select asked.id as asked, o.organisation_id, o.name,
      (select coalesce(array_agg(s.side order by s.side), '{}') from organisation_summary s where s.organisation_id = o.organisation_id) as sides,
      (select coalesce(array_agg(k.key order by k.key), '{}') from organisation_key k where k.organisation_id = o.organisation_id) as keys
    from unnest(${[...ids]}::text[]) asked(id)
    join lateral (
      select organisation_id from organisation_key where key_id = asked.id
      union all select asked.id limit 1) present on true
    join organisation o on o.organisation_id = present.organisation_id`.execute(executor);
  return new Map(rows.map(({ asked, ...organisation }) => [asked, organisation]));
}

/** The organisation that each key belongs to at present. */
export async function listOrganisationsOfKeys(
  executor: Executor,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; organisation_id: string }>`
    select key, organisation_id from organisation_key where key = any(${[...keys]}::text[])`.execute(
    executor,
  );
  return new Map(rows.map((row) => [row.key, row.organisation_id]));
}
