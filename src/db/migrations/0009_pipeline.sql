-- The pipeline: purchases that buyers plan. What is published (pipeline and planning notices) and what ends (renewals) stand
-- elsewhere and are joined with these when asked; nothing of that is stored.

-- One planned purchase as it was entered at one time. A change withdraws the row that stands and adds another.
create table planned_purchase (
  version_id bigint generated always as identity primary key,
  -- Made from buyer and reference: the same over all versions.
  purchase_id text not null,
  -- Id of the buying organisation when it was entered; looked up in organisation_key.key_id, so that joins of organisations are followed.
  buyer_id text not null,
  reference text not null,
  title text not null,
  description text,
  segment text not null,
  category text check (category in ('goods', 'services', 'works')),
  cpv_codes text[] not null,
  -- Lowest and highest value in the currency's smallest unit.
  low_minor_units bigint,
  high_minor_units bigint,
  currency text not null,
  vat_basis text not null check (vat_basis in ('net', 'gross')),
  -- First and last day on which the contract may start.
  start_from date not null,
  start_to date not null,
  months integer,
  -- Day on which the tender notice is expected.
  notice_on date,
  stage text not null check (stage in ('idea', 'business-case', 'engagement', 'ready')),
  confidence text not null check (confidence in ('low', 'medium', 'high')),
  -- False keeps it from every page, export and sum.
  is_shareable boolean not null,
  is_framework boolean not null,
  replaces_contract_id text,
  process_ocid text,
  made_by text not null,
  made_at timestamptz not null,
  -- Null while it stands.
  withdrawn_at timestamptz,
  withdrawn_by text,
  check (low_minor_units <= high_minor_units),
  check (start_from <= start_to)
);
create unique index planned_purchase_standing on planned_purchase (purchase_id) where withdrawn_at is null;
create index planned_purchase_shared on planned_purchase (segment) where withdrawn_at is null and is_shareable;

-- Processes that are only planned are few among all: lists of the pipeline read them by segment.
create index process_planning on process (segment) where stage = 'planning';
