import { sql, type RawBuilder } from 'kysely';
import { nameKeyOf } from '../../domain/organisations/cluster-keys.ts';
import { keysOfDecision, type IdentityDecision } from '../../domain/organisations/identity-decision.ts';
import { shortId } from '../../lib/hash.ts';
import type { Executor } from '../register.ts';
import { hasDecisions, listDecisionsOn } from './organisation-decisions.ts';

/** What was seen together on one mention. */
export type EvidenceRow = {
  kind: 'buyer' | 'supplier';
  /** Official identifiers, `SCHEME:id`. */
  keys: readonly string[];
  /** Normalised name. */
  nameKey: string;
};

/** Says which cluster each identifier and each name key belongs to; pure, and the same for any order. */
export type Cluster = (
  evidence: readonly EvidenceRow[],
  decisions: readonly IdentityDecision[],
) => ReadonlyMap<string, string>;

/** What a row shares with others: its identifiers, and its name within its kind. */
function linksOf(row: EvidenceRow): string[] {
  return [...row.keys, nameKeyOf(row.kind, row.nameKey)];
}

/** Most rounds of following shared identifiers and names. Chains in notices are short; a longer one is a data fault. */
const mostRounds = 50;

/**
 * Adds evidence and places every key that it may concern: all evidence reachable through shared identifiers and names is
 * clustered again, so that the result doesn't depend on the order of arrival. Mentions and contracts of keys that
 * changed organisation follow, and the organisations concerned are marked as due.
 */
export async function placeOrganisations(
  executor: Executor,
  evidence: readonly EvidenceRow[],
  cluster: Cluster,
): Promise<void> {
  const added = await insertEvidence(executor, evidence);
  if (added.length === 0) return;
  await placeKeys(executor, added.flatMap(linksOf), cluster);
}

/**
 * Places the keys and all that they may concern anew, as after a decision about them. Whoever calls it holds the lock for
 * writing (`lockForWriting`).
 */
export async function placeKeys(
  executor: Executor,
  keys: readonly string[],
  cluster: Cluster,
): Promise<void> {
  const { evidence, decisions } = await listReachable(executor, keys);
  const clusters = cluster(evidence, decisions);
  const placed = new Map([...clusters].map(([key, clusterKey]) => [key, shortId([clusterKey])]));
  const before = await sql<{ key: string; organisation_id: string }>`
    select key, organisation_id from organisation_key where key = any(${[...placed.keys()]}::text[])`.execute(
    executor,
  );
  const old = new Map(before.rows.map((row) => [row.key, row.organisation_id]));
  const changed = [...placed].filter(([key, organisationId]) => old.get(key) !== organisationId);
  if (changed.length === 0) return;
  await sql`
    insert into organisation_key (key, key_id, organisation_id)
    select * from unnest(${changed.map(([key]) => key)}::text[], ${changed.map(([key]) => shortId([key]))}::text[],
      ${changed.map(([, organisationId]) => organisationId)}::text[])
    on conflict (key) do update set organisation_id = excluded.organisation_id`.execute(executor);
  const moved = changed.filter(([key]) => old.has(key));
  if (moved.length > 0) await followMoves(executor, moved);
  await markDue(executor, [
    ...moved.map(([key]) => old.get(key) ?? ''),
    ...changed.map(([, organisationId]) => organisationId),
  ]);
}

/** Marks organisations whose name and summary must be computed again. */
export async function markDue(executor: Executor, organisationIds: readonly string[]): Promise<void> {
  const ids = [...new Set(organisationIds)].filter((id) => id !== '').toSorted();
  if (ids.length === 0) return;
  await sql`insert into organisation_due select unnest(${ids}::text[]) on conflict do nothing`.execute(
    executor,
  );
}

async function insertEvidence(executor: Executor, evidence: readonly EvidenceRow[]): Promise<EvidenceRow[]> {
  const byId = new Map(evidence.map((row) => [evidenceId(row), row]));
  if (byId.size === 0) return [];
  const rows = [...byId].map(([id, row]) => ({
    evidence_id: id,
    kind: row.kind,
    keys: row.keys,
    name_key: row.nameKey,
    links: linksOf(row),
  }));
  const { rows: added } = await sql<{ evidence_id: string }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(evidence_id text, kind text, keys text[], name_key text, links text[])
    ), added as (
      insert into organisation_evidence (evidence_id, kind, keys, name_key)
      select evidence_id, kind, keys, name_key from given
      on conflict do nothing returning evidence_id
    ), linked as (
      insert into organisation_link (link, evidence_id)
      select distinct unnest(links), evidence_id from given join added using (evidence_id)
    )
    select evidence_id from added`.execute(executor);
  return added.flatMap((row) => byId.get(row.evidence_id) ?? []);
}

function evidenceId(row: EvidenceRow): string {
  return shortId([row.kind, row.nameKey, ...row.keys.toSorted()]);
}

type Reachable = { evidence: EvidenceRow[]; decisions: IdentityDecision[] };

/** All evidence that leads to one of the keys over shared identifiers, names and decisions. */
async function listReachable(executor: Executor, keys: readonly string[]): Promise<Reachable> {
  const found = new Map<string, EvidenceRow>();
  const decided = new Map<number, IdentityDecision>();
  const isDecided = await hasDecisions(executor);
  const asked = new Set<string>();
  let frontier = [...new Set(keys)];
  for (let round = 0; round < mostRounds && frontier.length > 0; round += 1) {
    for (const link of frontier) asked.add(link);
    const links: string[] = [];
    for (const { decision_id, decision } of isDecided ? await listDecisionsOn(executor, frontier) : []) {
      decided.set(decision_id, decision);
      links.push(...keysOfDecision(decision));
    }
    const { rows } = await sql<{
      evidence_id: string;
      kind: 'buyer' | 'supplier';
      keys: string[];
      name_key: string;
    }>`
      select evidence_id, kind, keys, name_key from organisation_evidence where evidence_id in (
        select evidence_id from organisation_link where link = any(${frontier}::text[]))`.execute(executor);
    for (const row of rows) {
      if (found.has(row.evidence_id)) continue;
      const evidence = { kind: row.kind, keys: row.keys, nameKey: row.name_key };
      found.set(row.evidence_id, evidence);
      links.push(...linksOf(evidence));
    }
    frontier = [...new Set(links)].filter((link) => !asked.has(link));
  }
  return { evidence: [...found.values()], decisions: [...decided.values()] };
}

async function followMoves(executor: Executor, moved: readonly (readonly [string, string])[]): Promise<void> {
  const { rows } = await sql<{ ocid: string }>`
    with key_moved as (
      select * from unnest(${moved.map(([key]) => key)}::text[], ${moved.map(([, id]) => id)}::text[]) as m(key, organisation_id)
    )
    update mention set organisation_id = key_moved.organisation_id
    from key_moved where mention.mention_key = key_moved.key and mention.organisation_id is distinct from key_moved.organisation_id returning ocid`.execute(
    executor,
  );
  const ocids = [...new Set(rows.map((row) => row.ocid))];
  if (ocids.length === 0) return;
  await sql`
    update contract c set buyer_id = ${buyerOf('c')}, supplier_ids = ${suppliersOf('c')}
    where c.contract_id = any(array(
      select o.contract_id from contract o where o.ocid = any(${ocids}::text[])
        and (o.buyer_id is distinct from ${buyerOf('o')} or o.supplier_ids is distinct from ${suppliersOf('o')})))`.execute(
    executor,
  );
}

/** The organisation that a contract's buyer is at present. */
const buyerOf = (alias: string): RawBuilder<unknown> =>
  sql.raw(
    `(select m.organisation_id from mention m where m.ocid = ${alias}.ocid and m.party_id = ${alias}.buyer_party_id)`,
  );

/** The organisations that its suppliers are, in their order. */
const suppliersOf = (alias: string): RawBuilder<unknown> =>
  sql.raw(`array(
    select coalesce(m.organisation_id, '') from unnest(${alias}.supplier_party_ids) with ordinality p(party_id, place)
    left join mention m on m.ocid = ${alias}.ocid and m.party_id = p.party_id order by p.place)`);
