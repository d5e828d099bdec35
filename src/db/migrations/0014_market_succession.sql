-- Which contracts another one followed. Worked out when contracts are counted: comparing the titles of all for every reader took seconds.

-- A contract of a digital segment that ends and has a recognised successor. Whether it has ended by now is asked when it is read.
create table market_succession (
  contract_id text primary key,
  -- Whether its supplier won again.
  is_won boolean not null
);

-- Buyers whose contracts of one segment are to be compared again; filled when one of them is counted.
create table market_succession_due (
  buyer_id text not null,
  segment text not null,
  primary key (buyer_id, segment)
);

insert into market_succession_due
select distinct buyer_id, segment from market_contract where is_counted and buyer_id is not null;
