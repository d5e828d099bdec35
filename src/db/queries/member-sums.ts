import { sql, type RawBuilder } from 'kysely';
import type { Register } from '../register.ts';

/** A query for the counted contracts that belong to something, with `contract_id` and `way` (how they lead to it). */
export type Members = RawBuilder<unknown>;

/** An organisation on one side of such contracts. */
export type MemberPartyRow = {
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
 * Buyers or suppliers of contracts, most contracts first; likely natural persons are left out. Ways are told apart for suppliers.
 * A value shared by several suppliers is one value: it is in the buyer's sum, and in no supplier's.
 */
export async function listMemberParties(
  register: Register,
  side: 'buyer' | 'supplier',
  { members, today, limit }: { members: Members; today: string; limit: number },
): Promise<MemberPartyRow[]> {
  const party = side === 'buyer' ? sql`m.buyer_id` : sql`s.id`;
  const from = side === 'buyer' ? sql`` : sql`cross join lateral unnest(m.supplier_ids) s(id)`;
  const way = side === 'buyer' ? sql`''` : sql`v.way`;
  const pence =
    side === 'buyer' ? sql`m.net_pence` : sql`(case when m.supplier_count = 1 then m.net_pence end)`;
  const { rows } = await sql<MemberPartyRow>`
    select o.organisation_id as "organisationId", o.name, ${way} as way, count(*)::int as contracts, count(${pence})::int as "netCount",
      coalesce(sum(${pence}), 0)::bigint as "netPence",
      min(m.end_on) filter (where m.stage not in ('terminated', 'completed') and m.end_on >= ${today}::date)::text as "nextEndOn"
    from (${members}) v join market_contract m using (contract_id) ${from}
    join organisation o on o.organisation_id = ${party}
    where m.is_counted and not o.is_person_likely
    group by 1, 2, 3 order by 4 desc, 2, 3 limit ${limit}`.execute(register.read);
  return rows;
}

/** When running ones of such contracts end. */
export async function listMemberQuarters(
  register: Register,
  members: Members,
  today: string,
): Promise<{ quarter: string; contracts: number; netCount: number; netPence: number }[]> {
  const { rows } = await sql<{ quarter: string; contracts: number; netCount: number; netPence: number }>`
    select to_char(m.end_on, 'YYYY-"Q"Q') as quarter, count(*)::int as contracts, count(m.net_pence)::int as "netCount",
      coalesce(sum(m.net_pence), 0)::bigint as "netPence"
    from (${members}) v join market_contract m using (contract_id)
    where m.is_counted and m.stage not in ('terminated', 'completed') and m.end_on >= ${today}::date
    group by 1 order by 1`.execute(register.read);
  return rows;
}

/** Why such contracts have no place in a wall of expiries, and how many have. */
export async function countMemberEnds(
  register: Register,
  members: Members,
): Promise<{ total: number; measured: number; ended: number; noEnd: number }> {
  const { rows } = await sql<{ total: number; measured: number; ended: number; noEnd: number }>`
    select count(*)::int as total, count(*) filter (where not f.is_over and m.end_on is not null)::int as measured,
      count(*) filter (where f.is_over)::int as ended, count(*) filter (where not f.is_over and m.end_on is null)::int as "noEnd"
    from (${members}) v join market_contract m using (contract_id)
    cross join lateral (select m.stage in ('terminated', 'completed') as is_over) f where m.is_counted`.execute(
    register.read,
  );
  return rows[0] ?? { total: 0, measured: 0, ended: 0, noEnd: 0 };
}
