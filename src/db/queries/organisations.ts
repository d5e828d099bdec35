import { sql, type RawBuilder } from 'kysely';
import { undatedDay } from '../../domain/contracts/contract-facts.ts';
import type { Register } from '../register.ts';
import type { OrganisationSummaryTable, OrganisationTable } from '../schema.ts';

/** Which side of a contract an organisation is looked at from. */
export type Side = 'buyer' | 'supplier';

/** One organisation with its totals on one side. */
export type OrganisationRow = Omit<OrganisationTable, 'is_person_likely' | 'search'> &
  Omit<OrganisationSummaryTable, 'organisation_id' | 'side'>;

/** Orders of a list of organisations. */
export type OrganisationOrder = 'contracts' | 'value' | 'name';

/** A list to read. */
export type OrganisationList = {
  side: Side;
  text: string | null;
  order: OrganisationOrder;
  limit: number;
  /** The row that the page follows, or with `isBackwards` the row that it goes before; null: the list's beginning. */
  after: readonly (string | number)[] | null;
  isBackwards?: boolean;
};

const columns = sql`o.organisation_id, o.name, o.other_names, o.buyer_type, o.scale, o.is_vcse, o.locality, o.region,
  s.contract_count, s.framework_count, s.net_pence, s.net_count, s.first_on, s.last_on`;

/** Organisations with at least one contract on the side; likely natural persons are left out. */
function whereOrganisation(list: Pick<OrganisationList, 'side' | 'text'>): RawBuilder<unknown> {
  const named =
    list.text === null
      ? sql`true`
      : sql`(o.search @@ plainto_tsquery('sourcing', ${list.text}) or o.name ilike ${`%${escapeLike(list.text)}%`})`;
  return sql`s.side = ${list.side} and not o.is_person_likely and ${named}`;
}

/** One page of organisations, in the list's order whichever direction it is read in. */
export async function findOrganisationRows(
  register: Register,
  list: OrganisationList,
): Promise<OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select ${columns} from organisation_summary s join organisation o using (organisation_id)
    where ${whereOrganisation(list)} and ${afterOrganisation(list)}
    order by ${orderOf(list)} limit ${list.limit}`.execute(register.read);
  return list.isBackwards === true ? rows.toReversed() : rows;
}

/**
 * The place of a row: where the page after it begins, and the page before it ends.
 *
 * @example placeOfOrganisation(row, 'name') // [row.name, row.organisation_id]
 */
export function placeOfOrganisation(row: OrganisationRow, order: OrganisationOrder): (string | number)[] {
  if (order === 'name') return [row.name, row.organisation_id];
  return [order === 'value' ? row.net_pence : row.contract_count, row.organisation_id];
}

function orderOf({ order, isBackwards = false }: OrganisationList): RawBuilder<unknown> {
  if (order === 'name') {
    return isBackwards
      ? sql`o.name collate "C" desc, o.organisation_id desc`
      : sql`o.name collate "C", o.organisation_id`;
  }
  const column = order === 'value' ? sql`s.net_pence` : sql`s.contract_count`;
  return isBackwards ? sql`${column}, s.organisation_id desc` : sql`${column} desc, s.organisation_id`;
}

function afterOrganisation(list: OrganisationList): RawBuilder<unknown> {
  if (list.after === null) return sql`true`;
  const [value, id] = list.after;
  const isBackwards = list.isBackwards === true;
  if (list.order === 'name') {
    const row = sql`(o.name collate "C", o.organisation_id)`;
    return isBackwards ? sql`${row} < (${value}, ${id})` : sql`${row} > (${value}, ${id})`;
  }
  const column = list.order === 'value' ? sql`s.net_pence` : sql`s.contract_count`;
  if (isBackwards) {
    return sql`(${column} > ${value}::bigint or (${column} = ${value}::bigint and s.organisation_id < ${id}))`;
  }
  return sql`(${column} < ${value}::bigint or (${column} = ${value}::bigint and s.organisation_id > ${id}))`;
}

/** How many organisations match, counted to 10,000. */
export async function countOrganisations(
  register: Register,
  list: Pick<OrganisationList, 'side' | 'text'>,
): Promise<{ count: number; isCapped: boolean }> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from organisation_summary s join organisation o using (organisation_id)
      where ${whereOrganisation(list)} limit 10001) m`.execute(register.read);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, 10_000), isCapped: count > 10_000 };
}

/**
 * One organisation on one side. Any id that one of its identifiers or names would give finds it, so that links made
 * before two organisations were joined go on working; `organisation_id` is the present one.
 */
export async function getOrganisationRow(
  register: Register,
  id: string,
  side: Side,
): Promise<(OrganisationRow & { is_person_likely: boolean; has_side: boolean }) | null> {
  const { rows } = await sql<OrganisationRow & { is_person_likely: boolean; has_side: boolean }>`
    select o.organisation_id, o.name, o.other_names, o.buyer_type, o.scale, o.is_vcse, o.locality, o.region, o.is_person_likely,
      coalesce(s.contract_count, 0) as contract_count, coalesce(s.framework_count, 0) as framework_count,
      coalesce(s.net_pence, 0) as net_pence, coalesce(s.net_count, 0) as net_count, s.first_on, s.last_on,
      -- It may only plan and tender yet, or its contracts are counted as another portal names it.
      coalesce(s.contract_count, 0) > 0 or exists (
        select 1 from mention m where m.organisation_id = o.organisation_id and ${side} = any(m.roles)) as has_side
    from organisation o left join organisation_summary s on s.organisation_id = o.organisation_id and s.side = ${side}
    where o.organisation_id in (
      select organisation_id from organisation_key where key_id = ${id} union all select ${id})
    limit 1`.execute(register.read);
  return rows[0] ?? null;
}

/** Official identifiers of an organisation, `SCHEME:id`. */
export async function listIdentifiers(register: Register, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from organisation_key where organisation_id = ${organisationId} and key not like 'name:%' order by key limit 20`.execute(
    register.read,
  );
  return rows.map((row) => row.key);
}

/** Whether the organisation has contracts on the other side too. */
export async function hasSide(register: Register, organisationId: string, side: Side): Promise<boolean> {
  const { rows } =
    await sql`select 1 from organisation_summary where organisation_id = ${organisationId} and side = ${side}`.execute(
      register.read,
    );
  return rows.length > 0;
}

/** Contracts and believable value by year of one organisation. */
export type YearRow = { year: number; contract_count: number; net_pence: number; net_count: number };

/** Totals by year on one side, oldest first; contracts without a day are in none. */
export async function listYears(register: Register, organisationId: string, side: Side): Promise<YearRow[]> {
  const { rows } = await sql<YearRow>`
    select dated_year::int as year, count(*)::int as contract_count, coalesce(sum(${netOf(side)}), 0)::int8 as net_pence,
      count(${netOf(side)})::int as net_count
    from contract c where ${ofSide(organisationId, side)} and c.dated_on <> ${undatedDay}::date group by 1 order by 1`.execute(
    register.read,
  );
  return rows;
}

/** One counterpart: the supplier of a buyer, or the buyer of a supplier. */
export type CounterpartRow = {
  organisation_id: string | null;
  name: string;
  contract_count: number;
  net_pence: number;
  net_count: number;
};

/** The twenty counterparts with most contracts. Likely natural persons are not ranked. */
export async function listCounterparts(
  register: Register,
  organisationId: string,
  side: Side,
): Promise<CounterpartRow[]> {
  const other = side === 'buyer' ? sql`unnest(c.supplier_ids)` : sql`c.buyer_id`;
  const { rows } = await sql<CounterpartRow>`
    select o.organisation_id, o.name, count(*)::int as contract_count, coalesce(sum(n.net_pence), 0)::int8 as net_pence,
      count(n.net_pence)::int as net_count
    from (select ${netOf('supplier')} as net_pence, ${other} as other_id from contract c where ${ofSide(organisationId, side)}) n
    join organisation o on o.organisation_id = n.other_id and not o.is_person_likely
    group by 1, 2 order by 3 desc, 1 limit 20`.execute(register.read);
  return rows;
}

/** A value shared by several suppliers is one value: it counts for the buyer, and for none of the suppliers. */
function netOf(side: Side): RawBuilder<unknown> {
  return side === 'buyer'
    ? sql`c.net_pence`
    : sql`(case when cardinality(c.supplier_ids) = 1 then c.net_pence end)`;
}

function ofSide(organisationId: string, side: Side): RawBuilder<unknown> {
  return side === 'buyer'
    ? sql`c.main_ocid is null and c.buyer_id = ${organisationId}`
    : sql`c.main_ocid is null and c.supplier_ids @> array[${organisationId}::text]`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/gu, String.raw`\$&`);
}
