-- The register: releases as received, the process and contracts made of them, and who is who.
-- What people decide (overrides, merges) gets tables of its own, keyed on natural keys; ingestion never writes those.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- English stems after accents are removed, so that "Ynys Môn" is found by "ynys mon".
create text search configuration sourcing (copy = english);
alter text search configuration sourcing
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- One release as published, less personal contact data. Never updated, never deleted by ingestion.
create table release (
  ocid text not null,
  release_id text not null,
  content_hash bytea not null,
  published_at timestamptz,
  received_at timestamptz not null,
  origin text not null,
  removed_contact_count integer not null,
  -- Raw deflate of the minimised JSON text: a third of its size, and the text comes back unchanged.
  body bytea not null,
  primary key (ocid, release_id, content_hash)
);

-- One contracting process, recomputed from all of its releases whenever one is added.
create table process (
  ocid text primary key,
  publisher text not null,
  regime text not null,
  stage text not null,
  title text not null,
  is_framework_agreement boolean not null,
  framework_ocid text,
  framework_reference text,
  tender_deadline_at timestamptz,
  first_published_at timestamptz,
  last_published_at timestamptz,
  release_count integer not null,
  facts json not null,
  facts_hash bytea not null,
  -- Position in the change feed: transaction, then number. A reader sees only positions below the oldest running transaction.
  changed_xid xid8 not null,
  changed_sequence bigint not null,
  changed_at timestamptz not null
);
create sequence process_change;
create index process_changed on process (changed_xid, changed_sequence);
create index process_sequence on process (changed_sequence);
create index process_framework on process (framework_ocid) where framework_ocid is not null;

-- One organisation: a cluster of identifiers and names. Its id is made from its strongest key (see organisation_key).
create table organisation (
  organisation_id text primary key,
  name text not null,
  other_names text[] not null,
  buyer_type text,
  scale text,
  is_vcse boolean,
  -- A likely natural person has no page of its own.
  is_person_likely boolean not null,
  locality text,
  region text,
  search tsvector not null
);
create index organisation_search on organisation using gin (search);
create index organisation_name on organisation using gin (name gin_trgm_ops);

-- Each identifier or name key belongs to one organisation. key_id is the public id that the key alone would give:
-- a link made before two organisations were joined still finds the joined one.
create table organisation_key (
  key text primary key,
  key_id text not null unique,
  organisation_id text not null
);
create index organisation_key_organisation on organisation_key (organisation_id);

-- What was seen together on one mention, each combination once: the evidence that clusters are computed from.
create table organisation_evidence (
  evidence_id text primary key,
  kind text not null,
  keys text[] not null,
  name_key text not null
);
-- Identifiers and names of each piece of evidence: what shares one may be the same organisation.
create table organisation_link (
  link text not null,
  evidence_id text not null,
  primary key (link, evidence_id)
);

-- A party as one process names it.
create table mention (
  ocid text not null references process on delete cascade,
  party_id text not null,
  name text not null,
  roles text[] not null,
  -- Strongest key of the mention; null where it is a placeholder.
  mention_key text,
  organisation_id text,
  buyer_type text,
  scale text,
  is_vcse boolean,
  is_person_likely boolean not null,
  locality text,
  region text,
  primary key (ocid, party_id)
);
create index mention_key on mention (mention_key);
create index mention_organisation on mention (organisation_id);

-- One signed contract, or the award that stands in for it.
create table contract (
  contract_id text primary key,
  ocid text not null references process on delete cascade,
  award_id text not null,
  award_contract_id text not null,
  -- Public id that the award had while it stood in for this contract.
  stand_in_id text not null,
  title text not null,
  publisher text not null,
  regime text not null,
  route text not null,
  stage text not null,
  is_framework_agreement boolean not null,
  framework_ocid text,
  framework_reference text,
  -- Parties of the process, and the organisations that they are at present ('' where a party is none).
  buyer_party_id text,
  supplier_party_ids text[] not null,
  buyer_id text,
  buyer_name text,
  buyer_type text not null,
  supplier_ids text[] not null,
  supplier_names text[] not null,
  scale text,
  -- The headline amount, believable or not.
  headline_minor_units bigint,
  headline_currency text,
  headline_kind text,
  headline_basis text,
  headline_flag text,
  -- Headline in pence where it is sterling, believable and no ceiling: for bands and order, with or without VAT.
  headline_pence bigint,
  -- Believable value in pence without VAT of a signed contract that is not a framework: the only column that is summed.
  -- Awards, estimates and final values are other kinds and never enter it.
  net_pence bigint,
  value_band text not null,
  awarded_on date,
  signed_on date,
  start_on date,
  end_on date,
  max_end_on date,
  ended_on date,
  -- Signed, else awarded, else first published: the day lists are ordered by.
  dated_on date not null,
  dated_year smallint not null,
  cpv_codes text[] not null,
  cpv_divisions text[] not null,
  last_published_at timestamptz,
  flag_count integer not null,
  search tsvector not null
);
create index contract_ocid on contract (ocid);
create index contract_stand_in on contract (stand_in_id);
create index contract_dated on contract (dated_on desc, contract_id desc);
create index contract_value on contract (headline_pence desc nulls last, contract_id desc);
create index contract_ending on contract (end_on, contract_id);
create index contract_buyer on contract (buyer_id, dated_on desc, contract_id desc);
create index contract_framework on contract (framework_ocid) where framework_ocid is not null;
create index contract_suppliers on contract using gin (supplier_ids);
create index contract_search on contract using gin (search);
-- Words of titles by themselves: asking the index above for title matches only would mean reading every match.
create index contract_title on contract using gin (to_tsvector('sourcing', title));
-- Small indexes that lists and facet counts combine.
create index contract_buyer_type on contract (buyer_type);
create index contract_route on contract (route);
create index contract_regime on contract (regime);
create index contract_year on contract (dated_year);
create index contract_value_band on contract (value_band);

-- Every amount as published. Net and gross are two rows; nothing is converted. Rows are replaced with their process.
create table amount (
  ocid text not null,
  position integer not null,
  contract_id text,
  of text not null,
  of_id text,
  kind text not null,
  basis text not null,
  minor_units bigint,
  currency text,
  original_text text,
  source_path text not null,
  flag text,
  primary key (ocid, position)
);
create index amount_contract on amount (contract_id);

-- Organisations whose summaries are due; filled in the batch that touched them, emptied when they are re-added.
create table organisation_due (
  organisation_id text primary key
);

-- Contracts per organisation and side, re-added from the rows.
create table organisation_summary (
  organisation_id text not null,
  side text not null,
  contract_count integer not null,
  -- Sum and number of contracts with a believable value without VAT.
  net_pence bigint not null,
  net_count integer not null,
  framework_count integer not null,
  first_on date,
  last_on date,
  primary key (organisation_id, side)
);
create index organisation_summary_count on organisation_summary (side, contract_count desc, organisation_id);
create index organisation_summary_value on organisation_summary (side, net_pence desc, organisation_id);

-- Facet counts of the whole register and other totals, re-added from the rows; says which change it has seen.
create table register_summary (
  name text primary key,
  data json not null,
  seen_sequence bigint not null,
  computed_at timestamptz not null
);

-- One run of ingestion, for freshness and the data page.
create table ingest_run (
  run_id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  inputs text[] not null,
  read_count integer not null default 0,
  new_count integer not null default 0,
  changed_count integer not null default 0,
  unchanged_count integer not null default 0,
  repaired_count integer not null default 0,
  skipped_count integer not null default 0,
  problems json not null default '[]'
);

-- "Tell us this is wrong": what a reader reports about a page. Read by whoever runs this installation.
create table correction (
  correction_id bigint generated always as identity primary key,
  received_at timestamptz not null,
  page text not null,
  message text not null,
  reply_to text,
  answered_at timestamptz,
  answer text
);
