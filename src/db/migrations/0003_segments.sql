-- Which market segment each process belongs to. The model's answer stands beside the segment that counts, so that a person's
-- choice never hides what the model would have said. All are null until the process has been classified.

-- The segment that counts: the one a person chose, else the model's.
alter table process add column segment text;
-- Who gave the segment that counts.
alter table process add column segment_basis text check (segment_basis in ('model', 'person'));
-- What the model answered.
alter table process add column model_segment text;
-- Calibrated probability of the model's answer, 0 to 1.
alter table process add column segment_probability double precision;
-- The model's next best segment.
alter table process add column segment_second text;
-- The features that decided the model's answer, strongest first: a list of `{kind, text, weight}`.
alter table process add column segment_because json;
-- Which weights gave the answer: where they aren't the present ones, `segments refresh` classifies again.
alter table process add column segment_model text;
create index process_segment_model on process (segment_model);

-- The segment of the contract's process that counts; null while it is not classified.
alter table contract add column segment text;
create index contract_segment on contract (segment);

-- What people decided about segments. Ingestion reads the one that stands and never writes here.
create table segment_override (
  override_id bigint generated always as identity primary key,
  -- The process; kept even where the process is no longer held.
  ocid text not null,
  segment text not null,
  reason text not null,
  made_by text not null,
  made_at timestamptz not null,
  -- Null while it stands. A newer override of the same process withdraws the one before.
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index segment_override_standing on segment_override (ocid) where withdrawn_at is null;
create index segment_override_ocid on segment_override (ocid);
