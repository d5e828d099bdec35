import { sql } from 'kysely';
import { markDueOfProcesses, placeOrganisations } from '../../db/queries/identity.ts';
import {
  listProcessVersions,
  replaceProcessRows,
  updateReleaseCounts,
  upsertProcesses,
} from '../../db/queries/processes.ts';
import { insertReleases, listReleases, type StoredRelease } from '../../db/queries/releases.ts';
import type { Register } from '../../db/register.ts';
import { clusterKeys } from '../../domain/organisations/cluster-keys.ts';
import { isObject, type JsonObject } from '../../lib/json.ts';
import type { Reference } from '../reference.ts';
import { processFactsOf } from './process-facts-of.ts';
import { processRows, type ProcessRows } from './process-rows.ts';
import type { ReceivedRelease } from './read-batch.ts';

/** What a batch did. `changed` counts processes held before, `new` processes that were not. */
export type BatchResult = {
  newProcesses: number;
  changedProcesses: number;
  newReleases: number;
  /** Of the new releases, those whose notice is held already with other content. */
  changedReleases: number;
  heldReleases: number;
};

/** How often a batch is computed again because somebody else stored releases of the same processes meanwhile. */
const mostTries = 20;

/** Key of the lock that lets one batch write at a time; whoever waits holds nothing yet. */
const writerLock = 4_217_001;

/**
 * Stores a batch of releases. Everything is read, merged and computed before the transaction; in it, the versions that
 * were read are checked, and where another writer came first the batch is computed again. Storing a batch twice
 * changes nothing.
 *
 * @param first a plan that was begun while the batch before was written
 */
export async function storeBatch(
  register: Register,
  reference: Reference,
  batch: readonly ReceivedRelease[],
  options: { receivedAt: string; first?: Promise<Plan> },
): Promise<BatchResult> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const plan = await (tries === 0 && options.first ? options.first : planBatch(register, reference, batch));
    if (plan.fresh.length === 0) return resultOf(plan);
    if (await writePlan(register, plan, options.receivedAt)) return resultOf(plan);
  }
  throw new Error(`A batch lost ${mostTries} races in a row.`);
}

/** What a batch will write, computed from what was held when it was made. */
export type Plan = {
  /** Releases not yet held. */
  fresh: ReceivedRelease[];
  changedReleases: number;
  heldReleases: number;
  /** Number of releases per process when the plan was made; the plan holds only while it is still so. */
  counts: ReadonlyMap<string, number>;
  /** Processes whose facts change. */
  rows: ProcessRows[];
  newProcesses: number;
  /** Processes that gain releases but no other facts. */
  sameFacts: Map<string, number>;
};

/** Computes what a batch writes; reads, and writes nothing. */
export async function planBatch(
  register: Register,
  reference: Reference,
  batch: readonly ReceivedRelease[],
): Promise<Plan> {
  const ocids = [...new Set(batch.map(({ packed }) => packed.ocid))];
  const [stored, versions] = await Promise.all([
    listReleases(register.read, ocids),
    listProcessVersions(register.read, ocids),
  ]);
  const held = new Set(stored.map(identityOf));
  const heldNotices = new Set(stored.map(noticeOf));
  const fresh: ReceivedRelease[] = [];
  let changedReleases = 0;
  for (const received of batch) {
    const identity = identityOf(received.packed);
    if (held.has(identity)) continue;
    held.add(identity);
    if (heldNotices.has(noticeOf(received.packed))) changedReleases += 1;
    fresh.push(received);
  }
  const counts = new Map<string, number>();
  for (const { ocid } of stored) counts.set(ocid, (counts.get(ocid) ?? 0) + 1);
  const all = groupByProcess(stored, fresh);
  const plan: Plan = {
    fresh,
    changedReleases,
    heldReleases: batch.length - fresh.length,
    counts,
    rows: [],
    newProcesses: 0,
    sameFacts: new Map(),
  };
  for (const ocid of new Set(fresh.map(({ packed }) => packed.ocid))) {
    const releases = all.get(ocid) ?? [];
    const rows = processRows(processFactsOf(releases, reference), releases.length, reference.cpvLabels);
    const version = versions.get(ocid);
    if (version === undefined) plan.newProcesses += 1;
    if (version?.factsHash === rows.process.facts_hash) plan.sameFacts.set(ocid, releases.length);
    else plan.rows.push(rows);
  }
  return plan;
}

/** Writes a plan; false where other releases of the same processes were stored since it was made. */
async function writePlan(register: Register, plan: Plan, receivedAt: string): Promise<boolean> {
  const touched = [...new Set(plan.fresh.map(({ packed }) => packed.ocid))];
  return register.write(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${writerLock})`.execute(transaction);
    const { rows: now } = await sql<{ ocid: string; count: number }>`
      select ocid, count(*)::int as count from release where ocid = any(${touched}::text[]) group by ocid`.execute(
      transaction,
    );
    const countsNow = new Map(now.map((row) => [row.ocid, row.count]));
    if (touched.some((ocid) => (countsNow.get(ocid) ?? 0) !== (plan.counts.get(ocid) ?? 0))) return false;
    await insertReleases(
      transaction,
      plan.fresh.map(({ packed }) => packed),
      receivedAt,
    );
    await updateReleaseCounts(transaction, plan.sameFacts);
    await placeOrganisations(
      transaction,
      plan.fresh.flatMap(({ evidence }) => evidence),
      (evidence) => clusterKeys(evidence).clusterOf,
    );
    if (plan.rows.length === 0) return true;
    const ocids = plan.rows.map(({ process }) => process.ocid);
    await markDueOfProcesses(transaction, ocids);
    await upsertProcesses(
      transaction,
      plan.rows.map(({ process }) => process),
      receivedAt,
    );
    await replaceProcessRows(transaction, ocids, {
      mentions: plan.rows.flatMap(({ mentions }) => mentions),
      contracts: plan.rows.flatMap(({ contracts }) => contracts),
      amounts: plan.rows.flatMap(({ amounts }) => amounts),
    });
    await markDueOfProcesses(transaction, ocids);
    return true;
  });
}

function resultOf(plan: Plan): BatchResult {
  return {
    newProcesses: plan.newProcesses,
    changedProcesses: plan.rows.length - plan.newProcesses,
    newReleases: plan.fresh.length,
    changedReleases: plan.changedReleases,
    heldReleases: plan.heldReleases,
  };
}

function noticeOf(release: { ocid: string; releaseId: string }): string {
  return `${release.ocid}\u001f${release.releaseId}`;
}

function identityOf(release: { ocid: string; releaseId: string; contentHash: string }): string {
  return `${release.ocid}\u001f${release.releaseId}\u001f${release.contentHash}`;
}

/** All releases of each process in the order of merging: instant of publication, then id, then content. */
function groupByProcess(
  stored: readonly StoredRelease[],
  fresh: readonly ReceivedRelease[],
): Map<string, JsonObject[]> {
  const all = [
    ...stored.map((each) => ({ ...each, release: parseObject(each.text) })),
    ...fresh.map(({ packed, release }) => ({ ...packed, release })),
  ].toSorted(
    (a, b) =>
      compare(instantKey(a.publishedAt), instantKey(b.publishedAt)) ||
      compare(a.releaseId, b.releaseId) ||
      compare(a.contentHash, b.contentHash),
  );
  const groups = new Map<string, JsonObject[]>();
  for (const { ocid, release } of all) {
    const group = groups.get(ocid);
    if (group === undefined) groups.set(ocid, [release]);
    else group.push(release);
  }
  return groups;
}

/** Instants as comparable text; an unreadable date sorts first. */
function instantKey(instant: string | null): string {
  return instant === null ? '' : new Date(instant).toISOString();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parseObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? (value as JsonObject) : {};
}
