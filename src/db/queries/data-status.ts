import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** Sums over the whole register: computed after an ingest and stored, since they read every row. */
export type DataSummary = {
  counts: {
    releases: number;
    processes: number;
    contracts: number;
    frameworks: number;
    buyers: number;
    suppliers: number;
  };
  sampleProcesses: number;
  publishers: {
    publisher: string;
    releases: number;
    processes: number;
    contracts: number;
    newestPublishedAt: string | null;
    lastReceivedAt: string | null;
  }[];
  /** Notice numbers of Find a Tender (`NNNNNN-YYYY`) by year: the highest seen, and how many are held. The sample's don't count. */
  numbers: { year: number; issued: number; held: number }[];
  flags: { flag: string; amounts: number }[];
  coverage: { field: string; held: number; of: number }[];
};

/** Adds up what the register holds; buyers and suppliers as their lists have them, without likely natural persons. The sample market's ocids all hold `-sample-`, where real ones cannot. */
export async function computeDataSummary(executor: Executor): Promise<DataSummary> {
  const { rows: counted } = await sql<DataSummary['counts'] & { samples: number }>`
    select (select count(*)::int from release) as releases, (select count(*)::int from process) as processes,
      (select count(*)::int from contract where main_ocid is null) as contracts,
      (select count(*)::int from contract where is_framework_agreement and main_ocid is null) as frameworks,
      (select count(*)::int from organisation_summary s join organisation o using (organisation_id)
        where s.side = 'buyer' and not o.is_person_likely) as buyers,
      (select count(*)::int from organisation_summary s join organisation o using (organisation_id)
        where s.side = 'supplier' and not o.is_person_likely) as suppliers,
      (select count(*)::int from process where ocid like '%-sample-%') as samples`.execute(executor);
  const { rows: publishers } = await sql<DataSummary['publishers'][number]>`
    with held as (
      select p.publisher, count(*)::int as processes, max(p.last_published_at) as newest,
        sum(p.release_count)::int as releases from process p group by 1
    ), contracts as (select publisher, count(*)::int as contracts from contract group by 1),
    received as (
      select p.publisher, max(r.received_at) as received from release r join process p using (ocid) group by 1
    )
    select publisher, releases, processes, coalesce(contracts, 0) as contracts, newest as "newestPublishedAt",
      received as "lastReceivedAt"
    from held left join contracts using (publisher) left join received using (publisher) order by processes desc`.execute(
    executor,
  );
  const { rows: numbers } = await sql<DataSummary['numbers'][number]>`
    select split_part(release_id, '-', 2)::int as year, max(split_part(release_id, '-', 1)::int) as issued,
      count(distinct release_id)::int as held
    from release where release_id ~ '^[0-9]{6,7}-[0-9]{4}$' and ocid like 'ocds-h6vhtk-%' and ocid not like '%-sample-%' group by 1 order by 1`.execute(
    executor,
  );
  const { rows: flags } = await sql<{ flag: string; amounts: number }>`
    select flag, count(*)::int as amounts from amount where flag is not null group by 1 order by 2 desc, 1`.execute(
    executor,
  );
  const [counts] = counted;
  return {
    counts: {
      releases: counts?.releases ?? 0,
      processes: counts?.processes ?? 0,
      contracts: counts?.contracts ?? 0,
      frameworks: counts?.frameworks ?? 0,
      buyers: counts?.buyers ?? 0,
      suppliers: counts?.suppliers ?? 0,
    },
    sampleProcesses: counts?.samples ?? 0,
    publishers,
    numbers,
    flags,
    coverage: await computeCoverage(executor),
  };
}

/** How many contracts carry each field; what several portals published counts once, as everywhere. */
async function computeCoverage(executor: Executor): Promise<DataSummary['coverage']> {
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as "of", count(buyer_id)::int as "buyer",
      count(*) filter (where exists (select 1 from unnest(supplier_ids) s where s <> ''))::int as "supplier",
      count(*) filter (where scale is not null)::int as "scale",
      count(headline_minor_units)::int as "amount",
      count(headline_pence)::int as "believableAmount", count(net_pence)::int as "netAmount",
      count(*) filter (where signed_on is not null)::int as "signedOn",
      count(start_on)::int as "startOn", count(end_on)::int as "endOn", count(max_end_on)::int as "maxEndOn",
      count(*) filter (where cardinality(cpv_codes) > 0)::int as "cpv",
      count(*) filter (where route <> 'unknown')::int as "route",
      count(*) filter (where regime <> 'unknown')::int as "regime",
      count(*) filter (where buyer_type <> 'unknown')::int as "buyerType"
    from contract where main_ocid is null`.execute(executor);
  const [row] = rows;
  if (row === undefined) return [];
  const of = row['of'] ?? 0;
  return Object.entries(row)
    .filter(([field]) => field !== 'of')
    .map(([field, held]) => ({ field, held, of }));
}

/** Stores the summary under a name. */
export async function storeDataSummary(
  executor: Executor,
  summary: DataSummary,
  computedAt: string,
): Promise<void> {
  await sql`
    insert into register_summary (name, data, seen_sequence, computed_at)
    values ('data', ${JSON.stringify(summary)}::json, (select coalesce(max(changed_sequence), 0) from process), ${computedAt}::timestamptz)
    on conflict (name) do update set data = excluded.data, seen_sequence = excluded.seen_sequence, computed_at = excluded.computed_at`.execute(
    executor,
  );
}

/** The stored summary with when it was added up. */
export async function getDataSummary(
  executor: Executor,
): Promise<{ data: DataSummary; computedAt: string } | null> {
  const { rows } = await sql<{ data: DataSummary; computed_at: string }>`
    select data, computed_at from register_summary where name = 'data'`.execute(executor);
  const [row] = rows;
  return row === undefined ? null : { data: row.data, computedAt: row.computed_at };
}

/** Whether the register holds no process at all. */
export async function isRegisterEmpty(executor: Executor): Promise<boolean> {
  const { rows } = await sql`select 1 from process limit 1`.execute(executor);
  return rows.length === 0;
}
