import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** Who saved a version of a playbook, when and why. */
export type PlaybookVersionRow = {
  segment: string;
  version: number;
  content_hash: string;
  saved_at: string;
  saved_by: string;
  note: string | null;
};

const columns = sql`segment, version, content_hash, saved_at, saved_by, note`;

/** The newest version of every playbook that was ever edited. */
export async function listNewestVersions(executor: Executor): Promise<PlaybookVersionRow[]> {
  const { rows } = await sql<PlaybookVersionRow>`
    select distinct on (segment) ${columns} from playbook_version order by segment, version desc`.execute(
    executor,
  );
  return rows;
}

/** Versions of one playbook, the newest first; none where it was never edited. */
export async function listPlaybookVersions(
  executor: Executor,
  segment: string,
): Promise<PlaybookVersionRow[]> {
  const { rows } = await sql<PlaybookVersionRow>`
    select ${columns} from playbook_version where segment = ${segment} order by version desc`.execute(
    executor,
  );
  return rows;
}

/** The text of a version; null where there is none, however large the number. */
export async function findPlaybookText(
  executor: Executor,
  segment: string,
  version: number,
): Promise<string | null> {
  const { rows } = await sql<{ content: string }>`
    select content from playbook_version where segment = ${segment} and version = ${version}::numeric`.execute(
    executor,
  );
  return rows[0]?.content ?? null;
}

/** Adds a version after those that are there. Answers false, and has written nothing, where somebody was faster. */
export async function addPlaybookVersion(
  executor: Executor,
  row: PlaybookVersionRow & { content: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into playbook_version (segment, version, content, content_hash, saved_at, saved_by, note)
    select ${row.segment}, ${row.version}, ${row.content}, ${row.content_hash}, ${row.saved_at}::timestamptz,
      ${row.saved_by}, ${row.note}
    where ${row.version} = 1
      or exists (select from playbook_version where segment = ${row.segment} and version = ${row.version} - 1)
    on conflict do nothing returning 1`.execute(executor);
  return rows.length > 0;
}
