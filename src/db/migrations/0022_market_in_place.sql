-- A contract that is counted again is changed where it stands. Where no column of an index changes and its page has room,
-- PostgreSQL leaves the indexes alone: so values are in no index, and pages keep some room.

alter table market_contract set (fillfactor = 85);
-- Digits of the value in pence: by which contracts of similar size are found, and which seldom changes where the value does.
-- Adding the column writes the table anew, with room.
alter table market_contract add column net_digits smallint generated always as (case when net_pence < 0 then 0 else length(net_pence::text) end) stored;
drop index market_contract_priced;
create index market_contract_priced on market_contract (segment, buyer_type, net_digits) where is_counted;
drop index market_contract_buyer;
drop index market_contract_supplier;
create index market_contract_buyer on market_contract (buyer_id, segment, dated_year);
create index market_contract_supplier on market_contract (supplier_id, segment, dated_year);

-- Sums that came to nothing are taken away by who took off the last part: nobody has to look for them.
drop index market_figure_empty;
drop index market_party_empty;
alter table market_figure set (fillfactor = 50);
alter table market_party set (fillfactor = 80);
cluster market_figure using market_figure_pkey;
cluster market_party using market_party_pkey;
