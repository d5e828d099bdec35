-- Counts the times that sums of the market or successions were brought up to date: an answer that was worked out holds until then.
create table market_version (
  is_only boolean primary key default true check (is_only),
  version bigint not null
);
insert into market_version (version) values (0);
