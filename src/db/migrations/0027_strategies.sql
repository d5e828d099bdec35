-- A body's own digital sourcing strategy: written from the register, then edited. Private to the body that wrote it, as its cases are.

-- A strategy as it stands: which organisation it is for, and its newest revision.
create table strategy (
  body_id text not null references body,
  -- The organisation of the register that it is for.
  buyer_id text not null,
  revision integer not null,
  buyer_name text not null,
  marking text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (body_id, buyer_id)
);

-- Every version of a strategy that was ever saved, from 1. None is changed.
create table strategy_revision (
  body_id text not null,
  buyer_id text not null,
  revision integer not null,
  -- Its texts, marking and the figures that they were written about, as JSON.
  content text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  -- Why, in the words of whoever saved.
  note text,
  primary key (body_id, buyer_id, revision),
  foreign key (body_id, buyer_id) references strategy on delete cascade
);

alter table strategy enable row level security;
alter table strategy force row level security;
create policy own_body on strategy using (body_id = current_setting('app.body', true));
alter table strategy_revision enable row level security;
alter table strategy_revision force row level security;
create policy own_body on strategy_revision using (body_id = current_setting('app.body', true));

-- A saved text stays as it was.
revoke update on strategy_revision from sourcing_app;
