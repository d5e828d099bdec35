-- Which vendor groups contracts lead to: sold by the group itself, through a reseller, or inferred from the products that they name.

-- Contracts whose vendors are to be worked out; filled when they are counted.
create table market_vendor_due (
  contract_id text primary key
);

create table market_vendor (
  contract_id text not null,
  group_id text not null,
  -- Name of the group as listed.
  group_name text not null,
  -- direct, through-reseller or inferred.
  way text not null,
  -- high, medium or low.
  certainty text not null,
  primary key (contract_id, group_id)
);
create index market_vendor_group on market_vendor (group_id);

insert into market_vendor_due select contract_id from market_contract;
