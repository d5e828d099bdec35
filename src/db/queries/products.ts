import { sql } from 'kysely';
import type { Register } from '../register.ts';
import type { Members } from './member-sums.ts';

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

/** Contracts whose title, or that of a lot, names a product. */
export function productMembers(productId: string): Members {
  return sql`select contract_id, way from market_product where product_id = ${productId} and place in ('title', 'lot')`;
}
