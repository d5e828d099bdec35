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

/** One contract that ends. */
export type RenewalRow = {
  contract_id: string;
  title: string;
  segment: string;
  route: string;
  buyer_id: string | null;
  buyer_name: string | null;
  /** Null where it is likely a natural person, who is named on the page of the contract only. */
  supplier_names: (string | null)[];
  net_pence: number | null;
  end_on: string;
  max_end_on: string | null;
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

/** Contracts that end in a scope, those that end first at the top. */
export async function findRenewals(
  executor: Executor,
  scope: RenewalScope,
  rows: { after: readonly (string | number | null)[] | null; isBackwards: boolean; limit: number },
): Promise<RenewalRow[]> {
  const [endOn, id] = rows.after ?? [];
  const beyond = rows.isBackwards ? sql`<` : sql`>`;
  const direction = rows.isBackwards ? sql`desc` : sql`asc`;
  const after =
    rows.after === null ? sql`true` : sql`(m.end_on, m.contract_id) ${beyond} (${endOn}::date, ${id})`;
  const found = await sql<RenewalRow>`
    select m.contract_id, c.title, m.segment, m.route, c.buyer_id, c.buyer_name, ${namesInLists} as supplier_names, m.net_pence, m.end_on, m.max_end_on
    from market_contract m join contract c using (contract_id) where ${whereEnding(scope)} and ${after}
    order by m.end_on ${direction}, m.contract_id ${direction} limit ${rows.limit}`.execute(executor);
  return rows.isBackwards ? found.rows.toReversed() : found.rows;
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
