import { sql, type RawBuilder } from 'kysely';
import { successionDays } from '../../domain/market/incumbent-rewin.ts';
import type { Executor } from '../register.ts';
import { lockMarketSums } from './market-summary.ts';
import { raiseMarketVersion } from './market-version.ts';

/**
 * Which contracts were followed by another, and whether their supplier won again: `isSuccessor` of
 * domain/market/incumbent-rewin.ts for every contract of these buyers and segments that ends, whether or not it has.
 *
 * @param pairs a query for `buyer_id` and `segment`
 */
export function successionsOf(pairs: RawBuilder<unknown>): RawBuilder<unknown> {
  const begins = sql`coalesce(n.start_on, n.dated_on)`;
  return sql`
    select distinct on (a.contract_id) a.contract_id, n.supplier_id = a.supplier_id as is_won
    from (${pairs}) p
    join market_contract a on a.buyer_id = p.buyer_id and a.segment = p.segment
    join market_contract n on n.buyer_id = p.buyer_id and n.segment = p.segment
    where a.is_counted and a.end_on is not null and a.supplier_id is not null
      and n.contract_id <> a.contract_id and n.is_counted and n.supplier_id is not null
      and ${begins} between a.end_on - ${successionDays.before}::int and a.end_on + ${successionDays.after}::int
      and (a.start_on is null or ${begins} > a.start_on)
      and n.title_words && a.title_words
      and (select count(*) from unnest(n.title_words) w where w = any(a.title_words)) >= least(2, cardinality(a.title_words))
    order by a.contract_id, abs(${begins} - a.end_on), n.contract_id collate "C"`;
}

/**
 * Compares the contracts of buyers and segments that are due, at most `most` of them at a time. Its cost follows what these
 * buyers bought in the segment.
 *
 * @param segments the segments that are compared; the others are only taken off the list
 * @returns how many were taken
 */
export async function refreshSuccessions(
  executor: Executor,
  segments: readonly string[],
  most: number,
): Promise<number> {
  await lockMarketSums(executor);
  const { rows } = await sql<{ buyer_id: string; segment: string }>`
    delete from market_succession_due where (buyer_id, segment) in (
      select buyer_id, segment from market_succession_due order by buyer_id, segment limit ${most})
    returning buyer_id, segment`.execute(executor);
  const compared = rows.filter(({ segment }) => segments.includes(segment));
  if (compared.length === 0) return rows.length;
  const pairs = sql`select * from unnest(${compared.map((row) => row.buyer_id)}::text[],
    ${compared.map((row) => row.segment)}::text[]) as pair(buyer_id, segment)`;
  await sql`delete from market_succession where contract_id in (
    select m.contract_id from (${pairs}) p join market_contract m on m.buyer_id = p.buyer_id and m.segment = p.segment)`.execute(
    executor,
  );
  await sql`insert into market_succession (contract_id, is_won) ${successionsOf(pairs)}`.execute(executor);
  await raiseMarketVersion(executor);
  return rows.length;
}

/** Contracts of these segments whose succession differs from what comparing all of them gives. */
export async function listWrongSuccessions(
  executor: Executor,
  segments: readonly string[],
  most: number,
): Promise<{ contract_id: string; stored: boolean | null; added: boolean | null }[]> {
  const pairs = sql`select distinct buyer_id, segment from market_contract m where segment = any(${segments}::text[]) and buyer_id is not null
    and not exists (select 1 from market_succession_due d where d.buyer_id = m.buyer_id and d.segment = m.segment)`;
  const { rows } = await sql<{ contract_id: string; stored: boolean | null; added: boolean | null }>`
    with added as (${successionsOf(pairs)}),
    stored as (
      select s.* from market_succession s join market_contract m using (contract_id) join (${pairs}) p on p.buyer_id = m.buyer_id and p.segment = m.segment
    )
    select contract_id, s.is_won as stored, a.is_won as added from stored s full join added a using (contract_id)
    where s.is_won is distinct from a.is_won order by contract_id limit ${most}`.execute(executor);
  return rows;
}
