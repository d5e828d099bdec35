import { sql } from 'kysely';
import type { Executor, Register } from '../register.ts';

/** A person's choice of segment for a process. */
export type OverrideRow = {
  override_id: number;
  ocid: string;
  title: string | null;
  segment: string;
  reason: string;
  made_by: string;
  made_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
};

/** Ends the choice that stands for a process; false where none does. */
export async function withdrawOverride(
  executor: Executor,
  withdrawn: { ocid: string; by: string; at: string },
): Promise<boolean> {
  const { rows } = await sql<{ override_id: number }>`
    update segment_override set withdrawn_at = ${withdrawn.at}::timestamptz, withdrawn_by = ${withdrawn.by}
    where ocid = ${withdrawn.ocid} and withdrawn_at is null returning override_id`.execute(executor);
  return rows.length > 0;
}

/** Keeps a choice; one that stands for the same process must have been withdrawn before. */
export async function insertOverride(
  executor: Executor,
  made: { ocid: string; segment: string; reason: string; by: string; at: string },
): Promise<void> {
  await sql`
    insert into segment_override (ocid, segment, reason, made_by, made_at)
    values (${made.ocid}, ${made.segment}, ${made.reason}, ${made.by}, ${made.at}::timestamptz)`.execute(
    executor,
  );
}

/** Choices, newest first; of one process where an ocid is given. */
export async function listOverrides(
  register: Register,
  list: { ocid: string | null; limit: number },
): Promise<OverrideRow[]> {
  const { rows } = await sql<OverrideRow>`
    select o.override_id, o.ocid, p.title, o.segment, o.reason, o.made_by, o.made_at, o.withdrawn_at, o.withdrawn_by
    from segment_override o left join process p on p.ocid = o.ocid
    where ${list.ocid}::text is null or o.ocid = ${list.ocid}
    order by o.override_id desc limit ${list.limit}`.execute(register.read);
  return rows;
}
