-- Signatures and records of sourcing cases, private to their body as the cases are. They are added and never changed: rights and
-- a trigger refuse it, so that even whoever owns the tables has to say that a trigger is to be left out.

-- Names that people typed where they signed, by the digest that stands for them in signatures and records. Erasing one is
-- deleting its row: signatures and records stay, and their hashes hold.
create table decision_name (
  body_id text not null,
  case_id text not null,
  -- SHA-256 of salt and name.
  name_digest text not null check (name_digest ~ '^[0-9a-f]{64}$'),
  name text not null,
  salt text not null,
  primary key (body_id, case_id, name_digest),
  foreign key (body_id, case_id) references decision_case
);

-- Signatures of a case in the order in which they were given.
create table decision_signature (
  body_id text not null,
  case_id text not null,
  -- From 1. Two who sign at once want the same number, and one of them gets it.
  number integer not null check (number >= 1),
  revision integer not null,
  -- What was signed for: SHA-256 of the content of the case.
  document_hash text not null,
  stage text not null,
  action text not null check (action in ('submitted', 'returned', 'verified', 'approved', 'refused')),
  post text not null,
  name_digest text not null,
  -- The signature as records hold it, JSON.
  content text not null,
  signed_at timestamptz not null,
  primary key (body_id, case_id, number),
  foreign key (body_id, case_id, revision) references decision_case_revision
);

-- Records of decisions: a chain for each case.
create table decision_record (
  body_id text not null,
  case_id text not null,
  -- Place in the chain, from 1.
  number integer not null check (number >= 1),
  -- The signature that decided; written in the same transaction.
  signature_number integer not null,
  revision integer not null,
  stage text not null,
  outcome text not null check (outcome in ('approved', 'approved-in-part', 'refused')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Hash of the record before it; null for the first.
  previous_hash text,
  -- The record as its file holds it, without names.
  content text not null,
  made_at timestamptz not null,
  primary key (body_id, case_id, number),
  unique (body_id, case_id, hash),
  foreign key (body_id, case_id, signature_number) references decision_signature,
  foreign key (body_id, case_id, previous_hash) references decision_record (body_id, case_id, hash),
  check ((number = 1) = (previous_hash is null))
);

-- What an owner answered to a mark "review due": that the decision still stands, and why, or that a version was opened.
create table decision_review_answer (
  body_id text not null,
  case_id text not null,
  number integer not null check (number >= 1),
  -- The record that the mark was on.
  record_number integer not null,
  -- Id of the trigger, and what it said: an answer to one sentence is none to another.
  trigger_id text not null,
  mark text not null,
  answer text not null check (answer in ('stands', 'reopened')),
  reasons text not null,
  post text not null,
  name_digest text not null,
  answered_at timestamptz not null,
  primary key (body_id, case_id, number),
  foreign key (body_id, case_id, record_number) references decision_record
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are added and never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;

do $$
declare name text;
begin
  foreach name in array array['decision_signature', 'decision_record', 'decision_review_answer'] loop
    execute format('create trigger stays before update or delete or truncate on %I for each statement execute function refuse_change()', name);
    execute format('revoke update, delete on %I from sourcing_app', name);
  end loop;
  foreach name in array array['decision_name', 'decision_signature', 'decision_record', 'decision_review_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_body on %I using (body_id = current_setting(''app.body'', true))', name);
  end loop;
end
$$;
revoke update on decision_name from sourcing_app;
