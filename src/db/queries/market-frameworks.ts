import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** Which framework agreements are listed. */
export type FrameworkScope = {
  segments: readonly string[];
  buyerTypes: readonly string[];
  /** Day on which they must not have ended, as far as a notice gives their end; null for all. */
  openOn: string | null;
};

/** One framework agreement with its ceiling, and what was called off from it. */
export type FrameworkRow = {
  ocid: string;
  contract_id: string;
  title: string;
  segment: string;
  buyer_id: string | null;
  buyer_name: string | null;
  minor_units: number | null;
  currency: string | null;
  basis: string | null;
  flag: string | null;
  start_on: string | null;
  end_on: string | null;
  max_end_on: string | null;
  supplier_count: number;
  reference: string | null;
  dated_on: string;
  call_offs: number;
  net_count: number;
  net_pence: number;
};

/**
 * Framework agreements, one row per procedure however many suppliers and lots it has, newest first. Ceilings of one
 * agreement are shown once and never added up; call-offs are those that link to it, on whichever portal.
 */
export async function findFrameworks(
  executor: Executor,
  scope: FrameworkScope,
  rows: { after: readonly (string | number | null)[] | null; isBackwards: boolean; limit: number },
): Promise<FrameworkRow[]> {
  const kinds =
    scope.buyerTypes.length === 0 ? sql`true` : sql`c.buyer_type = any(${scope.buyerTypes}::text[])`;
  const open =
    scope.openOn === null
      ? sql`true`
      : sql`(coalesce(c.max_end_on, c.end_on) >= ${scope.openOn}::date) is not false`;
  const [datedOn, ocid] = rows.after ?? [];
  const beyond = rows.isBackwards ? sql`>` : sql`<`;
  const direction = rows.isBackwards ? sql`asc` : sql`desc`;
  const after =
    rows.after === null ? sql`true` : sql`(f.dated_on, f.ocid) ${beyond} (${datedOn}::date, ${ocid})`;
  const found = await sql<FrameworkRow>`
    with framework as (
      select distinct on (c.ocid) c.ocid, c.contract_id, c.segment, c.buyer_id, c.buyer_name, c.headline_minor_units as minor_units,
        c.headline_currency as currency, c.headline_basis as basis, c.headline_flag as flag, c.start_on, c.end_on, c.max_end_on, c.dated_on
      from contract c
      where c.is_framework_agreement and c.main_ocid is null and c.stage <> 'cancelled' and c.segment = any(${scope.segments}::text[]) and ${kinds} and ${open}
      order by c.ocid, c.headline_flag is not null, c.headline_minor_units desc nulls last, c.contract_id
    ), page as (
      select f.* from framework f where ${after} order by f.dated_on ${direction}, f.ocid ${direction} limit ${rows.limit}
    )
    select page.*, p.title, p.framework_reference as reference,
      (select count(distinct s.id)::int from contract c cross join lateral unnest(c.supplier_ids) s(id) where c.ocid = page.ocid and s.id <> '') as supplier_count,
      coalesce(k.call_offs, 0) as call_offs, coalesce(k.net_count, 0) as net_count, coalesce(k.net_pence, 0) as net_pence
    from page join process p on p.ocid = page.ocid
    left join lateral (
      select count(*)::int as call_offs, count(m.net_pence)::int as net_count, coalesce(sum(m.net_pence), 0)::bigint as net_pence
      from (select page.ocid union all select q.ocid from process q where q.main_ocid = page.ocid) f
      join contract c on c.framework_ocid = f.ocid join market_contract m using (contract_id)
      where m.is_counted
    ) k on true
    order by page.dated_on ${direction}, page.ocid ${direction}`.execute(executor);
  return rows.isBackwards ? found.rows.toReversed() : found.rows;
}

/** How many framework procedures a scope holds. */
export async function countFrameworks(executor: Executor, scope: FrameworkScope): Promise<number> {
  const kinds =
    scope.buyerTypes.length === 0 ? sql`true` : sql`c.buyer_type = any(${scope.buyerTypes}::text[])`;
  const open =
    scope.openOn === null
      ? sql`true`
      : sql`(coalesce(c.max_end_on, c.end_on) >= ${scope.openOn}::date) is not false`;
  const { rows } = await sql<{ count: number }>`
    select count(distinct c.ocid)::int as count from contract c
    where c.is_framework_agreement and c.main_ocid is null and c.stage <> 'cancelled' and c.segment = any(${scope.segments}::text[]) and ${kinds} and ${open}`.execute(
    executor,
  );
  return rows[0]?.count ?? 0;
}
