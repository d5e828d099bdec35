import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** An organisation on one side of contracts, in years of signature or award. */
export type OrganisationScope = {
  id: string;
  side: 'buyer' | 'supplier';
  fromYear: number;
  toYear: number;
};

/** Value with each counterpart, and why contracts couldn't be measured. */
export async function sumCounterparts(
  executor: Executor,
  { id, side, fromYear, toYear }: OrganisationScope,
): Promise<{ sums: number[]; measured: number; gaps: { gap: string; contracts: number }[] }> {
  const own = side === 'buyer' ? sql`m.buyer_id = ${id}` : sql`m.supplier_ids @> array[${id}::text]`;
  const other = side === 'buyer' ? sql`m.supplier_id` : sql`m.buyer_id`;
  const { rows } = await sql<{ gap: string; other: string | null; contracts: number; pence: number }>`
    select case when m.is_copy then 'copy' when m.is_framework_agreement then 'framework-agreement' when not m.is_counted then 'withdrawn'
        when m.supplier_count > 1 then 'several-suppliers' when m.supplier_id is null then 'no-supplier'
        when m.buyer_id is null then 'no-buyer' when m.net_pence is null then 'no-value' else '' end as gap,
      ${other} as other, count(*)::int as contracts, coalesce(sum(m.net_pence), 0)::bigint as pence
    from market_contract m where ${own} and m.dated_year between ${fromYear} and ${toYear} group by 1, 2`.execute(
    executor,
  );
  const gaps = Map.groupBy(
    rows.filter(({ gap }) => gap !== ''),
    ({ gap }) => gap,
  );
  const measured = rows.filter(({ gap }) => gap === '');
  return {
    sums: measured.map(({ pence }) => pence),
    measured: measured.reduce((sum, { contracts }) => sum + contracts, 0),
    gaps: [...gaps].map(([gap, found]) => ({
      gap,
      contracts: found.reduce((sum, { contracts }) => sum + contracts, 0),
    })),
  };
}

/** What an organisation bought or sold in each segment, most contracts first. */
export async function sumSegments(
  executor: Executor,
  { id, side, fromYear, toYear }: OrganisationScope,
): Promise<{ segment: string; contracts: number; netCount: number; netPence: number }[]> {
  const { rows } = await sql<{ segment: string; contracts: number; netCount: number; netPence: number }>`
    select segment, sum(contract_count)::int as contracts, sum(net_count)::int as "netCount", sum(pence)::bigint as "netPence"
    from market_party where side = ${side} and organisation_id = ${id} and year between ${fromYear} and ${toYear}
    group by 1 order by 2 desc, 1`.execute(executor);
  return rows;
}

/** Other buyers of the same kind that bought in the same segments, most contracts in these first. */
export async function listPeers(
  executor: Executor,
  { id, fromYear, toYear }: OrganisationScope,
  segments: readonly string[],
  most: number,
): Promise<{ id: string; name: string; contracts: number; segments: string[] }[]> {
  const { rows } = await sql<{ id: string; name: string; contracts: number; segments: string[] }>`
    select p.organisation_id as id, o.name, sum(p.contract_count)::int as contracts, array_agg(distinct p.segment order by p.segment) as segments
    from market_party p join organisation o using (organisation_id)
    where p.side = 'buyer' and p.segment = any(${segments}::text[]) and p.year between ${fromYear} and ${toYear} and p.organisation_id <> ${id}
      and o.buyer_type = (select buyer_type from organisation where organisation_id = ${id}) and not o.is_person_likely
    group by 1, 2 order by count(distinct p.segment) desc, 3 desc, 1 limit ${most}`.execute(executor);
  return rows;
}
