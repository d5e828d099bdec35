import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** A strategy as lists show it. */
export type StrategyRow = {
  buyer_id: string;
  revision: number;
  buyer_name: string;
  marking: string;
  saved_at: string;
  saved_by: string;
};

/** Who saved a version, when and why. */
export type StrategyRevisionRow = {
  revision: number;
  saved_at: string;
  saved_by: string;
  note: string | null;
};

/** A version with its content, JSON text, and the number of the newest. */
export type StrategyContentRow = StrategyRevisionRow & { content: string; newest: number };

/** What is kept of a version. */
export type NewStrategyRevision = StrategyRow & { body_id: string; content: string; note: string | null };

// Row level security leaves only rows of the body that the transaction names: `register.within`.

/** Strategies of the body, the last saved first. */
export async function listStrategyRows(executor: Executor): Promise<StrategyRow[]> {
  const { rows } = await sql<StrategyRow>`
    select buyer_id, revision, buyer_name, marking, saved_at, saved_by from strategy
    order by saved_at desc, buyer_id`.execute(executor);
  return rows;
}

/** A version of a strategy, the newest unless one is named; null where there is none, however large the number. */
export async function findStrategyContent(
  executor: Executor,
  buyerId: string,
  revision: number | null,
): Promise<StrategyContentRow | null> {
  const { rows } = await sql<StrategyContentRow>`
    select r.revision, r.saved_at, r.saved_by, r.note, r.content, s.revision as newest
    from strategy s join strategy_revision r using (body_id, buyer_id)
    where s.buyer_id = ${buyerId} and r.revision = coalesce(${revision}::numeric, s.revision)`.execute(
    executor,
  );
  return rows[0] ?? null;
}

/** Versions of a strategy, the newest first. */
export async function listStrategyRevisions(
  executor: Executor,
  buyerId: string,
): Promise<StrategyRevisionRow[]> {
  const { rows } = await sql<StrategyRevisionRow>`
    select revision, saved_at, saved_by, note from strategy_revision
    where buyer_id = ${buyerId} order by revision desc`.execute(executor);
  return rows;
}

/**
 * Adds a version to a strategy, or the first one of a new one. Answers false, and has written nothing, where the strategy doesn’t stand
 * at the version before it: somebody was faster.
 */
export async function addStrategyRevision(executor: Executor, row: NewStrategyRevision): Promise<boolean> {
  const head = await sql`
    insert into strategy as s (body_id, buyer_id, revision, buyer_name, marking, saved_at, saved_by)
    select ${row.body_id}, ${row.buyer_id}, ${row.revision}, ${row.buyer_name}, ${row.marking},
      ${row.saved_at}::timestamptz, ${row.saved_by}
    where ${row.revision} = 1 or exists (select from strategy where buyer_id = ${row.buyer_id})
    on conflict (body_id, buyer_id) do update set revision = excluded.revision,
      buyer_name = excluded.buyer_name, marking = excluded.marking, saved_at = excluded.saved_at,
      saved_by = excluded.saved_by
    where s.revision = excluded.revision - 1
    returning 1`.execute(executor);
  if (head.rows.length === 0) return false;
  await sql`
    insert into strategy_revision (body_id, buyer_id, revision, content, saved_at, saved_by, note)
    values (${row.body_id}, ${row.buyer_id}, ${row.revision}, ${row.content}, ${row.saved_at}::timestamptz,
      ${row.saved_by}, ${row.note})`.execute(executor);
  return true;
}
