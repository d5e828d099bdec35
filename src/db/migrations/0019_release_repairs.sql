-- What was mended when a release was read, as clauses: the text that is kept is the mended one and doesn't tell. Null: nothing, or read before.
alter table release add column repairs text;
