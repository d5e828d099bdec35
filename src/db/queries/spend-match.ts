import { sql } from 'kysely';
import type { Register } from '../register.ts';

/** Which organisation a name or number of a spend file is at present. */
export type PartyMatch = {
  party_key: string;
  /** As the file has it. */
  name: string;
  is_person_likely: boolean;
  /** number: by company number · name: only one organisation carries the name · ambiguous: several do · none: no one does. */
  method: 'number' | 'name' | 'ambiguous' | 'none';
  organisation_id: string | null;
  organisation_name: string | null;
};

/**
 * Looks parties of spend files up among the organisations of the register. A name counts only where exactly one
 * organisation carries it; of the two kinds of names that of the same side is tried first, since bodies pay each other.
 * Worked out when it is asked, so that it follows every join and split of organisations.
 */
export async function matchSpendParties(
  register: Register,
  partyKeys: readonly string[],
): Promise<Map<string, PartyMatch>> {
  if (partyKeys.length === 0) return new Map();
  const { rows } = await sql<PartyMatch>`
    with asked as (
      select party_key, name, is_person_likely from spend_party where party_key = any(${partyKeys}::text[])
    ), link as (
      select party_key, party_key as link, 1 as priority from asked where party_key like 'name:%'
      union all
      select party_key, case when party_key like 'name:supplier:%' then 'name:buyer:' || substr(party_key, 15)
        else 'name:supplier:' || substr(party_key, 12) end, 2
      from asked where party_key like 'name:%'
    ), hit as (
      select a.party_key, k.organisation_id, 'number' as method, 0 as priority
      from asked a join organisation_key k on k.key = a.party_key where a.party_key not like 'name:%'
      union all
      select l.party_key, k.organisation_id, 'name', l.priority
      from link l join organisation_link o on o.link = l.link join organisation_evidence e using (evidence_id)
      join organisation_key k on k.key = coalesce(
        (select each from unnest(e.keys) each order by (each like 'GB-COH:%') desc, each limit 1), l.link)
    ), best as (
      select distinct on (party_key) party_key, method, priority, count(distinct organisation_id) as found,
        min(organisation_id) as organisation_id
      from hit group by party_key, method, priority order by party_key, priority
    )
    select a.party_key, a.name, a.is_person_likely,
      case when b.found is null then 'none' when b.found > 1 then 'ambiguous' else b.method end as method,
      case when b.found = 1 then o.organisation_id end as organisation_id,
      case when b.found = 1 then o.name end as organisation_name
    from asked a left join best b using (party_key)
    left join organisation o on o.organisation_id = b.organisation_id and not o.is_person_likely`.execute(
    register.read,
  );
  return new Map(
    rows.map((row) => [
      row.party_key,
      row.organisation_id === null && row.method !== 'ambiguous' ? { ...row, method: 'none' } : row,
    ]),
  );
}

/** Keys of spend files that are the organisation at present, on one side. */
export async function listPartyKeysOf(
  register: Register,
  organisationId: string,
  side: 'payer' | 'payee',
): Promise<string[]> {
  const { rows } = await sql<{ party_key: string }>`
    with own as (select key from organisation_key where organisation_id = ${organisationId}),
    named as (
      select distinct e.name_key from own join organisation_link l on l.link = own.key
      join organisation_evidence e using (evidence_id) where e.name_key <> ''
    ), wanted as (
      select key from own union select 'name:supplier:' || name_key from named
      union select 'name:buyer:' || name_key from named
    )
    select party_key from spend_party where side = ${side} and party_key in (select key from wanted)`.execute(
    register.read,
  );
  const keys = rows.map((row) => row.party_key);
  const matches = await matchSpendParties(register, keys);
  return keys.filter((key) => matches.get(key)?.organisation_id === organisationId);
}

/** Keys of parties whose name holds all the words. Likely natural persons are never found. */
export async function searchPartyKeys(
  register: Register,
  words: string,
  side: 'payer' | 'payee',
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ party_key: string }>`
    select party_key from spend_party
    where side = ${side} and not is_person_likely and search @@ plainto_tsquery('sourcing', ${words})
    order by party_key limit ${limit}`.execute(register.read);
  return rows.map((row) => row.party_key);
}
