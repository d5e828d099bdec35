-- What was asked of publishers, what came, and what is missing. Times of windows are the publisher's wall clock as text
-- ('2026-08-10T12:00:00', London): the interfaces take nothing else, and October's repeated hour has no other name.

create table harvest_window (
  source text not null,
  window_from text collate "C" not null,
  window_to text collate "C" not null,
  state text not null check (state in ('planned', 'fetching', 'done', 'split', 'failed')),
  fetched_at timestamptz,
  received_count integer,
  request_count integer,
  -- SHA-256 of every answer's original bytes; the originals are not kept, because they hold contact data.
  answer_hashes text[] not null default '{}',
  -- Below the archive folder, and what the file must be.
  archive_path text,
  archive_sha256 text,
  archive_bytes bigint,
  ingested_at timestamptz,
  reason text,
  primary key (source, window_from, window_to),
  check (window_from < window_to),
  check (state <> 'done' or (fetched_at is not null and archive_path is not null))
);
create index harvest_window_not_ingested on harvest_window (source, window_from) where state = 'done' and ingested_at is null;

-- One row per notice id received, against which a year's highest number is measured.
create table harvest_notice (
  source text not null,
  notice_id text not null,
  notice_year integer not null,
  -- Null where the publisher doesn't number its notices.
  notice_number integer,
  primary key (source, notice_id)
);
create index harvest_notice_number on harvest_notice (source, notice_year, notice_number);

-- Numbers that were asked for by themselves and that the publisher doesn't have.
create table harvest_absent (
  source text not null,
  notice_id text not null,
  notice_year integer not null,
  notice_number integer not null,
  reason text not null,
  asked_at timestamptz not null,
  primary key (source, notice_id)
);

-- Who harvests a source now. A row and not a lock of the session: it outlives its process, and is taken over when it runs out.
create table harvest_lease (
  source text primary key,
  holder text not null,
  held_until timestamptz not null
);
