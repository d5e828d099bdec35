-- The page of framework agreements read every contract of the digital segments to find the few that are one.
create index contract_framework_agreement on contract (segment, buyer_type) where is_framework_agreement and main_ocid is null;

-- Growth read every contract of a scope twice. Those whose value was published again are few, and those without a value are counted
-- out of the index alone; how many there are in all stands in the sums.
create index market_contract_revalued on market_contract (segment, dated_year) where is_counted and last_pence is not null;
create index market_contract_unvalued on market_contract (segment, dated_year, buyer_type) where is_counted and first_pence is null;
