import { sql } from 'kysely';
import type { Register } from '../register.ts';
import type { ProcessTable } from '../schema.ts';

/** A place in the change feed: transaction, then number within. Text, since both exceed what JSON numbers hold safely. */
export type ChangePosition = { xid: string; sequence: string };

/** One process that is new or changed. */
export type ChangeRow = Pick<
  ProcessTable,
  | 'ocid'
  | 'publisher'
  | 'stage'
  | 'title'
  | 'release_count'
  | 'main_ocid'
  | 'last_published_at'
  | 'changed_at'
  | 'changed_xid'
> & {
  /** Text, see {@link ChangePosition}. */
  changed_sequence: string;
};

/**
 * Processes changed after a position, oldest change first. A process changed twice stands at its latest change.
 * Only changes below the oldest transaction still running are shown: a reader that goes on from the last position
 * misses nothing that commits later.
 */
export async function listChangedProcesses(
  register: Register,
  after: ChangePosition | null,
  limit: number,
): Promise<ChangeRow[]> {
  const from = after ?? { xid: '0', sequence: '0' };
  const { rows } = await sql<ChangeRow>`
    select ocid, publisher, stage, title, release_count, main_ocid, last_published_at, changed_at,
      changed_xid::text as changed_xid, changed_sequence::text as changed_sequence
    from process
    where (changed_xid, changed_sequence) > (${from.xid}::xid8, ${from.sequence}::bigint)
      and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
    order by changed_xid, changed_sequence limit ${limit}`.execute(register.read);
  return rows;
}
