import { sql } from 'kysely';
import type { Register } from '../register.ts';
import type { Members } from './member-sums.ts';

/** Contracts that lead to a vendor group; those that only a description names it in are left out. */
export function groupMembers(groupId: string): Members {
  return sql`select contract_id, way from market_vendor where group_id = ${groupId} and certainty in ('high', 'medium')`;
}

/** Counted contracts that lead to one vendor group, by way; `way` null for all of them together. */
export type GroupSum = {
  groupId: string;
  way: string | null;
  contracts: number;
  buyers: number;
  /** Those that no notice says have ended, and that end on or after the day asked. */
  running: number;
  netCount: number;
  netPence: number;
};

/** Sums of every vendor group, or of one. A contract counts once for each group that it leads to, so groups don't add up. */
export async function listGroupSums(
  register: Register,
  today: string,
  groupId: string | null = null,
): Promise<GroupSum[]> {
  const which = groupId === null ? sql`true` : sql`v.group_id = ${groupId}`;
  const { rows } = await sql<GroupSum>`
    select v.group_id as "groupId", v.way, count(*)::int as contracts, count(distinct m.buyer_id)::int as buyers,
      count(*) filter (where m.stage not in ('terminated', 'completed') and m.end_on >= ${today}::date)::int as running,
      count(m.net_pence)::int as "netCount", coalesce(sum(m.net_pence), 0)::bigint as "netPence"
    from market_vendor v join market_contract m using (contract_id)
    where v.certainty in ('high', 'medium') and m.is_counted and ${which}
    group by grouping sets ((v.group_id), (v.group_id, v.way)) order by 1, 2`.execute(register.read);
  return rows;
}

/** Counted contracts of segments, and how many of them lead to any group. */
export async function countAttributed(
  register: Register,
  segments: readonly string[],
): Promise<{ total: number; attributed: number }> {
  const { rows } = await sql<{ total: number; attributed: number }>`
    select count(*)::int as total, count(v.contract_id)::int as attributed
    from market_contract m
    left join (select distinct contract_id from market_vendor where certainty in ('high', 'medium')) v using (contract_id)
    where m.is_counted and m.segment = any(${segments}::text[])`.execute(register.read);
  return rows[0] ?? { total: 0, attributed: 0 };
}
