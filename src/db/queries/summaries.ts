import { sql } from 'kysely';
import { undatedDay } from '../../domain/contracts/contract-facts.ts';
import type { Executor, Register } from '../register.ts';
import { hasDueMarket } from './market-summary.ts';
import { countAllFacets, type FacetRow } from './contract-facets.ts';
import { preferredIndexes } from './prefer-indexes.ts';

/**
 * Computes the name, attributes and totals of organisations that are due, at most `most` at a time.
 * Everything is added up again from mentions and contracts; nothing is patched, so nothing can drift.
 *
 * @returns how many were computed
 */
export async function refreshDueOrganisations(executor: Executor, most: number): Promise<number> {
  await sql`select ${preferredIndexes}`.execute(executor);
  const { rows } = await sql<{ organisation_id: string }>`
    delete from organisation_due where organisation_id in (
      select organisation_id from organisation_due order by organisation_id limit ${most} for update skip locked)
    returning organisation_id`.execute(executor);
  const ids = rows.map((row) => row.organisation_id);
  if (ids.length === 0) return 0;
  await writeOrganisations(executor, ids);
  await writeSummaries(executor, ids);
  return ids.length;
}

/** Name: the one most notices use (ties: the alphabet decides). Type and size: the most frequent that is stated. */
async function writeOrganisations(executor: Executor, ids: readonly string[]): Promise<void> {
  await sql`
    with named as (
      select organisation_id, name, count(*) as uses,
        row_number() over (partition by organisation_id order by count(*) desc, name) as place
      from mention where organisation_id = any(${ids}::text[]) group by organisation_id, name
    ), names as (
      select organisation_id, max(name) filter (where place = 1) as name,
        coalesce(array_agg(name order by uses desc, name) filter (where place between 2 and 6), '{}') as other_names
      from named group by organisation_id
    ), attributes as (
      select organisation_id,
        mode() within group (order by buyer_type) filter (where buyer_type <> 'unknown') as buyer_type,
        mode() within group (order by scale) as scale, bool_or(is_vcse) as is_vcse,
        bool_and(is_person_likely) as is_person_likely,
        mode() within group (order by locality) as locality, mode() within group (order by region) as region
      from mention where organisation_id = any(${ids}::text[]) group by organisation_id
    )
    insert into organisation (organisation_id, name, other_names, buyer_type, scale, is_vcse, is_person_likely, locality, region, search)
    select organisation_id, names.name, names.other_names, a.buyer_type, a.scale, a.is_vcse, a.is_person_likely, a.locality, a.region,
      to_tsvector('sourcing', names.name || ' ' || array_to_string(names.other_names, ' '))
    from names join attributes a using (organisation_id)
    on conflict (organisation_id) do update set name = excluded.name, other_names = excluded.other_names,
      buyer_type = excluded.buyer_type, scale = excluded.scale, is_vcse = excluded.is_vcse,
      is_person_likely = excluded.is_person_likely, locality = excluded.locality, region = excluded.region,
      search = excluded.search`.execute(executor);
  await sql`
    delete from organisation o where o.organisation_id = any(${ids}::text[])
      and not exists (select 1 from mention m where m.organisation_id = o.organisation_id)`.execute(executor);
}

/** A value shared by several suppliers is one value: it is in the buyer's total, and in no supplier's. */
async function writeSummaries(executor: Executor, ids: readonly string[]): Promise<void> {
  await sql`delete from organisation_summary where organisation_id = any(${ids}::text[])`.execute(executor);
  await sql`
    with rows as (
      select c.buyer_id as organisation_id, 'buyer' as side, c.net_pence, c.is_framework_agreement, c.dated_on
      from contract c where c.buyer_id = any(${ids}::text[]) and c.main_ocid is null
      union all
      select m.organisation_id, 'supplier', case when cardinality(c.supplier_ids) = 1 then c.net_pence end, c.is_framework_agreement, c.dated_on
      from (select distinct organisation_id, ocid from mention where organisation_id = any(${ids}::text[])) m
      join contract c on c.ocid = m.ocid and m.organisation_id = any(c.supplier_ids) and c.main_ocid is null
    )
    insert into organisation_summary
      (organisation_id, side, contract_count, net_pence, net_count, framework_count, first_on, last_on)
    select organisation_id, side, count(*), coalesce(sum(net_pence), 0), count(net_pence),
      count(*) filter (where is_framework_agreement),
      min(dated_on) filter (where dated_on > ${undatedDay}::date), max(dated_on) filter (where dated_on > ${undatedDay}::date)
    from rows group by organisation_id, side`.execute(executor);
}

/** Whether organisations are waiting for {@link refreshDueOrganisations}. */
export async function hasDueOrganisations(executor: Executor): Promise<boolean> {
  const { rows } = await sql`select 1 from organisation_due limit 1`.execute(executor);
  return rows.length > 0;
}

/** Facet counts of the whole register as last added up, with the day they hold for. */
export type FacetSummary = { today: string; rows: FacetRow[]; contracts: number };

/** Adds up the facet counts of the whole register and stores them. */
export async function refreshFacetSummary(
  register: Register,
  today: string,
  computedAt: string,
): Promise<void> {
  const seen = await currentSequence(register.latest);
  const rows = await countAllFacets(register, today);
  const { rows: counted } = await sql<{
    count: number;
  }>`select count(*)::int as count from contract_facet`.execute(register.latest);
  const data: FacetSummary = { today, rows, contracts: counted[0]?.count ?? 0 };
  await register.write(async (transaction) => {
    await sql`
      insert into register_summary (name, data, seen_sequence, computed_at)
      values ('facets', ${JSON.stringify(data)}::json, ${seen}, ${computedAt}::timestamptz)
      on conflict (name) do update set data = excluded.data, seen_sequence = excluded.seen_sequence,
        computed_at = excluded.computed_at where register_summary.seen_sequence <= excluded.seen_sequence`.execute(
      transaction,
    );
  });
}

/** The stored facet counts, or null where there are none, they are of another day or the register changed since. */
export async function getFacetSummary(register: Register, today: string): Promise<FacetSummary | null> {
  const { rows } = await sql<{ data: FacetSummary; seen_sequence: number; current: number }>`
    select data, seen_sequence, (select coalesce(max(changed_sequence), 0) from process) as current
    from register_summary where name = 'facets'`.execute(register.read);
  const row = rows[0];
  if (row === undefined || row.data.today !== today || row.seen_sequence < row.current) return null;
  return row.data;
}

async function currentSequence(executor: Executor): Promise<number> {
  const { rows } = await sql<{
    current: number;
  }>`select coalesce(max(changed_sequence), 0) as current from process`.execute(executor);
  return rows[0]?.current ?? 0;
}

/** Whether something waits to be added up: organisations or contracts that are due, or facet counts of another day or an older state. */
export async function hasStaleSummaries(register: Register, today: string): Promise<boolean> {
  return (
    (await hasDueOrganisations(register.latest)) ||
    (await hasDueMarket(register.latest)) ||
    (await getFacetSummary(register, today)) === null
  );
}
