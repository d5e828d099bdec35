import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** A route by what notices call it: numbers in their text, ocids in their links. */
export type RouteKeys = { id: string; numbers: readonly string[]; ocids: readonly string[] };

/** What the register shows through a route. Only counted contracts: no framework agreement, nothing withdrawn, each once. */
export type RouteAwards = {
  id: string;
  awards: number;
  /** Suppliers that won at least one of them, each once. */
  suppliers: number;
  /** Those of them that won one alone and call themselves small or medium-sized there. */
  smeSuppliers: number;
  /** Awards of which the supplier’s size is stated, and of those to small or medium-sized firms. */
  sizedAwards: number;
  smeAwards: number;
  netCount: number;
  netPence: number;
  lastOn: string;
};

/**
 * Awards made through each route, as far as notices say so; a route without any is left out.
 *
 * Reads every contract once, because numbers stand in texts and have no index: keep the answer.
 */
export async function listRouteAwards(
  executor: Executor,
  routes: readonly RouteKeys[],
): Promise<RouteAwards[]> {
  const numbers = routes.flatMap(({ id, numbers: all }) => all.map((key) => ({ id, key })));
  const ocids = routes.flatMap(({ id, ocids: all }) => all.map((key) => ({ id, key })));
  const { rows } = await sql<RouteAwards>`
    with numbered as (select id, key from json_to_recordset(${JSON.stringify(numbers)}::json) as r(id text, key text)),
    linked as (
      select r.id, k.key from json_to_recordset(${JSON.stringify(ocids)}::json) as r(id text, key text)
      cross join lateral (select r.key union select q.ocid from process q where q.main_ocid = r.key) k(key)
    ),
    through as (
      select n.id, c.contract_id from numbered n join contract c on c.framework_reference = n.key
      union select l.id, c.contract_id from linked l join contract c on c.framework_ocid = l.key
    )
    select t.id, count(distinct m.contract_id)::int as awards,
      count(distinct s.supplier)::int as suppliers,
      (count(distinct s.supplier) filter (where m.scale = 'sme' and m.supplier_count = 1))::int as "smeSuppliers",
      (count(distinct m.contract_id) filter (where m.scale is not null))::int as "sizedAwards",
      (count(distinct m.contract_id) filter (where m.scale = 'sme'))::int as "smeAwards",
      (count(distinct m.contract_id) filter (where m.net_pence is not null))::int as "netCount",
      coalesce(sum(m.net_pence) filter (where s.place = 1), 0)::bigint as "netPence", max(m.dated_on)::text as "lastOn"
    from through t join market_contract m using (contract_id)
    left join lateral unnest(array_append(array_remove(m.supplier_ids, ''), null)) with ordinality s(supplier, place) on true
    where m.is_counted group by t.id`.execute(executor);
  return rows;
}
