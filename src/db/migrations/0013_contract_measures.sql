-- What the measures of the market read of a contract and its row doesn't say is worked out with the facts and kept beside it:
-- taking it out of the JSON of the facts again for every contract that is counted cost more than all the rest of counting.

-- Bids received for what the contract covers.
alter table contract add column bid_count integer;
-- Day of the first tender notice.
alter table contract add column tender_on date;
-- Value when signed, in pence without VAT.
alter table contract add column first_pence bigint;
-- Value as last published by a change or at the end; null where there is no other.
alter table contract add column last_pence bigint;
-- Words of the title by which a successor is recognised.
alter table contract add column title_words text[] not null default '{}';

-- Contracts that are held: as they were last counted. None of them changes, so nothing is to be counted again.
alter table contract disable trigger user;
update contract c set bid_count = m.bid_count, tender_on = m.tender_on, first_pence = m.first_pence, last_pence = m.last_pence,
  title_words = m.title_words
from market_contract m
where m.contract_id = c.contract_id and not exists (select 1 from market_due d where d.contract_id = c.contract_id);

-- Those that wait to be counted: from the facts.
with told as (
  select distinct on (c.contract_id) c.contract_id,
    (select max(b.count) from json_to_recordset(f.bids) as b("lotId" text, measure text, count int)
      where b.measure = 'bids' and (b."lotId" = '' or json_array_length(k."lotIds") = 0
        or b."lotId" in (select json_array_elements_text(k."lotIds")))) as bid_count,
    (select min((n."publishedAt"::timestamptz at time zone 'Europe/London')::date)
      from json_to_recordset(f.notices) as n("publishedAt" text, tags json) where n.tags::text like '%"tender"%') as tender_on
  from market_due d join contract c using (contract_id)
  cross join lateral (select facts from process where ocid = c.ocid offset 0) r
  cross join lateral json_to_record(r.facts) as f(bids json, contracts json, notices json)
  cross join lateral json_to_recordset(f.contracts) as k("awardId" text, "contractId" text, "lotIds" json)
  where k."awardId" = c.award_id and k."contractId" = c.award_contract_id
), valued as (
  select a.contract_id,
    (array_agg(a.minor_units order by a.position) filter (where a.kind = 'contract'))[1] as first_pence,
    coalesce(max(a.minor_units) filter (where a.kind = 'final' and a.flag is null),
      case when bool_or(a.flag = 'superseded')
        then (array_agg(a.minor_units order by a.position desc) filter (where a.kind = 'contract' and a.flag is null))[1] end) as last_pence
  from amount a join market_due d on d.contract_id = a.contract_id
  where a.kind in ('contract', 'final') and a.basis = 'net' and a.currency = 'GBP' and a.minor_units > 0
    and (a.flag is null or a.flag = 'superseded')
  group by a.contract_id
)
update contract c set bid_count = t.bid_count, tender_on = t.tender_on, first_pence = v.first_pence,
  last_pence = case when v.first_pence is not null then v.last_pence end,
  title_words = array(
    select distinct m[1] from regexp_matches(lower(c.title collate "C"), '[a-z]{4,}', 'g') m
    where not m[1] = any('{agreement,annual,award,call,contract,contracts,council,digital,extension,framework,from,licence,licences,maintenance,management,procurement,project,provision,purchase,renewal,replacement,service,services,software,solution,solutions,supply,support,system,systems,with,year}')
    order by 1)
from market_due d left join told t using (contract_id) left join valued v using (contract_id)
where d.contract_id = c.contract_id;
alter table contract enable trigger user;

-- A trigger's plans are kept for as long as a connection lives, and the first is made while the tables are empty: a plan that
-- reads whole tables would last until the register is full. This one is told how to find the few rows of a statement.
create or replace function drop_contract_facets() returns trigger language plpgsql
set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off as $$
begin
  delete from contract_facet f using removed r where f.contract_id = r.contract_id;
  return null;
end $$;
