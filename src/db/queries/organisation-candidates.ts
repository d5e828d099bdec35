import { sql } from 'kysely';
import type { Executor, Register } from '../register.ts';

/** An organisation with what the search for pairs needs. */
export type NamedOrganisation = {
  organisation_id: string;
  name: string;
  other_names: string[];
  keys: string[];
  locality: string | null;
};

/** Every organisation that has a page; likely natural persons are left out. */
export async function listNamedOrganisations(executor: Executor): Promise<NamedOrganisation[]> {
  const { rows } = await sql<NamedOrganisation>`
    select o.organisation_id, o.name, o.other_names, o.locality, k.keys
    from organisation o
    join (select organisation_id, array_agg(key order by key) as keys from organisation_key group by organisation_id) k
      using (organisation_id)
    where not o.is_person_likely order by o.organisation_id`.execute(executor);
  return rows;
}

/** Pairs of organisations whose identifiers a notice shows on one party, as `id id` in order. */
export async function listPairsTogether(executor: Executor): Promise<Set<string>> {
  const { rows } = await sql<{ one: string; other: string }>`
    select distinct least(a.organisation_id, b.organisation_id) as one, greatest(a.organisation_id, b.organisation_id) as other
    from organisation_evidence e
    cross join lateral unnest(e.keys) x(key)
    cross join lateral unnest(e.keys) y(key)
    join organisation_key a on a.key = x.key
    join organisation_key b on b.key = y.key
    where cardinality(e.keys) > 1 and x.key < y.key and a.organisation_id <> b.organisation_id
    limit 5000`.execute(executor);
  return new Set(rows.map((row) => `${row.one} ${row.other}`));
}

/** Number of buyers that both suppliers of each pair have; pairs without any are left out. */
export async function countBuyersInCommon(
  executor: Executor,
  pairs: readonly (readonly [string, string])[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ one: string; other: string; buyers: number }>`
    with pair as (
      select * from unnest(${pairs.map(([one]) => one)}::text[], ${pairs.map(([, other]) => other)}::text[]) as p(one, other)
    ), supplier as (select one as id from pair union select other from pair
    ), bought as (
      select distinct supplier.id, c.buyer_id from supplier
      join contract c on c.supplier_ids @> array[supplier.id] where c.buyer_id is not null
    )
    select pair.one, pair.other, count(*)::int as buyers from pair
    join bought a on a.id = pair.one join bought b on b.id = pair.other and b.buyer_id = a.buyer_id
    group by pair.one, pair.other`.execute(executor);
  return new Map(rows.map((row) => [`${row.one} ${row.other}`, row.buyers]));
}

/** What was found when it was last looked for. */
export type StoredCandidates<Pair> = { pairs: Pair[]; organisations: number; computedAt: string };

const summaryName = 'organisation-candidates';

/** The pairs found last, and whether notices came since; null where nobody looked yet. */
export async function getCandidates<Pair>(
  register: Register,
): Promise<(StoredCandidates<Pair> & { isStale: boolean }) | null> {
  const { rows } = await sql<{ data: StoredCandidates<Pair>; is_stale: boolean }>`
    select data, seen_sequence < (select coalesce(max(changed_sequence), 0) from process) as is_stale
    from register_summary where name = ${summaryName}`.execute(register.latest);
  const [row] = rows;
  return row === undefined ? null : { ...row.data, isStale: row.is_stale };
}

/** Position of the change feed that candidates are about to be computed from. */
export async function candidatesSequence(executor: Executor): Promise<number> {
  const { rows } = await sql<{ current: number }>`
    select coalesce(max(changed_sequence), 0) as current from process`.execute(executor);
  return rows[0]?.current ?? 0;
}

/** Keeps the pairs. */
export async function storeCandidates<Pair>(
  register: Register,
  found: StoredCandidates<Pair>,
  sequence: number,
): Promise<void> {
  await register.write(async (transaction) => {
    await sql`
      insert into register_summary (name, data, seen_sequence, computed_at)
      values (${summaryName}, ${JSON.stringify(found)}::json, ${sequence}, ${found.computedAt}::timestamptz)
      on conflict (name) do update set data = excluded.data, seen_sequence = excluded.seen_sequence,
        computed_at = excluded.computed_at where register_summary.seen_sequence <= excluded.seen_sequence`.execute(
      transaction,
    );
  });
}

/** Pairs of organisations that a standing decision keeps apart, as `id id` in order. */
export async function listPairsApart(executor: Executor): Promise<Set<string>> {
  const { rows } = await sql<{ one: string; other: string }>`
    select distinct least(k.organisation_id, a.organisation_id) as one, greatest(k.organisation_id, a.organisation_id) as other
    from identity_decision d
    join organisation_key k on k.key = any(d.keys)
    join organisation_key a on a.key = d.apart_from
    where d.subject = 'organisation' and d.kind = 'apart' and d.withdrawn_at is null`.execute(executor);
  return new Set(rows.map((row) => `${row.one} ${row.other}`));
}
