import { sql, type RawBuilder } from 'kysely';
import type { Competition } from '../../domain/indicators/competition-of.ts';
import { competitionByRoute, routesOfCompetition } from '../../domain/indicators/competition-of.ts';
import type { Executor } from '../register.ts';

/** A part of the market whose contracts can be compared. */
export type ComparableClass = { segment: string; buyerType: string; year: number; competition: Competition };

/** What narrows the classes; null where anything goes. */
export type ClassFilter = { [Name in keyof ComparableClass]: ComparableClass[Name] | null };

/** How many contracts of a class got one bid, of those whose number of bids is published, of all. */
export type SingleBidCount = ComparableClass & { single: number; counted: number; contracts: number };

const competitionKind = sql<Competition>`case when m.route = any(${routesOfCompetition('competition')}::text[]) then 'competition' else 'call-off' end`;

const isCompetition = sql`m.is_counted and m.segment <> '' and f.regime <> 'below-threshold'
  and m.route = any(${Object.keys(competitionByRoute)}::text[])`;

/**
 * Numbers of bids by class of contracts: competitions above the thresholds, call-offs apart; framework agreements and
 * what was withdrawn or is only intended are left out, as by every measure of the market.
 */
export async function countSingleBids(executor: Executor, filter: ClassFilter): Promise<SingleBidCount[]> {
  const { rows } = await sql<SingleBidCount>`
    select m.segment, m.buyer_type as "buyerType", m.dated_year::int as year, ${competitionKind} as competition,
      count(*) filter (where m.bid_count = 1)::int as single, count(*) filter (where m.bid_count > 0)::int as counted,
      count(*)::int as contracts
    from market_contract m join contract_facet f on f.contract_id = m.contract_id
    where ${isCompetition} and ${narrowed(filter)}
    group by 1, 2, 3, 4 order by 1, 3 desc, 2, 4 desc`.execute(executor);
  return rows;
}

/** The class that all contracts of a process belong to; null where there is none, or they differ. */
export async function findClassOfProcess(executor: Executor, ocid: string): Promise<ComparableClass | null> {
  const { rows } = await sql<ComparableClass>`
    select distinct m.segment, m.buyer_type as "buyerType", m.dated_year::int as year, ${competitionKind} as competition
    from contract c join market_contract m on m.contract_id = c.contract_id
      join contract_facet f on f.contract_id = c.contract_id
    where c.ocid = ${ocid} and ${isCompetition} limit 2`.execute(executor);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

function narrowed({ segment, buyerType, year, competition }: ClassFilter): RawBuilder<unknown> {
  const terms = [sql`true`];
  if (segment !== null) terms.push(sql`m.segment = ${segment}`);
  if (buyerType !== null) terms.push(sql`m.buyer_type = ${buyerType}`);
  if (year !== null) terms.push(sql`m.dated_year = ${year}`);
  if (competition !== null) terms.push(sql`m.route = any(${routesOfCompetition(competition)}::text[])`);
  return sql.join(terms, sql` and `);
}
