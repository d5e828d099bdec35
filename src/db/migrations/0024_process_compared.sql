-- A process that is counted under another, or no longer, stands in the change feed again. That alone is no reason to compare it
-- with other portals again: the change up to which it was compared goes with it.
alter table process add column compared_sequence bigint;
