-- The gate adds up groups again after each batch: out of the index alone, so that it doesn't read a page of the table for each contract.
drop index market_contract_buyer;
drop index market_contract_supplier;
create index market_contract_buyer on market_contract (buyer_id, segment, dated_year) include (net_pence, is_counted);
create index market_contract_supplier on market_contract (supplier_id, segment, dated_year) include (net_pence, is_counted);
