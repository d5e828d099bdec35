-- The page of competition read every contract of a scope twice, page by page: once for lead times, once for who won again. How many
-- there are in all stands in the sums; those with a tender notice, and those that have ended, are read out of an index alone.

-- Why a contract that has ended can't be asked whether its supplier won again; '' where it can.
alter table market_contract add column rewin_gap text not null generated always as (
  case when buyer_id is null then 'no-buyer' when supplier_id is null then 'no-single-supplier'
    when cardinality(title_words) = 0 then 'no-title' else '' end) stored;
create index market_contract_lead on market_contract (segment, dated_year) include (buyer_type, route, tender_on, decided_on)
  where is_counted and tender_on is not null;
create index market_contract_ended on market_contract (segment, end_on) include (dated_year, buyer_type, rewin_gap, contract_id)
  where is_counted;
