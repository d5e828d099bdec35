import { sql, type RawBuilder } from 'kysely';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Executor } from '../register.ts';
import { preferredIndexes } from './prefer-indexes.ts';

/** What vendors are looked for in: a contract's texts and who supplies it. */
export type VendorTexts = {
  contract_id: string;
  title: string;
  process_title: string;
  lots: string[];
  descriptions: string[];
  suppliers: { name: string; keys: string[] }[];
};

type VendorRead = Omit<VendorTexts, 'lots' | 'descriptions'> & {
  facts: Pick<ProcessFacts, 'description' | 'lots'>;
};

/** One at a time: what is known of a contract is replaced. */
const vendorLock = 4_217_006;

/**
 * Makes every counted contract due where vendors were looked for with another list, or none. The next ones who ask with the
 * same list find nothing to do, also where the contracts have not been looked at yet.
 *
 * @param version of the list, {@link hasOtherVendorList} asks with the same
 * @returns whether the list was another
 */
export async function followVendorList(executor: Executor, version: string, now: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${vendorLock})`.execute(executor);
  if (!(await hasOtherVendorList(executor, version))) return false;
  await sql`insert into market_vendor_due select contract_id from market_contract where is_counted on conflict do nothing`.execute(
    executor,
  );
  await sql`
    insert into register_summary (name, data, seen_sequence, computed_at)
    values ('vendors', ${JSON.stringify({ version })}::json, 0, ${now}::timestamptz)
    on conflict (name) do update set data = excluded.data, computed_at = excluded.computed_at`.execute(
    executor,
  );
  return true;
}

/** Whether vendors were last looked for with another list than this version, or with none. */
export async function hasOtherVendorList(executor: Executor, version: string): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`
    select data ->> 'version' as version from register_summary where name = 'vendors'`.execute(executor);
  return rows[0]?.version !== version;
}

/** Takes contracts whose vendors are due; only those of the named segments come back to be looked at. */
export async function takeVendorDue(
  executor: Executor,
  segments: readonly string[],
  most: number,
): Promise<{ ids: string[]; texts: VendorTexts[] }> {
  await sql`select pg_advisory_xact_lock(${vendorLock}), ${preferredIndexes}`.execute(executor);
  const { rows } = await sql<{ contract_id: string }>`
    delete from market_vendor_due where contract_id in (
      select contract_id from market_vendor_due order by contract_id limit ${most} for update skip locked)
    returning contract_id`.execute(executor);
  const ids = rows.map((row) => row.contract_id);
  if (ids.length === 0) return { ids, texts: [] };
  const { rows: read } = await sql<VendorRead>`
    select m.contract_id, c.title, p.title as process_title, p.facts,
      coalesce((select json_agg(json_build_object('name', s.name, 'keys', array(
          select k.key from organisation_key k where k.organisation_id = s.id and k.key not like 'name:%' order by k.key)) order by s.place)
        from unnest(c.supplier_ids, c.supplier_names) with ordinality s(id, name, place)), '[]') as suppliers
    from market_contract m join contract c using (contract_id) join process p on p.ocid = c.ocid
    where m.contract_id = any(${ids}::text[]) and m.is_counted and m.segment = any(${segments}::text[])`.execute(
    executor,
  );
  return { ids, texts: read.map(withTexts) };
}

function withTexts({ facts: { lots, description }, ...rest }: VendorRead): VendorTexts {
  return {
    ...rest,
    lots: lots.flatMap((lot) => lot.title ?? []),
    descriptions: [...lots.map((lot) => lot.description), description].filter((text) => text !== null),
  };
}

/** One vendor group that a contract leads to. */
export type VendorRow = {
  contract_id: string;
  group_id: string;
  group_name: string;
  way: string;
  certainty: string;
};

/** One product that a contract names. */
export type ProductRow = {
  contract_id: string;
  product_id: string;
  way: string;
  place: string;
  words: string;
};

/** What the texts of contracts say, one by one. */
export type SaidRows = {
  vendors: readonly VendorRow[];
  products: readonly ProductRow[];
  users: readonly { contract_id: string; user_count: number }[];
};

/** Replaces the vendors and products of contracts, and the numbers of users that they give. */
export async function storeVendors(
  executor: Executor,
  ids: readonly string[],
  { vendors, products, users }: SaidRows,
): Promise<void> {
  await sql`delete from market_vendor where contract_id = any(${ids}::text[])`.execute(executor);
  await sql`delete from market_product where contract_id = any(${ids}::text[])`.execute(executor);
  await sql`delete from market_user_count where contract_id = any(${ids}::text[])`.execute(executor);
  await sql`
    insert into market_vendor (contract_id, group_id, group_name, way, certainty)
    select contract_id, group_id, group_name, way, certainty from json_to_recordset(${JSON.stringify(vendors)}::json)
      as r(contract_id text, group_id text, group_name text, way text, certainty text)`.execute(executor);
  await sql`
    insert into market_product (contract_id, product_id, way, place, words)
    select contract_id, product_id, way, place, words from json_to_recordset(${JSON.stringify(products)}::json)
      as r(contract_id text, product_id text, way text, place text, words text)`.execute(executor);
  await sql`
    insert into market_user_count (contract_id, user_count)
    select contract_id, user_count from json_to_recordset(${JSON.stringify(users)}::json)
      as r(contract_id text, user_count int)`.execute(executor);
}

/** Which contracts are looked at: running on a day, of segments and kinds of buyer. */
export type ExposureScope = {
  segments: readonly string[];
  buyerTypes: readonly string[];
  /** Contracts that end (without options) on or after this day. */
  endsFrom: string;
};

/** Attributions that are only made from a description are left out: mostly it names what has to be worked with. */
function whereExposed(scope: ExposureScope): RawBuilder<unknown> {
  const kinds =
    scope.buyerTypes.length === 0 ? sql`true` : sql`m.buyer_type = any(${scope.buyerTypes}::text[])`;
  return sql`v.certainty in ('high', 'medium') and m.is_counted and m.stage not in ('terminated', 'completed')
    and m.end_on >= ${scope.endsFrom}::date and m.segment = any(${scope.segments}::text[]) and ${kinds}`;
}

/** Running contracts of one vendor group by the way in which they lead to it. */
export type ExposureSum = {
  groupId: string;
  groupName: string;
  way: string;
  contracts: number;
  netCount: number;
  netPence: number;
  buyers: number;
};

/** Exposure of a scope to every vendor group. A contract counts for each group that it leads to, so groups don't add up. */
export async function listExposures(executor: Executor, scope: ExposureScope): Promise<ExposureSum[]> {
  const { rows } = await sql<ExposureSum>`
    select v.group_id as "groupId", min(v.group_name) as "groupName", v.way, count(*)::int as contracts, count(m.net_pence)::int as "netCount",
      coalesce(sum(m.net_pence), 0)::bigint as "netPence", count(distinct m.buyer_id)::int as buyers
    from market_vendor v join market_contract m using (contract_id) where ${whereExposed(scope)}
    group by v.group_id, v.way order by v.group_id, v.way`.execute(executor);
  return rows;
}

/** When running contracts that lead to one group end. */
export async function listExposureQuarters(
  executor: Executor,
  scope: ExposureScope,
  groupId: string,
): Promise<{ quarter: string; contracts: number; netCount: number; netPence: number }[]> {
  const { rows } = await sql<{ quarter: string; contracts: number; netCount: number; netPence: number }>`
    select to_char(m.end_on, 'YYYY-"Q"Q') as quarter, count(*)::int as contracts, count(m.net_pence)::int as "netCount",
      coalesce(sum(m.net_pence), 0)::bigint as "netPence"
    from market_vendor v join market_contract m using (contract_id) where v.group_id = ${groupId} and ${whereExposed(scope)}
    group by 1 order by 1`.execute(executor);
  return rows;
}

/** Running digital contracts of a scope, and how many of them lead to any group, for the coverage. */
export async function countExposed(
  executor: Executor,
  scope: ExposureScope,
): Promise<{ total: number; attributed: number }> {
  const kinds =
    scope.buyerTypes.length === 0 ? sql`true` : sql`m.buyer_type = any(${scope.buyerTypes}::text[])`;
  const { rows } = await sql<{ total: number; attributed: number }>`
    select count(*)::int as total, count(*) filter (where exists (
        select 1 from market_vendor v where v.contract_id = m.contract_id and v.certainty in ('high', 'medium')))::int as attributed
    from market_contract m where m.is_counted and m.stage not in ('terminated', 'completed') and m.end_on >= ${scope.endsFrom}::date
      and m.segment = any(${scope.segments}::text[]) and ${kinds}`.execute(executor);
  return rows[0] ?? { total: 0, attributed: 0 };
}
