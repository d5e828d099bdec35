-- The page of a contract compares its price with those of its segment, kind of buyer and size.
create index market_contract_priced on market_contract (segment, buyer_type, net_pence) where is_counted;
