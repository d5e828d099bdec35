import { sql, type RawBuilder } from 'kysely';
import type { Publisher } from '../../domain/notices/process-facts.ts';
import type { GroupMember, GroupPair } from '../../domain/processes/group-processes.ts';
import type { PairPart } from '../../domain/processes/pair-part.ts';
import type { Executor, Register } from '../register.ts';
import { seenName } from './process-match.ts';

/** Two processes that may be one, as compared. */
export type PairRow = { one: string; other: string; score: number; parts: PairPart[] };

/** Keeps these pairs in the place of all that any of the processes stood in. */
export async function replacePairs(
  executor: Executor,
  ocids: readonly string[],
  pairs: readonly PairRow[],
): Promise<void> {
  await sql`delete from process_pair where one_ocid = any(${ocids}::text[]) or other_ocid = any(${ocids}::text[])`.execute(
    executor,
  );
  if (pairs.length === 0) return;
  await sql`
    insert into process_pair (one_ocid, other_ocid, score, parts)
    select one, other, score, parts from json_to_recordset(${JSON.stringify(pairs)}::json)
      as r(one text, other text, score double precision, parts json)`.execute(executor);
}

/** Processes that stand in a pair with one of these. */
export async function listPartners(executor: Executor, ocids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ ocid: string }>`
    select other_ocid as ocid from process_pair where one_ocid = any(${ocids}::text[])
    union select one_ocid from process_pair where other_ocid = any(${ocids}::text[])`.execute(executor);
  return rows.map(({ ocid }) => ocid);
}

/** Processes that are counted with one of these at present. */
export async function listCountedWith(executor: Executor, ocids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ ocid: string }>`
    select p.main_ocid as ocid from process p where p.ocid = any(${ocids}::text[]) and p.main_ocid is not null
    union select p.ocid from process p where p.main_ocid = any(${ocids}::text[])
    union select p.ocid from process q join process p on p.main_ocid = q.main_ocid where q.ocid = any(${ocids}::text[])`.execute(
    executor,
  );
  return rows.map(({ ocid }) => ocid);
}

/**
 * The ocid and those of the processes that are counted as one with it, as an array.
 *
 * @example sql`select contract_id from contract c where c.framework_ocid = any(${ocidsPublishedAs(ocid)})`
 */
export function ocidsPublishedAs(ocid: string): RawBuilder<string[]> {
  return sql<string[]>`array(
    select ${ocid}::text union select p.main_ocid from process p where p.ocid = ${ocid} and p.main_ocid is not null
    union select p.ocid from process p where p.main_ocid = ${ocid}
    union select p.ocid from process q join process p on p.main_ocid = q.main_ocid where q.ocid = ${ocid})`;
}

/** Pairs among these processes. */
export async function listPairsAmong(executor: Executor, ocids: readonly string[]): Promise<GroupPair[]> {
  const { rows } = await sql<GroupPair>`
    select one_ocid as one, other_ocid as other, score from process_pair
    where one_ocid = any(${ocids}::text[]) and other_ocid = any(${ocids}::text[])`.execute(executor);
  return rows;
}

/** These processes as grouping sees them; those that aren't held are left out. */
export async function listGroupMembers(executor: Executor, ocids: readonly string[]): Promise<GroupMember[]> {
  const { rows } = await sql<{ ocid: string; publisher: Publisher; contracts: number }>`
    select p.ocid, p.publisher, (select count(*)::int from contract c where c.ocid = p.ocid and c.stage <> 'cancelled') as contracts
    from process p where p.ocid = any(${ocids}::text[]) order by p.ocid`.execute(executor);
  return rows;
}

/**
 * Says under which process each of these is counted, with its contracts, and marks the organisations concerned as due.
 * They, and those that they are or were counted with, stand in the change feed again.
 *
 * @param counted ocid → the process it is counted under; those it doesn't hold are counted themselves
 * @param changedAt instant of the change
 * @returns how many processes changed
 */
export async function writeMains(
  executor: Executor,
  ocids: readonly string[],
  counted: ReadonlyMap<string, string>,
  changedAt: string,
): Promise<number> {
  const { rows } = await sql<{ ocid: string; before: string | null; after: string | null }>`
    update process p set main_ocid = n.after
    from (
      select q.ocid, q.main_ocid as before, m.after
      from unnest(${[...ocids]}::text[], ${ocids.map((ocid) => counted.get(ocid) ?? null)}::text[]) as m(ocid, after) join process q using (ocid)
      where q.main_ocid is distinct from m.after order by q.ocid for update of q
    ) n where p.ocid = n.ocid returning n.ocid, n.before, n.after`.execute(executor);
  if (rows.length === 0) return 0;
  const changed = rows.map(({ ocid }) => ocid);
  await announce(executor, [...new Set(rows.flatMap((row) => [row.ocid, row.before, row.after]))], changedAt);
  await sql`
    update contract c set main_ocid = p.main_ocid from process p
    where p.ocid = c.ocid and c.ocid = any(${changed}::text[]) and c.main_ocid is distinct from p.main_ocid`.execute(
    executor,
  );
  await sql`
    insert into organisation_due select distinct organisation_id from mention
    where ocid = any(${changed}::text[]) and organisation_id is not null on conflict do nothing`.execute(
    executor,
  );
  return changed.length;
}

/** Puts processes, and what is counted under them, at the end of the change feed: the page of each shows the others. */
async function announce(
  executor: Executor,
  ocids: readonly (string | null)[],
  changedAt: string,
): Promise<void> {
  await sql`
    with n as materialized (
      select p.ocid, nextval('process_change') as sequence,
        p.changed_sequence <= coalesce((select seen_sequence from register_summary where name = ${seenName}), 0)
          or p.changed_sequence = p.compared_sequence as is_compared
      from (select ocid from process where ocid = any(${ocids}::text[]) or main_ocid = any(${ocids}::text[]) order by 1 for update) o
      join process p using (ocid)
    )
    update process p set changed_xid = pg_current_xact_id(), changed_sequence = n.sequence, changed_at = ${changedAt}::timestamptz,
      compared_sequence = case when n.is_compared then n.sequence else p.compared_sequence end
    from n where p.ocid = n.ocid`.execute(executor);
}

/** A process as one side of a pair or a decision. */
export type SideRow = {
  ocid: string;
  title: string;
  publisher: Publisher;
  main_ocid: string | null;
  buyer: string | null;
  first_published_at: string | null;
  contracts: number;
};

/** Processes as sides; those that aren't held are left out. */
export async function listSides(executor: Executor, ocids: readonly string[]): Promise<Map<string, SideRow>> {
  const { rows } = await sql<SideRow>`
    select p.ocid, p.title, p.publisher, p.main_ocid, p.first_published_at,
      (select m.name from mention m where m.ocid = p.ocid and 'buyer' = any(m.roles) order by m.party_id limit 1) as buyer,
      (select count(*)::int from contract c where c.ocid = p.ocid) as contracts
    from process p where p.ocid = any(${ocids}::text[])`.execute(executor);
  return new Map(rows.map((row) => [row.ocid, row]));
}

/** Whether the one is counted with a process of the other's portal already: then the other is hardly it too. */
const publishesFor = (one: string, other: string): RawBuilder<unknown> =>
  // Pair by pair, by index: as a join each pair would be held against every process of the portal.
  sql.raw(`exists (select 1 from process g where (g.main_ocid = coalesce(${one}.main_ocid, ${one}.ocid) or g.ocid = ${one}.main_ocid)
    and g.publisher = ${other}.publisher offset 0)`);

/** Pairs that were neither joined nor kept apart by people, likeliest first, and how many there are. */
export async function listOpenPairs(
  register: Register,
  page: { ocid: string | null; limit: number; skip: number },
): Promise<{ rows: PairRow[]; total: number }> {
  const open = sql`
    from process_pair r join process a on a.ocid = r.one_ocid join process b on b.ocid = r.other_ocid
    where coalesce(a.main_ocid, a.ocid) <> coalesce(b.main_ocid, b.ocid)
      and not ${publishesFor('a', 'b')} and not ${publishesFor('b', 'a')}
      and (${page.ocid}::text is null or r.one_ocid = ${page.ocid} or r.other_ocid = ${page.ocid})
      and not exists (select 1 from identity_decision d where d.subject = 'process' and d.kind = 'apart' and d.withdrawn_at is null
        and d.keys && array[r.one_ocid, r.other_ocid] and d.apart_from in (r.one_ocid, r.other_ocid))`;
  const { rows } = await sql<PairRow>`
    select r.one_ocid as one, r.other_ocid as other, r.score, r.parts ${open}
    order by r.score desc, r.one_ocid, r.other_ocid limit ${page.limit} offset ${page.skip}`.execute(
    register.latest,
  );
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${open}`.execute(
    register.latest,
  );
  return { rows, total: counted[0]?.total ?? 0 };
}

/** The processes that are counted as one with this one, and the pairs that it stands in with them. */
export async function listSamePublished(
  register: Register,
  ocid: string,
): Promise<{ sides: SideRow[]; pairs: PairRow[] }> {
  const { rows } = await sql<{ ocid: string }>`
    select p.ocid from process q join process p on coalesce(p.main_ocid, p.ocid) = coalesce(q.main_ocid, q.ocid)
      and (p.main_ocid = coalesce(q.main_ocid, q.ocid) or p.ocid = coalesce(q.main_ocid, q.ocid))
    where q.ocid = ${ocid} order by 1`.execute(register.read);
  const ocids = rows.map((row) => row.ocid);
  if (ocids.length < 2) return { sides: [], pairs: [] };
  const sides = await listSides(register.read, ocids);
  const { rows: pairs } = await sql<PairRow>`
    select one_ocid as one, other_ocid as other, score, parts from process_pair
    where one_ocid = any(${ocids}::text[]) and other_ocid = any(${ocids}::text[])
    order by score desc, one_ocid, other_ocid`.execute(register.read);
  return { sides: [...sides.values()].toSorted((a, b) => (a.ocid < b.ocid ? -1 : 1)), pairs };
}
