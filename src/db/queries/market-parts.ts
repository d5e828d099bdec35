import { sql, type RawBuilder } from 'kysely';
import { routesOfCompetition } from '../../domain/indicators/competition-of.ts';

/** Rows of `market_contract` that are added up: as they stand, each once. */
export const keptRows = sql`select *, 1 as sign from market_contract`;

const [contractCount, netCount, penceSum] = [
  sql`coalesce(sum(sign), 0)::int`,
  sql`coalesce(sum(sign) filter (where pence is not null), 0)::int`,
  sql`coalesce(sum(sign * pence), 0)::bigint`,
];
const signedSums = sql`${contractCount} as contract_count, ${netCount} as net_count, ${penceSum} as pence`;
const comesToSomething = sql`(${contractCount}, ${netCount}, ${penceSum}) <> (0, 0, 0)`;

/**
 * What rows of `market_contract` add up to by segment and buyer type: the same expression takes off, adds and checks. Sums
 * that come to nothing are left out.
 *
 * @param source a query for rows of `market_contract`, with a `sign` each: 1 adds it, −1 takes it off
 */
export function figuresOf(source: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with s as materialized (${source}),
    part as (
      select s.segment, s.buyer_type, v.figure, v.year, v.key, s.sign, s.net_pence as pence
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
      select s.segment, s.buyer_type, y.figure, y.year::smallint, '', s.sign, y.pence
      from s cross join lateral (${committedYearsOf}) y where s.committed_gap is null
    )
    select figure, segment, buyer_type, year, key, ${signedSums}
    from part group by figure, segment, buyer_type, year, key having ${comesToSomething}`;
}

const notCounted = sql`case when s.is_copy then 'copy' when s.is_framework_agreement then 'framework-agreement' else 'withdrawn' end`;

/** `singleBidGap` of domain/market/single-bid-rate.ts. */
const bidKey = sql`case when s.route = 'direct-award' then 'direct-award'
  when s.is_below_threshold or s.route = 'below-threshold' then 'below-threshold'
  when s.route = any(${routesOfCompetition('call-off')}::text[]) then 'call-off'
  when not s.route = any(${routesOfCompetition('competition')}::text[]) then 'competition-not-stated' when s.bid_count is null then 'no-bid-statistics'
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
    select side, organisation_id, segment, year, ${signedSums}
    from (
      select v.side, v.organisation_id, s.segment, s.dated_year as year, s.sign, s.net_pence as pence
      from (${source}) s cross join lateral (values ('buyer', s.buyer_id), ('supplier', s.supplier_id)) v(side, organisation_id)
      where s.is_counted and v.organisation_id is not null
    ) part group by side, organisation_id, segment, year having ${comesToSomething}`;
}
