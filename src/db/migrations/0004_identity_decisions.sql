-- What people decided about who is who. Ingestion reads what stands and never writes here; keys are natural ones, so that a
-- decision holds in a register that is filled anew, in any order.
create table identity_decision (
  decision_id bigint generated always as identity primary key,
  -- same: the keys are one organisation (or one process) · apart: the keys are not what apart_from is
  kind text not null check (kind in ('same', 'apart')),
  subject text not null check (subject in ('organisation', 'process')),
  -- `SCHEME:id` or `name:<kind>:<name>` of organisations; ocids of processes. Sorted.
  keys text[] not null check (cardinality(keys) > 0),
  -- What the keys were split from; null for `same`.
  apart_from text check ((kind = 'apart') = (apart_from is not null)),
  reason text not null,
  -- How it was shown when it was decided: names and keys of both sides, for the history.
  shown json not null,
  made_by text not null,
  made_at timestamptz not null,
  -- Null while it stands.
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text
);
create index identity_decision_keys on identity_decision using gin (keys) where withdrawn_at is null;
create index identity_decision_apart on identity_decision (apart_from) where withdrawn_at is null and apart_from is not null;
