-- Sourcing cases. What a body writes is private to it: every table carries the body, and row level security shows a transaction
-- only the rows of the body that it names in app.body. A transaction that names none sees nothing and writes nothing.

-- A body that uses this installation: a tenant, never an organisation of the register, whose id moves when organisations are joined.
create table body (
  body_id text primary key,
  name text not null,
  -- The body as the register knows it, where somebody has said so.
  organisation_id text
);

-- Somebody who works with this installation.
create table person (
  person_id text primary key,
  name text not null
);

-- What somebody may do for a body.
create table body_person (
  body_id text not null references body,
  person_id text not null references person,
  roles text[] not null,
  primary key (body_id, person_id)
);

-- Until people sign in there is one trusted person in one body.
insert into body values ('local', 'This installation', null);
insert into person values ('local', 'Whoever uses this installation');
insert into body_person values ('local', 'local', '{operator}');

-- A case as it stands: what lists show of its newest revision.
create table decision_case (
  body_id text not null references body,
  -- The id that the document gives itself.
  case_id text not null,
  revision integer not null,
  title text not null,
  buyer_name text not null,
  stage text not null,
  marking text not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (body_id, case_id)
);

-- Every text of a case that was ever saved, from 1. None is changed.
create table decision_case_revision (
  body_id text not null,
  case_id text not null,
  revision integer not null,
  -- The document as YAML, with the comments people wrote.
  content text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  -- Why, in the words of whoever saved.
  note text,
  primary key (body_id, case_id, revision),
  foreign key (body_id, case_id) references decision_case on delete cascade
);

-- What a revision gives when it is worked out. It follows from the revision and the reference data and may be worked out again.
create table decision_run (
  body_id text not null,
  case_id text not null,
  revision integer not null,
  -- Everything that a run answers, as JSON.
  answer text not null,
  -- SHA-256 of what was worked out: the document, the reference data and the versions of the methods.
  basis_hash text not null,
  worked_out_at timestamptz not null,
  primary key (body_id, case_id, revision),
  foreign key (body_id, case_id, revision) references decision_case_revision on delete cascade
);

alter table decision_case enable row level security;
alter table decision_case force row level security;
create policy own_body on decision_case using (body_id = current_setting('app.body', true));
alter table decision_case_revision enable row level security;
alter table decision_case_revision force row level security;
create policy own_body on decision_case_revision using (body_id = current_setting('app.body', true));
alter table decision_run enable row level security;
alter table decision_run force row level security;
create policy own_body on decision_run using (body_id = current_setting('app.body', true));

-- A saved text stays as it was.
revoke update on decision_case_revision from sourcing_app;
