import { sql } from 'kysely';
import { penceOfBand, type ValueBand } from '../../domain/contracts/value-band.ts';
import type { Register } from '../register.ts';

/** What is taken for similar work: one segment, in a size where one is named, signed or awarded in these days. */
export type SimilarWork = { segment: string; size: ValueBand | null; from: string; to: string };

/** How many suppliers were seen, in how many of the contracts that are counted. */
export type SuppliersSeen = { suppliers: number; contracts: number; total: number };

/** Suppliers seen winning similar work; each is counted once, and also where it won together with others. */
export async function countSuppliersSeen(
  register: Register,
  { segment, size, from, to }: SimilarWork,
): Promise<SuppliersSeen> {
  const band = size === null ? null : penceOfBand(size);
  const fromPence = band === null ? sql`true` : sql`net_pence >= ${band.from}`;
  const belowPence = band?.below == null ? sql`true` : sql`net_pence < ${band.below}`;
  const { rows } = await sql<SuppliersSeen>`
    with similar_work as (
      select contract_id, array_remove(supplier_ids, '') as suppliers from market_contract
      where is_counted and segment = ${segment} and ${fromPence} and ${belowPence}
        and dated_on between ${from}::date and ${to}::date
    )
    select (select count(distinct supplier) from similar_work, unnest(suppliers) supplier)::int as suppliers,
      (count(*) filter (where cardinality(suppliers) > 0))::int as contracts, count(*)::int as total
    from similar_work`.execute(register.read);
  return rows[0] ?? { suppliers: 0, contracts: 0, total: 0 };
}
