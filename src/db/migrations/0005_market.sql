-- What the measures of the market read, and what they add up to. A change of a contract marks it as due, in the transaction that
-- changes it; adding up takes off its former part in the sums and adds its present one, and reads nothing else.

-- Contracts whose part in the sums is due. Filled by the triggers below, so that no writer can forget it.
create table market_due (
  contract_id text primary key
);

-- One contract as it was last added up: what measures need of it, worked out once.
create table market_contract (
  contract_id text primary key,
  -- '' while it is not classified.
  segment text not null,
  buyer_id text,
  buyer_type text not null,
  -- The one supplier; null where there is none or there are several.
  supplier_id text,
  supplier_ids text[] not null,
  supplier_count integer not null,
  scale text,
  route text not null,
  stage text not null,
  is_framework_agreement boolean not null,
  -- Whether measures count it: no framework agreement, and not withdrawn.
  is_counted boolean not null,
  net_pence bigint,
  start_on date,
  end_on date,
  max_end_on date,
  ended_on date,
  dated_on date not null,
  dated_year smallint not null,
  -- Day of the first tender notice.
  tender_on date,
  -- Day of signature, else of award.
  decided_on date,
  -- Bids received for what the contract covers.
  bid_count integer,
  -- Value when signed, and as last published by a change or at the end, where a notice gave another.
  first_pence bigint,
  last_pence bigint,
  -- Why it has no part in committed value; null where it has one.
  committed_gap text,
  -- Last day that is committed, and last day of its options.
  committed_until date,
  extension_until date,
  title text not null,
  -- Words by which a successor is recognised.
  title_words text[] not null
);
create index market_contract_segment on market_contract (segment, dated_year);
create index market_contract_buyer on market_contract (buyer_id, segment, dated_year);
create index market_contract_supplier on market_contract (supplier_id, segment, dated_year);
create index market_contract_ending on market_contract (end_on);

-- Sums over contracts of one segment and buyer type: `figure` says what is counted, `year` and `key` of which group.
create table market_figure (
  figure text not null,
  segment text not null,
  buyer_type text not null,
  -- Calendar year of signature or award; for committed value the year in which the financial year begins; 0 where the figure has none.
  year smallint not null,
  key text not null,
  contract_count integer not null,
  -- How many of them have a believable value, and what these add up to.
  net_count integer not null,
  pence bigint not null,
  primary key (figure, segment, buyer_type, year, key)
);
create index market_figure_empty on market_figure (figure) where contract_count = 0;

-- What one organisation bought or sold in one segment and year.
create table market_party (
  side text not null,
  organisation_id text not null,
  segment text not null,
  year smallint not null,
  contract_count integer not null,
  net_count integer not null,
  pence bigint not null,
  primary key (side, organisation_id, segment, year)
);
create index market_party_segment on market_party (segment, side, year);
create index market_party_empty on market_party (side) where contract_count = 0;

-- The row is locked even where it stands already: who adds up must not take it away before this change can be seen.
create function mark_market_due() returns trigger language plpgsql as $$
begin
  insert into market_due select contract_id from touched order by contract_id
  on conflict (contract_id) do update set contract_id = excluded.contract_id;
  return null;
end
$$;
create trigger market_due_added after insert on contract
  referencing new table as touched for each statement execute function mark_market_due();
create trigger market_due_changed after update on contract
  referencing new table as touched for each statement execute function mark_market_due();
create trigger market_due_removed after delete on contract
  referencing old table as touched for each statement execute function mark_market_due();

insert into market_due select contract_id from contract;
