import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../register.ts';

/** Which contracts that end are looked at; `buyer` and `supplier` are ids of organisations. */
export type RenewalScope = {
  segments: readonly string[];
  buyerTypes: readonly string[];
  buyer: string | null;
  supplier: string | null;
  /** First and last day on which they end. */
  from: string;
  to: string;
};

/**
 * What ends together: contracts of one process with one title and one term, as where a need was awarded to several
 * suppliers. Mostly it is one contract.
 */
export type RenewalRow = {
  /** The smallest id of its contracts. */
  contract_id: string;
  contracts: RenewalContract[];
  title: string;
  segment: string;
  route: string;
  buyer_id: string | null;
  buyer_name: string | null;
  /** Sum of the believable values; null where none is. */
  net_pence: number | null;
  net_count: number;
  end_on: string;
  max_end_on: string | null;
};

/** One of the contracts that end together. */
export type RenewalContract = {
  id: string;
  /** Null where it is likely a natural person, who is named on the page of the contract only. */
  suppliers: (string | null)[];
};

const namesInLists = sql`array(
  select case when coalesce(o.is_person_likely, false) then null else s.name end
  from unnest(c.supplier_ids, c.supplier_names) with ordinality s(id, name, place)
  left join organisation o on o.organisation_id = s.id order by s.place)`;

function whereEnding(scope: RenewalScope): RawBuilder<unknown> {
  const { segments, buyerTypes, buyer, supplier, from, to } = scope;
  const parts = [
    sql`m.is_counted and m.stage not in ('terminated', 'completed') and m.end_on between ${from}::date and ${to}::date`,
    sql`m.segment = any(${segments}::text[])`,
  ];
  if (buyerTypes.length > 0) parts.push(sql`m.buyer_type = any(${buyerTypes}::text[])`);
  if (buyer !== null) parts.push(sql`m.buyer_id = ${buyer}`);
  if (supplier !== null) parts.push(sql`${supplier} = any(m.supplier_ids)`);
  return sql.join(parts, sql` and `);
}

const together = sql`c.ocid, c.buyer_id, c.title, m.segment, m.route, m.end_on, m.max_end_on`;

/** What ends in a scope, contracts that were let together in one row, those that end first at the top. */
export async function findRenewals(
  executor: Executor,
  scope: RenewalScope,
  rows: { after: readonly (string | number | null)[] | null; isBackwards: boolean; limit: number },
): Promise<RenewalRow[]> {
  const [endOn, id] = rows.after ?? [];
  const beyond = rows.isBackwards ? sql`<` : sql`>`;
  const direction = rows.isBackwards ? sql`desc` : sql`asc`;
  const after =
    rows.after === null ? sql`true` : sql`(end_on, contract_id) ${beyond} (${endOn}::date, ${id})`;
  const found = await sql<RenewalRow>`
    with renewal as (
      select min(m.contract_id) as contract_id, array_agg(m.contract_id order by m.contract_id) as ids, c.title, m.segment, m.route,
        c.buyer_id, min(c.buyer_name) as buyer_name, sum(m.net_pence)::bigint as net_pence, count(m.net_pence)::int as net_count,
        m.end_on, m.max_end_on
      from market_contract m join contract c using (contract_id) where ${whereEnding(scope)} group by ${together}
    ), page as (
      select * from renewal where ${after} order by end_on ${direction}, contract_id ${direction} limit ${rows.limit}
    )
    select p.contract_id, p.title, p.segment, p.route, p.buyer_id, p.buyer_name, p.net_pence, p.net_count, p.end_on, p.max_end_on,
      (select json_agg(json_build_object('id', c.contract_id, 'suppliers', ${namesInLists}) order by c.contract_id)
       from contract c where c.contract_id = any(p.ids)) as contracts
    from page p order by p.end_on ${direction}, p.contract_id ${direction}`.execute(executor);
  return rows.isBackwards ? found.rows.toReversed() : found.rows;
}

/** How many rows {@link findRenewals} has for a scope, and of how many contracts. */
export async function countRenewals(
  executor: Executor,
  scope: RenewalScope,
): Promise<{ renewals: number; contracts: number }> {
  const { rows } = await sql<{ renewals: number; contracts: number }>`
    select count(*)::int as renewals, coalesce(sum(contracts), 0)::int as contracts from (
      select count(*) as contracts from market_contract m join contract c using (contract_id)
      where ${whereEnding(scope)} group by ${together}
    ) renewal`.execute(executor);
  return rows[0] ?? { renewals: 0, contracts: 0 };
}

/** How many contracts of a scope end in each quarter, and what they were let for. */
export async function sumRenewals(
  executor: Executor,
  scope: RenewalScope,
): Promise<{ quarter: string; contracts: number; netCount: number; netPence: number }[]> {
  const { rows } = await sql<{ quarter: string; contracts: number; netCount: number; netPence: number }>`
    select to_char(m.end_on, 'YYYY-"Q"Q') as quarter, count(*)::int as contracts, count(m.net_pence)::int as "netCount",
      coalesce(sum(m.net_pence), 0)::bigint as "netPence"
    from market_contract m where ${whereEnding(scope)} group by 1 order by 1`.execute(executor);
  return rows;
}
