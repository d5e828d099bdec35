import {
  listDependents,
  listFrameworks,
  listProcessVersions,
  packRows,
  type PackedProcess,
} from '../../db/queries/processes.ts';
import { listReleases, type StoredRelease } from '../../db/queries/releases.ts';
import type { Register } from '../../db/register.ts';
import {
  ceilingsOf,
  withCeilingFlags,
  type FrameworkCeiling,
} from '../../domain/contracts/framework-ceiling.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { Reference } from '../reference.ts';
import type { ComputedProcess } from './compute-process.ts';
import type { EvidenceMemory } from './evidence-memory.ts';
import { processRows } from './process-rows.ts';
import type { ReceivedRelease } from './read-batch.ts';
import type { GatheredRelease, Receiver } from './receive-releases.ts';

/** What a batch will write, computed from what was held when it was made. */
export type Plan = {
  /** Releases not yet held. */
  fresh: ReceivedRelease[];
  /** Those of them that bring other content for a notice that is held, or stands earlier in the batch. */
  changedReleases: ReceivedRelease[];
  heldReleases: number;
  /** Processes whose facts change. */
  rows: PackedProcess[];
  newProcesses: number;
  /** Processes of `rows` that are held already, and whose rows go before the new ones come. */
  heldProcesses: string[];
  /** Processes that gain releases but no other facts. */
  sameFacts: Map<string, number>;
  /** What the plan rests on; it may be written only while this is still so. */
  basis: PlanBasis;
};

/** What was held when a plan was made, of everything that it was computed from. */
export type PlanBasis = {
  /** Number of releases of each process that the plan computes. */
  releaseCounts: ReadonlyMap<string, number>;
  /** Hash of the facts of each framework that call-offs were compared with; absent ones have none. */
  frameworks: ReadonlyMap<string, string>;
  /** Frameworks that call-offs in the plan link to, held or not. */
  frameworksAsked: readonly string[];
  /** Number of call-offs that link to each framework of the plan. */
  dependents: ReadonlyMap<string, number>;
};

/** What batches of a run share: the authored facts, what computes processes from their releases, and which evidence is stored. */
export type RunTools = { reference: Reference; compute: Receiver['compute']; memory: EvidenceMemory };

/**
 * Computes what a batch writes; reads, and writes nothing. Besides the processes of the batch it computes the call-offs
 * of frameworks in it, whose amounts are flagged where they only repeat the framework's ceiling.
 *
 * @example const plan = await planBatch(register, tools, batch)
 */
export async function planBatch(
  register: Register,
  { reference, compute }: Pick<RunTools, 'reference' | 'compute'>,
  batch: readonly ReceivedRelease[],
): Promise<Plan> {
  const ocids = [...new Set(batch.map(({ packed }) => packed.ocid))];
  const stored = await listReleases(register.latest, ocids);
  const { fresh, changedReleases } = freshOf(batch, stored);
  const touched = [...new Set(fresh.map(({ packed }) => packed.ocid))];
  const own = await computeEach(groupByProcess(stored, fresh), touched, compute);
  const frameworkOcids = [...own].flatMap(([ocid, { facts }]) => (isSetUp(facts) ? [ocid] : []));
  const dependents = await listDependents(register.latest, frameworkOcids);
  const others = dependents.map(({ ocid }) => ocid).filter((ocid) => !own.has(ocid));
  const othersStored = others.length === 0 ? [] : await listReleases(register.latest, others);
  const all = new Map([...own, ...(await computeEach(groupByProcess(othersStored, []), others, compute))]);
  const frameworks = await readFrameworks(register, all, own);
  const versions = await listProcessVersions(register.latest, [...all.keys()]);
  const plan: Plan = {
    fresh,
    changedReleases,
    heldReleases: batch.length - fresh.length,
    rows: [],
    newProcesses: touched.filter((ocid) => !versions.has(ocid)).length,
    heldProcesses: [],
    sameFacts: new Map(),
    basis: {
      releaseCounts: countBy([...stored, ...othersStored], ({ ocid }) => ocid, [...touched, ...others]),
      frameworks: frameworks.hashes,
      frameworksAsked: frameworks.asked,
      dependents: countBy(dependents, ({ framework }) => framework, frameworkOcids),
    },
  };
  for (const [ocid, computed] of all) {
    const ceilings = frameworks.ceilings.get(computed.frameworkOcid ?? '') ?? [];
    const packed = flagged(computed, ceilings, reference);
    if (versions.get(ocid)?.factsHash !== packed.factsHash) {
      plan.rows.push(packed);
      if (versions.has(ocid)) plan.heldProcesses.push(ocid);
    } else if (own.has(ocid)) plan.sameFacts.set(ocid, computed.releaseCount);
  }
  return plan;
}

function isSetUp(facts: ProcessFacts | null): boolean {
  return facts !== null && (facts.isFrameworkAgreement || facts.isDynamicMarket);
}

/** The process as it is written: with its amounts flagged that only repeat a ceiling of its framework. */
function flagged(
  { facts, packed, releaseCount }: ComputedProcess,
  ceilings: readonly FrameworkCeiling[],
  reference: Reference,
): PackedProcess {
  if (facts === null || ceilings.length === 0) return packed;
  const withFlags = withCeilingFlags(facts, ceilings);
  return withFlags === facts ? packed : packRows(processRows(withFlags, releaseCount, reference));
}

/** Ceilings of the frameworks that are linked to: those of this plan as computed, the others as held. */
async function readFrameworks(
  register: Register,
  all: ReadonlyMap<string, ComputedProcess>,
  own: ReadonlyMap<string, ComputedProcess>,
): Promise<{ ceilings: Map<string, FrameworkCeiling[]>; hashes: Map<string, string>; asked: string[] }> {
  const linked = [...new Set([...all.values()].flatMap(({ frameworkOcid }) => frameworkOcid ?? []))];
  const ceilings = new Map<string, FrameworkCeiling[]>();
  for (const ocid of linked) {
    const facts = own.get(ocid)?.facts;
    if (facts !== undefined && facts !== null) ceilings.set(ocid, ceilingsOf(facts));
  }
  const asked = linked.filter((ocid) => !own.has(ocid));
  const hashes = new Map<string, string>();
  for (const { ocid, facts, factsHash } of await listFrameworks(register.latest, asked)) {
    ceilings.set(ocid, ceilingsOf(facts));
    hashes.set(ocid, factsHash);
  }
  return { ceilings, hashes, asked };
}

async function computeEach(
  releases: ReadonlyMap<string, GatheredRelease[]>,
  ocids: readonly string[],
  compute: RunTools['compute'],
): Promise<Map<string, ComputedProcess>> {
  const computed = await compute(ocids.map((ocid) => releases.get(ocid) ?? []));
  return new Map(
    ocids.flatMap((ocid, index) => {
      const one = computed[index];
      return one === undefined ? [] : [[ocid, one] as const];
    }),
  );
}

/** Releases of the batch that are not held, each once; and those of them that bring other content for a notice known by then. */
function freshOf(
  batch: readonly ReceivedRelease[],
  stored: readonly StoredRelease[],
): Pick<Plan, 'fresh' | 'changedReleases'> {
  const held = new Set(stored.map(identityOf));
  const knownNotices = new Set(stored.map(noticeOf));
  const fresh: ReceivedRelease[] = [];
  const changedReleases: ReceivedRelease[] = [];
  for (const received of batch) {
    const identity = identityOf(received.packed);
    if (held.has(identity)) continue;
    held.add(identity);
    const notice = noticeOf(received.packed);
    if (knownNotices.has(notice)) changedReleases.push(received);
    knownNotices.add(notice);
    fresh.push(received);
  }
  return { fresh, changedReleases };
}

function noticeOf(release: { ocid: string; releaseId: string }): string {
  return `${release.ocid}\u001f${release.releaseId}`;
}

function identityOf(release: { ocid: string; releaseId: string; contentHash: string }): string {
  return `${noticeOf(release)}\u001f${release.contentHash}`;
}

/** All releases of each process in the order of merging: instant of publication, then id, then content. */
function groupByProcess(
  stored: readonly StoredRelease[],
  fresh: readonly ReceivedRelease[],
): Map<string, GatheredRelease[]> {
  const all = [
    ...stored.map((each) => ({ ...each, at: instantKey(each.publishedAt), gathered: { text: each.text } })),
    ...fresh.map(({ packed, release, kept }) => ({
      ...packed,
      at: instantKey(packed.publishedAt),
      gathered: { release, kept },
    })),
  ].toSorted(
    (a, b) =>
      compare(a.at, b.at) || compare(a.releaseId, b.releaseId) || compare(a.contentHash, b.contentHash),
  );
  const groups = new Map<string, GatheredRelease[]>();
  for (const { ocid, gathered } of all) {
    const group = groups.get(ocid);
    if (group === undefined) groups.set(ocid, [gathered]);
    else group.push(gathered);
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

/** How many items each key has; the keys asked for stand with 0 where none has them. */
function countBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  keys: readonly string[],
): Map<string, number> {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const item of items) {
    const key = keyOf(item);
    const count = counts.get(key);
    if (count !== undefined) counts.set(key, count + 1);
  }
  return counts;
}
