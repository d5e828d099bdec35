import { sql, type RawBuilder } from 'kysely';
import type { ContractConditions, FacetName } from '../../domain/contracts/contract-filter.ts';

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
    when c.stage in ('cancelled', 'terminated') then c.stage
    when c.stage = 'completed' or c.ended_on <= ${today}::date then 'ended'
    when c.start_on > ${today}::date then 'upcoming'
    when coalesce(c.end_on, c.max_end_on) is null then 'unknown'
    when coalesce(c.end_on, c.max_end_on) >= ${today}::date then 'live'
    when c.max_end_on >= ${today}::date then 'in-extension'
    else 'ended' end`;
}

/**
 * The conditions of a list as one SQL expression over `contract c`.
 *
 * @param without leaves out the condition of one facet, to count that facet's other values
 * @example sql`select c.title from contract c where ${whereContract(conditions, { today: '2026-11-01', query: null })}`
 */
export function whereContract(
  conditions: ContractConditions,
  context: { today: string; query: TsQuery | null; without?: FacetName },
): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [];
  const oneOf = (
    name: FacetName,
    build: (values: readonly (string | number)[]) => RawBuilder<unknown>,
  ): void => {
    const values = conditions[name];
    if (values.length > 0 && context.without !== name) parts.push(build(values));
  };
  oneOf('buyer', (values) => sql`c.buyer_id = any(${values}::text[])`);
  oneOf('supplier', (values) => sql`c.supplier_ids && ${values}::text[]`);
  oneOf('buyerType', (values) => sql`c.buyer_type = any(${values}::text[])`);
  oneOf('regime', (values) => sql`c.regime = any(${values}::text[])`);
  oneOf('route', (values) => sql`c.route = any(${values}::text[])`);
  oneOf('status', (values) => sql`${statusExpression(context.today)} = any(${values}::text[])`);
  oneOf('year', (values) => sql`c.dated_year = any(${values}::int[])`);
  oneOf('valueBand', (values) => sql`c.value_band = any(${values}::text[])`);
  oneOf('cpvDivision', (values) => sql`c.cpv_divisions && ${values}::text[]`);
  oneOf('publisher', (values) => sql`c.publisher = any(${values}::text[])`);
  const { framework, ocid, endsFrom, endsTo, agreements } = conditions;
  if (framework !== null)
    parts.push(sql`(c.framework_ocid = ${framework} or c.framework_reference = ${framework})`);
  if (ocid !== null) parts.push(sql`c.ocid = ${ocid}`);
  if (endsFrom !== null) parts.push(sql`c.end_on >= ${endsFrom}::date`);
  if (endsTo !== null) parts.push(sql`c.end_on <= ${endsTo}::date`);
  if (agreements === 'contracts') parts.push(sql`not c.is_framework_agreement`);
  if (agreements === 'frameworks') parts.push(sql`c.is_framework_agreement`);
  if (context.query !== null) parts.push(sql`c.search @@ ${context.query}::tsquery`);
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`;
}
