import { sql, type RawBuilder } from 'kysely';
import type { ContractConditions, FacetName } from '../../domain/contracts/contract-filter.ts';
import { isMarketList } from '../../domain/market/market-conditions.ts';
import { whereMarket } from './market-conditions.ts';
import { ocidsPublishedAs } from './process-pairs.ts';

/** A search as PostgreSQL reads it: stems joined by &, |, ! and <->. Empty where only common words were given. */
export type TsQuery = string;

/**
 * Where a contract stands on a day, by the rules of `lifecycleAt` in domain/contracts/lifecycle.ts (a test holds them equal).
 *
 * @param today `YYYY-MM-DD`
 * @example sql`select ${statusExpression('2026-11-01')} as status from contract c`
 */
export function statusExpression(today: string): RawBuilder<string> {
  return sql<string>`case
    when c.stage in ('cancelled', 'terminated', 'intended') then c.stage
    when c.stage = 'completed' or c.ended_on <= ${today}::date then 'ended'
    when c.start_on > ${today}::date then 'upcoming'
    when coalesce(c.end_on, c.max_end_on) is null then 'unknown'
    when coalesce(c.end_on, c.max_end_on) >= ${today}::date then 'live'
    when c.max_end_on >= ${today}::date then 'in-extension'
    else 'ended' end`;
}

/**
 * The conditions of a list as one SQL expression over `c`: a contract or its facets, see {@link listTable}.
 *
 * @example sql`select c.contract_id from ${listTable(conditions, null)} where ${whereContract(conditions, { today: '2026-11-01', query: null })}`
 */
export function whereContract(
  conditions: ContractConditions,
  context: { today: string; query: TsQuery | null },
): RawBuilder<boolean> {
  return every([
    ...facetConditions(conditions, context.today).values(),
    whereBesideFacets(conditions, context.query),
  ]);
}

/** The condition of each facet that has chosen values. */
export function facetConditions(
  conditions: ContractConditions,
  today: string,
): Map<FacetName, RawBuilder<boolean>> {
  const found = new Map<FacetName, RawBuilder<boolean>>();
  const oneOf = (
    name: FacetName,
    build: (values: readonly (string | number)[]) => RawBuilder<boolean>,
  ): void => {
    const values = conditions[name];
    if (values.length > 0) found.set(name, build(values));
  };
  oneOf('segment', (values) => sql`c.segment = any(${values}::text[])`);
  oneOf('buyer', (values) => sql`c.buyer_id = any(${values}::text[])`);
  oneOf('supplier', (values) => sql`c.supplier_ids && ${values}::text[]`);
  oneOf('buyerType', (values) => sql`c.buyer_type = any(${values}::text[])`);
  oneOf('regime', (values) => sql`c.regime = any(${values}::text[])`);
  oneOf('route', (values) => sql`c.route = any(${values}::text[])`);
  oneOf('status', (values) => sql`${statusExpression(today)} = any(${values}::text[])`);
  // The days say the same once more, so that the newest of an old year are found through the index of days.
  oneOf('year', (values) => {
    const years = values.map(Number);
    return sql`(c.dated_year = any(${values}::int[])
      and c.dated_on between ${`${Math.min(...years)}-01-01`}::date and ${`${Math.max(...years)}-12-31`}::date)`;
  });
  oneOf('valueBand', (values) => sql`c.value_band = any(${values}::text[])`);
  oneOf('cpvDivision', (values) => sql`c.cpv_divisions && ${values}::text[]`);
  oneOf('publisher', (values) => sql`c.publisher = any(${values}::text[])`);
  return found;
}

/** Every condition that is no facet's. */
export function whereBesideFacets(
  conditions: ContractConditions,
  query: TsQuery | null,
  hasNamed = isNamed(conditions),
): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [];
  const { framework, ocid, endsFrom, endsTo, agreements } = conditions;
  if (framework !== null)
    parts.push(
      sql`(c.framework_ocid = any(${ocidsPublishedAs(framework)}) or c.framework_reference = ${framework})`,
    );
  if (ocid !== null) parts.push(sql`c.ocid = ${ocid}`);
  if (endsFrom !== null) parts.push(sql`c.end_on >= ${endsFrom}::date`);
  if (endsTo !== null) parts.push(sql`c.end_on <= ${endsTo}::date`);
  if (agreements === 'contracts') parts.push(sql`not c.is_framework_agreement`);
  if (agreements === 'frameworks') parts.push(sql`c.is_framework_agreement`);
  const market = whereMarket(conditions.market);
  // Figures say themselves what they count; of a process everything is shown; elsewhere what several portals published counts
  // once, and the facets leave it out already.
  if (market !== null) parts.push(market);
  else if (ocid === null && isOfContract(conditions, query, hasNamed)) parts.push(sql`c.main_ocid is null`);
  if (query !== null) parts.push(sql`c.search @@ ${query}::tsquery`);
  return every(parts);
}

/** All of them; true where there are none. */
export function every(parts: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/**
 * Where rows that meet the conditions are looked for: among the contracts where words, a framework or a process are asked
 * for, else among the facets alone, which are read whole in less time.
 *
 * @param hasNamed whether a buyer or supplier is among the conditions that are asked: contracts have an index for these
 */
export function listTable(
  conditions: ContractConditions,
  query: TsQuery | null,
  hasNamed = isNamed(conditions),
): RawBuilder<unknown> {
  return isOfContract(conditions, query, hasNamed) ? sql`contract c` : sql`contract_facet c`;
}

function isNamed({ buyer, supplier }: ContractConditions): boolean {
  return buyer.length > 0 || supplier.length > 0;
}

function isOfContract(conditions: ContractConditions, query: TsQuery | null, hasNamed: boolean): boolean {
  return (
    query !== null ||
    conditions.framework !== null ||
    conditions.ocid !== null ||
    isMarketList(conditions.market) ||
    hasNamed
  );
}
