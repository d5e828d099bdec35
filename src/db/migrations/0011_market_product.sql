-- Which products digital contracts name, and how many users they say that they are for. Worked out together with their vendors.

create table market_product (
  contract_id text not null,
  product_id text not null,
  -- direct, through-reseller or inferred: the way to the product's vendor group.
  way text not null,
  -- title, lot or description: where it is named first.
  place text not null,
  -- As the notice writes it.
  words text not null,
  primary key (contract_id, product_id)
);
create index market_product_product on market_product (product_id, place);

-- Contracts whose texts give one number of users.
create table market_user_count (
  contract_id text primary key,
  user_count integer not null
);

insert into market_vendor_due select contract_id from market_contract on conflict do nothing;
