import { sql, type RawBuilder } from 'kysely';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import type { Executor } from '../register.ts';
import type { MarketScope } from './market-measures.ts';
import { successionsOf } from './market-successions.ts';

/** Conditions of a scope over `market_contract m`. */
export function inScope(scope: MarketScope): RawBuilder<unknown> {
  return sql`m.segment = any(${scope.segments}::text[]) and ${ofKinds(scope)} and m.dated_year between ${scope.fromYear} and ${scope.toYear}`;
}

const ofKinds = ({ buyerTypes }: MarketScope): RawBuilder<unknown> =>
  buyerTypes.length === 0 ? sql`true` : sql`m.buyer_type = any(${buyerTypes}::text[])`;

/** Why contracts couldn't be measured, with how many. */
export type Gap = { gap: string; contracts: number };

/** How many contracts a scope holds, by why they are not counted; '' for those that are. */
const heldIn = (scope: MarketScope): RawBuilder<unknown> => sql`
  select key, sum(contract_count)::int as contracts from market_figure m
  where m.figure = 'year' and m.segment = any(${scope.segments}::text[]) and ${ofKinds(scope)} and m.year between ${scope.fromYear} and ${scope.toYear}
  group by key`;

/** The gaps among rows, each once, in the order of their names. */
function gapsOf(rows: readonly Gap[]): Gap[] {
  const found = Map.groupBy(
    rows.filter(({ gap, contracts }) => gap !== '' && contracts > 0),
    ({ gap }) => gap,
  );
  return [...found]
    .map(([gap, own]) => ({ gap, contracts: own.reduce((sum, { contracts }) => sum + contracts, 0) }))
    .toSorted((a, b) => (a.gap < b.gap ? -1 : 1));
}

/** Days that procurement took, with how many contracts took so many; `segment` and `route` apart. */
export type LeadDays = { segment: string; route: string; days: number; contracts: number };

/** What `leadTimeGap` of domain/market/lead-time.ts says of a counted contract with a tender notice; '' where its lead time is known. */
const leadGap = sql`case when m.decided_on is null then 'no-day-of-award'
  when m.decided_on - m.tender_on not between 1 and 1826 then 'days-not-believable' else '' end`;

/**
 * How long procurement took in a scope: a count per number of days, and why contracts couldn't be measured. Contracts with a
 * tender notice are read out of an index; how many others there are is what the sums say beside them.
 */
export async function listLeadDays(
  executor: Executor,
  scope: MarketScope,
): Promise<{ days: LeadDays[]; gaps: Gap[] }> {
  const { rows } = await sql<LeadDays & { gap: string }>`
    with held as (${heldIn(scope)}), timed as (
      select m.segment, m.route, ${leadGap} as gap, case when ${leadGap} = '' then m.decided_on - m.tender_on else 0 end as days, count(*)::int as contracts
      from market_contract m where ${inScope(scope)} and m.is_counted and m.tender_on is not null group by 1, 2, 3, 4
    )
    select * from timed
    union all select '', '', key, 0, contracts from held where key <> ''
    union all select '', '', 'no-tender-notice', 0, h.contracts - (select coalesce(sum(contracts), 0)::int from timed) from held h where h.key = ''`.execute(
    executor,
  );
  return { days: rows.filter(({ gap }) => gap === ''), gaps: gapsOf(rows) };
}

/** First and last value of contracts whose value was published again, and why others can't say. */
export async function listRevaluations(
  executor: Executor,
  scope: MarketScope,
): Promise<{
  pairs: { segment: string; firstPence: number; lastPence: number }[];
  gaps: Gap[];
}> {
  const { rows: pairs } = await sql<{ segment: string; firstPence: number; lastPence: number }>`
    select m.segment, m.first_pence as "firstPence", m.last_pence as "lastPence" from market_contract m
    where ${inScope(scope)} and ${isRevalued} order by m.segment, m.contract_id`.execute(executor);
  // What is left over of those that are counted is what stands neither here nor there; all of it seen at one moment.
  const { rows: gaps } = await sql<Gap>`
    with held as (${heldIn(scope)}), revalued as (
      select count(*)::int as contracts from market_contract m where ${inScope(scope)} and ${isRevalued}
    ), unvalued as (
      select count(*)::int as contracts from market_contract m where ${inScope(scope)} and m.is_counted and m.first_pence is null
    )
    select gap, contracts from (
      select key as gap, contracts from held where key <> ''
      union all select 'no-value', contracts from unvalued
      union all select 'no-change-published', h.contracts - u.contracts - r.contracts from held h, unvalued u, revalued r where h.key = ''
    ) found where contracts > 0 order by gap`.execute(executor);
  return { pairs, gaps };
}

const isRevalued = sql`m.is_counted and m.first_pence is not null and m.last_pence is not null`;

/** How often the supplier of an ended contract won the one after it, by segment. */
export type RewinSum = { segment: string; followed: number; won: number };

/**
 * `incumbentRewin` of domain/market/incumbent-rewin.ts as sums: a test holds the two equal. Contracts that have ended, and those
 * without an end, are read out of an index; how many others there are is what the sums say beside them.
 *
 * @param today `YYYY-MM-DD`
 */
export async function listRewins(
  executor: Executor,
  scope: MarketScope,
  today: string,
): Promise<{ segments: RewinSum[]; gaps: Gap[] }> {
  const { rows } = await sql<Gap & { segment: string; won: number }>`
    with held as (${heldIn(scope)}), ended as (
      select a.segment, case when a.rewin_gap = '' and s.contract_id is null then 'no-successor-seen' else a.rewin_gap end as gap,
        count(*)::int as contracts, count(*) filter (where a.rewin_gap = '' and s.is_won)::int as won
      from (select m.contract_id, m.segment, m.rewin_gap from market_contract m where ${inScope(scope)} and m.is_counted and m.end_on < ${today}::date) a
      left join (${successionsIn(scope)}) s using (contract_id) group by 1, 2
    ), endless as (
      select count(*)::int as contracts from market_contract m where ${inScope(scope)} and m.is_counted and m.end_on is null
    )
    select * from ended
    union all select '', key, contracts, 0 from held where key <> ''
    union all select '', 'no-end', contracts, 0 from endless
    union all select '', 'not-ended', h.contracts - e.contracts - (select coalesce(sum(contracts), 0)::int from ended), 0
      from held h, endless e where h.key = ''`.execute(executor);
  return {
    segments: rows
      .filter(({ gap }) => gap === '')
      .map(({ segment, contracts, won }) => ({ segment, followed: contracts, won })),
    gaps: gapsOf(rows),
  };
}

/** Those of digital segments are kept; of others, which are hardly asked for, they are worked out. */
function successionsIn({ segments }: MarketScope): RawBuilder<unknown> {
  const kept = sql`select contract_id, is_won from market_succession`;
  const others = segments.filter((segment) => !digitalSegmentIds.some((one) => one === segment));
  if (others.length === 0) return kept;
  const pairs = sql`select distinct buyer_id, segment from market_contract where segment = any(${others}::text[])`;
  return sql`${kept} union all select * from (${successionsOf(pairs)}) other`;
}
