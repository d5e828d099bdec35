import { sql } from 'kysely';
import type { Register } from '../register.ts';

/** How many contracts name a product. */
export type ProductSum = {
  productId: string;
  /** Counted contracts whose title, or that of a lot, names it. */
  contracts: number;
  buyers: number;
  /** Those of them that no notice says have ended, and that end on or after the day asked. */
  running: number;
  netCount: number;
  netPence: number;
  /** Contracts that name it only in a description: mostly something that they have to work with. */
  mentions: number;
};

/** Products that contracts name, or one of them. */
export async function listProductSums(
  register: Register,
  today: string,
  productId: string | null = null,
): Promise<ProductSum[]> {
  const which = productId === null ? sql`true` : sql`p.product_id = ${productId}`;
  const isBought = sql`p.place in ('title', 'lot')`;
  const { rows } = await sql<ProductSum>`
    select p.product_id as "productId", count(*) filter (where ${isBought})::int as contracts,
      count(distinct m.buyer_id) filter (where ${isBought})::int as buyers,
      count(*) filter (where ${isBought} and m.stage not in ('terminated', 'completed') and m.end_on >= ${today}::date)::int as running,
      count(m.net_pence) filter (where ${isBought})::int as "netCount",
      coalesce(sum(m.net_pence) filter (where ${isBought}), 0)::bigint as "netPence",
      count(*) filter (where not ${isBought})::int as mentions
    from market_product p join market_contract m using (contract_id) where m.is_counted and ${which}
    group by 1 order by 2 desc, 1`.execute(register.read);
  return rows;
}

/** An organisation on one side of the contracts of a product. */
export type ProductPartyRow = {
  organisationId: string;
  name: string;
  way: string;
  contracts: number;
  netCount: number;
  netPence: number;
  /** Last day, without options, of the running contract that ends first. */
  nextEndOn: string | null;
};

/**
 * Buyers or suppliers of a product, most contracts first; likely natural persons are left out. Ways are told apart for suppliers.
 * A value shared by several suppliers is one value: it is in the buyer's sum, and in no supplier's.
 */
export async function listProductParties(
  register: Register,
  side: 'buyer' | 'supplier',
  { productId, today, limit }: { productId: string; today: string; limit: number },
): Promise<ProductPartyRow[]> {
  const party = side === 'buyer' ? sql`m.buyer_id` : sql`s.id`;
  const from = side === 'buyer' ? sql`` : sql`cross join lateral unnest(m.supplier_ids) s(id)`;
  const way = side === 'buyer' ? sql`''` : sql`p.way`;
  const pence =
    side === 'buyer' ? sql`m.net_pence` : sql`(case when m.supplier_count = 1 then m.net_pence end)`;
  const { rows } = await sql<ProductPartyRow>`
    select o.organisation_id as "organisationId", o.name, ${way} as way, count(*)::int as contracts, count(${pence})::int as "netCount",
      coalesce(sum(${pence}), 0)::bigint as "netPence",
      min(m.end_on) filter (where m.stage not in ('terminated', 'completed') and m.end_on >= ${today}::date)::text as "nextEndOn"
    from market_product p join market_contract m using (contract_id) ${from}
    join organisation o on o.organisation_id = ${party}
    where p.product_id = ${productId} and p.place in ('title', 'lot') and m.is_counted and not o.is_person_likely
    group by 1, 2, 3 order by 4 desc, 2, 3 limit ${limit}`.execute(register.read);
  return rows;
}

/** When running contracts of a product end. */
export async function listProductQuarters(
  register: Register,
  productId: string,
  today: string,
): Promise<{ quarter: string; contracts: number; netCount: number; netPence: number }[]> {
  const { rows } = await sql<{ quarter: string; contracts: number; netCount: number; netPence: number }>`
    select to_char(m.end_on, 'YYYY-"Q"Q') as quarter, count(*)::int as contracts, count(m.net_pence)::int as "netCount",
      coalesce(sum(m.net_pence), 0)::bigint as "netPence"
    from market_product p join market_contract m using (contract_id)
    where p.product_id = ${productId} and p.place in ('title', 'lot') and m.is_counted
      and m.stage not in ('terminated', 'completed') and m.end_on >= ${today}::date
    group by 1 order by 1`.execute(register.read);
  return rows;
}
