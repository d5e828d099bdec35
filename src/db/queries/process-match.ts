import { sql } from 'kysely';
import type { Publisher } from '../../domain/notices/process-facts.ts';
import type { ProcessProfile, ProfiledParty } from '../../domain/processes/process-profile.ts';
import type { Executor } from '../register.ts';

/** Name of the row of `register_summary` that says up to which change processes were compared. */
export const seenName = 'portals';

/** Whether the register holds processes of more than one portal: with one there is nothing to compare. */
export async function hasSeveralPortals(executor: Executor): Promise<boolean> {
  const { rows } = await sql<{ several: boolean }>`
    select exists (select 1 from process where publisher <> (select publisher from process limit 1)) as several`.execute(
    executor,
  );
  return rows[0]?.several ?? false;
}

/**
 * Takes the next processes that have to be compared, at most `most` of each kind. The caller holds the lock of writers, so
 * that no change below the last one seen is still to come.
 */
export async function takeDueMatches(executor: Executor, most: number, at: string): Promise<string[]> {
  const { rows: changed } = await sql<{ ocid: string; changed_sequence: number }>`
    select ocid, changed_sequence from process
    where changed_sequence > coalesce((select seen_sequence from register_summary where name = ${seenName}), 0)
      and changed_sequence is distinct from compared_sequence
    order by changed_sequence limit ${most}`.execute(executor);
  const last = changed.at(-1);
  if (last !== undefined) {
    await sql`
      insert into register_summary (name, data, seen_sequence, computed_at)
      values (${seenName}, '{}', ${last.changed_sequence}, ${at}::timestamptz)
      on conflict (name) do update set seen_sequence = excluded.seen_sequence, computed_at = excluded.computed_at`.execute(
      executor,
    );
  }
  const { rows: moved } = await sql<{ ocid: string }>`
    delete from process_match_due where ocid in (select ocid from process_match_due order by ocid limit ${most})
    returning ocid`.execute(executor);
  return [...new Set([...changed, ...moved].map(({ ocid }) => ocid))];
}

/** A title as keys have it: words in lower case, without numbers of projects and what only says what kind of notice it is. */
const titleText = sql`left(btrim(regexp_replace(regexp_replace(regexp_replace(lower(p.title),
  '([a-z]+[-_/]?)?[0-9]{5,}', ' ', 'g'), '[^a-z0-9]+', ' ', 'g'),
  '^ *(?:(?:provision|supply) of |(?:contract|tender) for )|(?: contract)? award(?:ed)?(?: notice)? *$', '', 'g')), 200)`;

/** Writes anew what these processes are compared by. */
export async function writeMatchKeys(executor: Executor, ocids: readonly string[]): Promise<void> {
  await sql`delete from process_match_key where ocid = any(${ocids}::text[])`.execute(executor);
  await sql`
    with p as materialized (
      select p.ocid, p.publisher, p.reference_keys, ${titleText} as title, coalesce(p.first_published_at::date, '-infinity') as first_on,
        coalesce(p.last_published_at::date, 'infinity') as last_on,
        (p.tender_deadline_at at time zone 'Europe/London')::date as deadline_on
      from process p where p.ocid = any(${ocids}::text[])
    ), buyer as materialized (
      select distinct m.ocid, m.organisation_id as id from mention m
      where m.ocid = any(${ocids}::text[]) and 'buyer' = any(m.roles) and m.organisation_id is not null
    ), keyed as (
      select p.ocid, 'ref ' || r as key from p cross join lateral unnest(p.reference_keys) r where r not like 'own:%'
      union all
      select p.ocid, concat_ws(' ', 'own', b.id, r) from p join buyer b using (ocid) cross join lateral unnest(p.reference_keys) r
        where r like 'own:%'
      union all
      select p.ocid, concat_ws(' ', 'title', b.id, p.title) from p join buyer b using (ocid)
      union all
      select p.ocid, concat_ws(' ', 'due', b.id, p.deadline_on) from p join buyer b using (ocid) where p.deadline_on is not null
      union all
      -- Buyers whose names nobody joined: the same long title in the same or the next month.
      select p.ocid, concat_ws(' ', 'month', (day + months.count * interval '1 month')::date, p.title)
      from p cross join lateral (select distinct date_trunc('month', d)::date as day from unnest(array[p.first_on, p.last_on]) d where isfinite(d)) days
      cross join (values (0), (1)) months(count) where length(p.title) >= 12
      union all
      select c.ocid, concat_ws(' ', 'won', c.buyer_id, s, (date_trunc('month', coalesce(c.start_on, c.dated_on)) + months.count * interval '1 month')::date)
      from contract c cross join lateral unnest(c.supplier_ids) s cross join (values (0), (1)) months(count)
      where c.ocid = any(${ocids}::text[]) and c.buyer_id is not null and s <> ''
      union all
      select c.ocid, concat_ws(' ', 'deal', s, c.headline_minor_units) from contract c cross join lateral unnest(c.supplier_ids) s
      where c.ocid = any(${ocids}::text[]) and c.headline_minor_units >= 500000 and s <> ''
      union all
      select a.ocid, concat_ws(' ', 'sum', b.id, a.minor_units) from amount a join buyer b using (ocid)
      where a.ocid = any(${ocids}::text[]) and a.minor_units >= 500000 and a.currency = 'GBP' and a.flag is null
    )
    insert into process_match_key (ocid, key, publisher, first_on, last_on)
    select distinct p.ocid, hashtextextended(k.key, 0), p.publisher, p.first_on, p.last_on from keyed k join p using (ocid)`.execute(
    executor,
  );
}

/** A key that more processes share leads to half the market and tells none of them apart. */
const mostSharing = 200;

/**
 * Pairs of one of these processes with one of another portal that shares a key, notices no more than 400 days apart. Keys that
 * more than {@link mostSharing} processes share are passed over: their pairs would grow with the square of them.
 */
export async function listMatchCandidates(
  executor: Executor,
  ocids: readonly string[],
): Promise<[string, string][]> {
  const { rows } = await sql<{ one: string; other: string }>`
    -- Row by row: statistics of a register that is being filled would have every key read for each batch.
    with own as materialized (
      select k.* from unnest(${ocids}::text[]) o(ocid)
      cross join lateral (select * from process_match_key where ocid = o.ocid offset 0) k
    ), telling as materialized (
      select own.key from (select distinct key from own) own
      cross join lateral (select count(*) as count from (select 1 from process_match_key where key = own.key limit ${mostSharing + 1}) h) held
      where held.count between 2 and ${mostSharing}
    )
    select distinct least(a.ocid, b.ocid) as one, greatest(a.ocid, b.ocid) as other
    from own a join telling t on t.key = a.key
    cross join lateral (select * from process_match_key where key = a.key offset 0) b
    where b.publisher <> a.publisher
      and (not isfinite(a.first_on) or not isfinite(b.last_on) or a.first_on - 400 <= b.last_on)
      and (not isfinite(b.first_on) or not isfinite(a.last_on) or b.first_on - 400 <= a.last_on)`.execute(
    executor,
  );
  return rows.map(({ one, other }) => [one, other]);
}

/** What processes are compared by, see {@link ProcessProfile}. */
export async function listProfiles(
  executor: Executor,
  ocids: readonly string[],
): Promise<Map<string, ProcessProfile>> {
  const { rows } = await sql<
    Omit<ProcessProfile, 'publisher' | 'buyers' | 'suppliers'> & {
      publisher: Publisher;
      buyers: ProfiledParty[];
      suppliers: ProfiledParty[];
    }
  >`
    select p.ocid, p.publisher, p.title, p.reference_keys as "references",
      array(select lower(n ->> 'noticeId') from json_array_elements(p.facts -> 'notices') n limit 60) as "noticeIds", p.is_framework_agreement as "isFrameworkAgreement",
      p.framework_ocid as "frameworkOcid", p.framework_reference as "frameworkReference",
      ${londonDay('first_published_at')} as "firstPublishedOn", ${londonDay('last_published_at')} as "lastPublishedOn",
      ${londonDay('tender_deadline_at')} as "deadlineOn",
      coalesce((select json_agg(json_build_object('id', m.organisation_id, 'name', m.name) order by m.party_id) from mention m
        where m.ocid = p.ocid and 'buyer' = any(m.roles)), '[]') as buyers,
      coalesce((select json_agg(json_build_object('id', nullif(s.id, ''), 'name', s.name, 'isPersonLikely', s.is_person_likely)) from (
        select distinct s.id, s.name, exists (select 1 from mention m where m.ocid = c.ocid and m.is_person_likely
          and (m.name = s.name or m.organisation_id = s.id)) as is_person_likely from contract c cross join lateral unnest(c.supplier_ids, c.supplier_names) s(id, name)
        where c.ocid = p.ocid and s.name is not null limit 60) s), '[]') as suppliers,
      ${amounts(sql`a.contract_id is null`)} as estimates, ${amounts(sql`a.contract_id is not null`)} as values,
      ${days('coalesce(c.signed_on, c.awarded_on)')} as "decidedOn", ${days('c.start_on')} as "startOn", ${days('c.end_on')} as "endOn",
      array(select json_array_elements_text(p.facts -> 'cpvCodes')
        union select unnest(c.cpv_codes) from contract c where c.ocid = p.ocid order by 1) as "cpvCodes"
    from process p where p.ocid = any(${ocids}::text[])`.execute(executor);
  return new Map(rows.map((row) => [row.ocid, row]));
}

const londonDay = (column: string) =>
  sql`to_char(p.${sql.ref(column)} at time zone 'Europe/London', 'YYYY-MM-DD')`;

const days = (expression: string) => sql`array(
  select distinct to_char(d, 'YYYY-MM-DD') from contract c cross join lateral (values (${sql.raw(expression)})) v(d)
  where c.ocid = p.ocid and d is not null order by 1 limit 40)`;

const amounts = (which: ReturnType<typeof sql>) => sql`array(
  select distinct a.minor_units::float8 from amount a
  where a.ocid = p.ocid and ${which} and a.minor_units >= 100000 and a.currency = 'GBP' and a.flag is null order by 1 limit 40)`;
