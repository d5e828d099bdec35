-- One process on several portals: which other process it is counted under, and what that rests on.

-- By which a process can be known on other portals: numbers of its own and numbers that it names.
alter table process add column reference_keys text[] not null default '{}';
-- The process under which its contracts are counted; null where they are counted under itself.
alter table process add column main_ocid text;
create index process_main on process (main_ocid) where main_ocid is not null;

-- The same of the contract's process: lists, sums and measures count only contracts where it is null.
alter table contract add column main_ocid text;
alter table contract_facet add column main_ocid text;
-- Whether it is counted under another process, which another portal published.
alter table market_contract add column is_copy boolean not null default false;

create or replace function add_contract_facets() returns trigger language plpgsql as $$
begin
  insert into contract_facet (contract_id, dated_on, start_on, end_on, max_end_on, ended_on, headline_pence, dated_year, is_framework_agreement,
    buyer_type, regime, route, stage, value_band, publisher, segment, buyer_id, cpv_divisions, supplier_ids, main_ocid)
  select contract_id, dated_on, start_on, end_on, max_end_on, ended_on, headline_pence, dated_year, is_framework_agreement,
    buyer_type, regime, route, stage, value_band, publisher, segment, buyer_id, cpv_divisions, supplier_ids, main_ocid
  from added;
  return null;
end $$;

create or replace function replace_contract_facets() returns trigger language plpgsql as $$
begin
  delete from contract_facet f using removed r where f.contract_id = r.contract_id;
  insert into contract_facet (contract_id, dated_on, start_on, end_on, max_end_on, ended_on, headline_pence, dated_year, is_framework_agreement,
    buyer_type, regime, route, stage, value_band, publisher, segment, buyer_id, cpv_divisions, supplier_ids, main_ocid)
  select contract_id, dated_on, start_on, end_on, max_end_on, ended_on, headline_pence, dated_year, is_framework_agreement,
    buyer_type, regime, route, stage, value_band, publisher, segment, buyer_id, cpv_divisions, supplier_ids, main_ocid
  from added;
  return null;
end $$;

-- Processes to compare again though their notices are the same: a party became another organisation.
create table process_match_due (
  ocid text primary key
);
create function mark_match_due() returns trigger language plpgsql as $$
begin
  insert into process_match_due
  select distinct n.ocid from moved_to n join moved_from o using (ocid, party_id)
  where n.organisation_id is distinct from o.organisation_id
  order by 1 on conflict do nothing;
  return null;
end $$;
create trigger process_match_moved after update on mention
  referencing old table as moved_from new table as moved_to for each statement execute function mark_match_due();

-- What processes are compared by: those of two portals that share a key, and whose notices are not years apart.
create table process_match_key (
  ocid text not null,
  -- Hash of the key's text; what collides is told apart when it is compared.
  key bigint not null,
  publisher text not null,
  first_on date not null,
  last_on date not null,
  primary key (ocid, key)
);
create index process_match_key_key on process_match_key (key);

-- Two processes of different portals that may be one; `one_ocid` is the lesser text.
create table process_pair (
  one_ocid text not null,
  other_ocid text not null,
  -- Confidence that they are one, 0 to 1.
  score double precision not null,
  -- A list of `{part, weight, detail}`.
  parts json not null,
  primary key (one_ocid, other_ocid)
);
create index process_pair_other on process_pair (other_ocid);
create index process_pair_score on process_pair (score desc, one_ocid, other_ocid);
