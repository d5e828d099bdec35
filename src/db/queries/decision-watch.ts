import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** A framework agreement by its published reference, with its last possible end; null where the register doesn’t hold it. */
export async function findFrameworkEnd(
  executor: Executor,
  reference: string,
): Promise<{ title: string | null; end_on: string | null } | null> {
  const { rows } = await sql<{ title: string | null; end_on: string | null }>`
    select p.title, max(coalesce(c.max_end_on, c.end_on)) as end_on
    from process p join contract c on c.ocid = p.ocid
    where p.framework_reference = ${reference} and c.is_framework_agreement
    group by p.ocid, p.title order by end_on desc nulls last limit 1`.execute(executor);
  return rows[0] ?? null;
}
