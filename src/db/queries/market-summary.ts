import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../register.ts';
import { freshRows, marketColumns } from './market-rows.ts';
import { raiseMarketVersion } from './market-version.ts';
import { preferredIndexes } from './prefer-indexes.ts';

/** One at a time: what a contract counted for is taken off and added again in one transaction. */
const summaryLock = 4_217_005;

/**
 * Brings the sums of the market up to date with contracts that changed, at most `most` at a time. Each contract's former
 * part, worked out from the row kept when it was last counted, is taken off; its present part is added. Nothing else is
 * read, so the cost depends on how many changed and not on how many are held.
 *
 * @returns how many were taken, and the groups that {@link listWrongGroups} should add up again
 */
export async function refreshMarket(
  executor: Executor,
  most: number,
): Promise<{ count: number; groups: TouchedGroup[] }> {
  await lockMarketSums(executor);
  const { rows } = await sql<{ contract_id: string }>`
    delete from market_due where contract_id in (
      select contract_id from market_due order by contract_id limit ${most} for update skip locked)
    returning contract_id`.execute(executor);
  const ids = rows.map((row) => row.contract_id);
  if (ids.length === 0) return { count: 0, groups: [] };
  const counted = sql`select * from market_contract where contract_id = any(${ids}::text[])`;
  const before = await listGroups(executor, ids);
  await addFigures(executor, counted, -1);
  await addParties(executor, counted, -1);
  await sql`delete from market_contract where contract_id = any(${ids}::text[])`.execute(executor);
  await sql`insert into market_contract (${marketColumns}) ${freshRows(sql`c.contract_id = any(${ids}::text[])`)}`.execute(
    executor,
  );
  await addFigures(executor, counted, 1);
  await addParties(executor, counted, 1);
  // The row is locked even where it stands already: who looks for vendors must not take it away before this change can be seen.
  await sql`insert into market_vendor_due select unnest(${ids.toSorted()}::text[])
    on conflict (contract_id) do update set contract_id = excluded.contract_id`.execute(executor);
  await sql`delete from market_figure where contract_count = 0`.execute(executor);
  await sql`delete from market_party where contract_count = 0`.execute(executor);
  const groups = [...before, ...(await listGroups(executor, ids))];
  await markSuccessions(executor, ids, groups);
  await raiseMarketVersion(executor);
  return { count: ids.length, groups };
}

/** What a changed contract follows, and what follows it, is to be looked for among its buyer's contracts of the segment. */
async function markSuccessions(
  executor: Executor,
  ids: readonly string[],
  groups: readonly TouchedGroup[],
): Promise<void> {
  await sql`delete from market_succession where contract_id = any(${ids}::text[])`.execute(executor);
  const pairs = groups
    .filter(({ side }) => side === 'buyer')
    .map(({ organisation_id: buyer_id, segment }) => ({ buyer_id, segment }));
  await sql`
    insert into market_succession_due (buyer_id, segment)
    select distinct buyer_id, segment from json_to_recordset(${JSON.stringify(pairs)}::json) as p(buyer_id text, segment text)
    order by 1, 2 on conflict do nothing`.execute(executor);
}

/** Waits until nobody else counts; the lock goes with the transaction. What is counted is looked up, a batch at a time. */
export async function lockMarketSums(executor: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(${summaryLock}), ${preferredIndexes}`.execute(executor);
}

/** Whether contracts are waiting for {@link refreshMarket}. */
export async function hasDueMarket(executor: Executor): Promise<boolean> {
  const { rows } =
    await sql`select 1 from market_due union all select 1 from market_vendor_due union all select 1 from market_succession_due limit 1`.execute(
      executor,
    );
  return rows.length > 0;
}

/** Forgets every sum, so that {@link refreshMarket} adds up all contracts again. */
export async function restartMarket(executor: Executor): Promise<void> {
  await lockMarketSums(executor);
  await sql`delete from market_figure`.execute(executor);
  await sql`delete from market_party`.execute(executor);
  await sql`delete from market_contract`.execute(executor);
  await sql`delete from market_succession`.execute(executor);
  await raiseMarketVersion(executor);
  await sql`insert into market_due select contract_id from contract on conflict do nothing`.execute(executor);
}

/** Adds (sign 1) or takes off (sign −1) the part of contracts in the sums by segment and buyer type. */
async function addFigures(executor: Executor, source: RawBuilder<unknown>, sign: 1 | -1): Promise<void> {
  await sql`
    insert into market_figure as f (figure, segment, buyer_type, year, key, contract_count, net_count, pence)
    select figure, segment, buyer_type, year, key, ${sign} * contract_count, ${sign} * net_count, ${sign} * pence
    from (${figuresOf(source)}) found
    order by figure, segment, buyer_type, year, key
    on conflict (figure, segment, buyer_type, year, key) do update set contract_count = f.contract_count + excluded.contract_count,
      net_count = f.net_count + excluded.net_count, pence = f.pence + excluded.pence`.execute(executor);
}

async function addParties(executor: Executor, source: RawBuilder<unknown>, sign: 1 | -1): Promise<void> {
  await sql`
    insert into market_party as f (side, organisation_id, segment, year, contract_count, net_count, pence)
    select side, organisation_id, segment, year, ${sign} * contract_count, ${sign} * net_count, ${sign} * pence
    from (${partiesOf(source)}) found order by side, organisation_id, segment, year
    on conflict (side, organisation_id, segment, year) do update set contract_count = f.contract_count + excluded.contract_count,
      net_count = f.net_count + excluded.net_count, pence = f.pence + excluded.pence`.execute(executor);
}

/**
 * What rows of `market_contract` add up to: the same expression takes off, adds and checks.
 *
 * @param source a query for rows of `market_contract`
 */
export function figuresOf(source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with s as materialized (${source}),
    part as (
      select s.segment, s.buyer_type, v.figure, v.year, v.key, 1 as contract_count, s.net_pence as pence
      from s cross join lateral (values
        ('year', s.dated_year, case when s.is_counted then '' else ${notCounted} end),
        ('route', s.dated_year, case when s.is_counted then s.route end),
        ('scale', s.dated_year, case when s.is_counted then coalesce(s.scale, 'no-size') end),
        ('bids', s.dated_year, case when s.is_counted then ${bidKey} end),
        ('supplier', s.dated_year, case when s.is_counted then ${supplierKey} end),
        ('commitment', 0::smallint, coalesce(s.committed_gap, '')),
        ('expiry', 0::smallint, ${expiryKey})
      ) v(figure, year, key) where v.key is not null
      union all
      select s.segment, s.buyer_type, y.figure, y.year::smallint, '', 1, y.pence
      from s cross join lateral (${committedYearsOf}) y where s.committed_gap is null
    )
    select figure, segment, buyer_type, year, key, sum(contract_count)::int as contract_count, count(pence)::int as net_count,
      coalesce(sum(pence), 0)::bigint as pence
    from part group by figure, segment, buyer_type, year, key`;
}

const notCounted = sql`case when s.is_copy then 'copy' when s.is_framework_agreement then 'framework-agreement' else 'withdrawn' end`;

/** `singleBidGap` of domain/market/single-bid-rate.ts. */
const bidKey = sql`case when s.route = 'direct-award' then 'direct-award' when s.bid_count is null then 'no-bid-statistics'
  when s.bid_count = 0 then 'no-bids' when s.bid_count = 1 then 'one' else 'several' end`;

/** `concentrationGap` of domain/market/concentration.ts. */
const supplierKey = sql`case when s.supplier_count > 1 then 'several-suppliers' when s.supplier_id is null then 'no-supplier'
  when s.net_pence is null then 'no-value' else '' end`;

/** `expiryGap` of domain/market/expiry-wall.ts, else the quarter. */
const expiryKey = sql`case when s.is_copy then 'copy' when s.is_framework_agreement then 'framework-agreement' when not s.is_counted then 'withdrawn'
  when s.stage in ('terminated', 'completed') then 'ended' when s.end_on is null then 'no-end'
  else to_char(s.end_on, 'YYYY-"Q"Q') end`;

/** `committedParts` of domain/market/committed-value.ts: one row per financial year and figure in which the contract has days. */
export const committedYearsOf = sql`
  select d.figure, y.year, due_to.pence - due_from.pence as pence
  from (select s.end_on - s.start_on + 1 as days) t
  cross join lateral (values
    ('committed', s.start_on, s.committed_until),
    ('extension', s.end_on + 1, s.extension_until)
  ) d(figure, first_on, last_on)
  cross join lateral generate_series(
    extract(year from d.first_on - interval '3 months')::int, extract(year from d.last_on - interval '3 months')::int) y(year)
  cross join lateral (select greatest(make_date(y.year, 4, 1), d.first_on) - s.start_on as elapsed) a
  cross join lateral (select least(make_date(y.year + 1, 3, 31), d.last_on) - s.start_on + 1 as elapsed) b
  cross join lateral (select div(2 * s.net_pence::numeric * a.elapsed + t.days, 2 * t.days)::bigint as pence) due_from
  cross join lateral (select div(2 * s.net_pence::numeric * b.elapsed + t.days, 2 * t.days)::bigint as pence) due_to
  where d.first_on <= d.last_on`;

/** What rows of `market_contract` add up to by organisation: buyers, and suppliers that were alone on a contract. */
export function partiesOf(source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select v.side, v.organisation_id, s.segment, s.dated_year as year, count(*)::int as contract_count,
      count(s.net_pence)::int as net_count, coalesce(sum(s.net_pence), 0)::bigint as pence
    from (${source}) s cross join lateral (values ('buyer', s.buyer_id), ('supplier', s.supplier_id)) v(side, organisation_id)
    where s.is_counted and v.organisation_id is not null
    group by 1, 2, 3, 4`;
}

/** A group that a batch touched: what one organisation bought or sold in one segment and year. */
export type TouchedGroup = { side: string; organisation_id: string; segment: string; year: number };

async function listGroups(executor: Executor, ids: readonly string[]): Promise<TouchedGroup[]> {
  const { rows } = await sql<TouchedGroup>`
    select distinct v.side, v.organisation_id, m.segment, m.dated_year::int as year
    from market_contract m cross join lateral (values ('buyer', m.buyer_id), ('supplier', m.supplier_id)) v(side, organisation_id)
    where m.contract_id = any(${ids}::text[]) and m.is_counted and v.organisation_id is not null`.execute(
    executor,
  );
  return rows;
}
