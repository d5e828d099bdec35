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

/**
 * The first day from `since` on at which something was awarded in the procedure of a notice, by the notice’s number in either way of
 * writing it (012345-2026, 2026/S 000-012345) or by its ocid; null where the register shows none.
 */
export async function findAwardOf(executor: Executor, notice: string, since: string): Promise<string | null> {
  const { rows } = await sql<{ awarded_on: string | null }>`
    select min(coalesce(c.awarded_on, c.signed_on, c.dated_on))::text as awarded_on
    from contract c
    where coalesce(c.awarded_on, c.signed_on, c.dated_on) >= ${since}::date
      and (c.ocid = ${notice.trim()} or c.ocid in (select r.ocid from release r where r.release_id = any(${noticeNumbers(notice)})))`.execute(
    executor,
  );
  return rows[0]?.awarded_on ?? null;
}

/** The numbers that a text gives a notice, as its publisher’s releases are called. */
function noticeNumbers(text: string): string[] {
  return [
    ...text.matchAll(/(?<number>\d{6})-(?<year>20\d{2})/gu),
    ...text.matchAll(/(?<year>20\d{2})\/S 000-(?<number>\d{6})/gu),
  ].map(({ groups }) => `${groups?.['number'] ?? ''}-${groups?.['year'] ?? ''}`);
}
