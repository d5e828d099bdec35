-- The page of competition read every contract of a scope twice, page by page: once for lead times, once for who won again. How many
-- there are in all stands in the sums; those with a tender notice, and those that have ended, are read out of an index alone.

-- One bid is counted of competitions open to the market, above the thresholds: call-offs and purchases below them are left out.
alter table market_contract add column is_below_threshold boolean not null default false;
update market_contract m set is_below_threshold = true from contract c
  where c.contract_id = m.contract_id and c.regime = 'below-threshold';
delete from market_figure where figure = 'bids';
insert into market_figure (figure, segment, buyer_type, year, key, contract_count, net_count, pence)
select 'bids', segment, buyer_type, dated_year, case when route = 'direct-award' then 'direct-award'
    when is_below_threshold or route = 'below-threshold' then 'below-threshold'
    when route in ('framework-call-off', 'dynamic-market') then 'call-off'
    when route not in ('open-competition', 'restricted-competition', 'flexible-competition') then 'competition-not-stated'
    when bid_count is null then 'no-bid-statistics' when bid_count = 0 then 'no-bids' when bid_count = 1 then 'one' else 'several' end,
  count(*), count(net_pence), coalesce(sum(net_pence), 0)
from market_contract where is_counted group by 1, 2, 3, 4, 5;
update market_version set version = version + 1;

-- Why a contract that has ended can't be asked whether its supplier won again; '' where it can.
alter table market_contract add column rewin_gap text not null generated always as (
  case when buyer_id is null then 'no-buyer' when supplier_id is null then 'no-single-supplier'
    when cardinality(title_words) = 0 then 'no-title' else '' end) stored;
create index market_contract_lead on market_contract (segment, dated_year) include (buyer_type, route, tender_on, decided_on)
  where is_counted and tender_on is not null;
create index market_contract_ended on market_contract (segment, end_on) include (dated_year, buyer_type, rewin_gap, contract_id)
  where is_counted;
