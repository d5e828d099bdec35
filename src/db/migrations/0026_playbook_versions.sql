-- Playbooks of market segments as they were edited. The file that comes with the program is the first version and is kept with the
-- first edit, so that the history stays whole when a later program brings another file.

create table playbook_version (
  segment text not null,
  -- From 1. Two who save at once want the same number, and one of them gets it.
  version integer not null check (version >= 1),
  -- The playbook as YAML, with the comments people wrote.
  content text not null,
  -- SHA-256 of the content: what was read once under it need not be read again.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  saved_at timestamptz not null,
  saved_by text not null,
  -- Why, in the words of whoever saved.
  note text,
  primary key (segment, version)
);

create trigger stays before update or delete or truncate on playbook_version
  for each statement execute function refuse_change();
revoke update, delete on playbook_version from sourcing_app;
