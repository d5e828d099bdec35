import { titleWords } from '../market/incumbent-rewin.ts';
import { dayNumber } from '../market/financial-year.ts';
import { firmnessOf, type PipelineEntry, type PipelineGap } from './pipeline-entry.ts';

/** Why two entries were taken for one need. */
export const joinReasons = ['says-it-replaces', 'same-process', 'like'] as const;
export type JoinReason = (typeof joinReasons)[number];

/** Another sign of a need that is counted once already. */
export type AlsoAs = { entry: PipelineEntry; reason: JoinReason };

/** One need, counted once: its firmest entry and the others. */
export type PipelineNeed = {
  head: PipelineEntry;
  alsoAs: readonly AlsoAs[];
  /** Value of the firmest entry that has one to add up. */
  lowPence: number | null;
  highPence: number | null;
  valueFrom: PipelineEntry['source'] | null;
  /** Why nothing can be added up: the head's reason. */
  gap: PipelineGap | null;
  /** Start of the firmest entry that says one. */
  startFrom: string | null;
  startTo: string | null;
};

/** Starts this many days apart still speak of one purchase, as with a contract and its successor. */
export const startTolerance = 183;

/**
 * Joins entries from several sources to needs, each counted once.
 *
 * Every entry looks for the firmer entry that it repeats: one that says it replaces its contract, else one of the same
 * process, else one of the same buyer and segment, of another source, whose possible starts lie within
 * {@link startTolerance} days and whose title is like its own (two words in common that aren't plain, or the same words).
 * Of several the one with most words in common counts, then the nearest start, then the firmest, then the smallest key. Entries of
 * one source are never joined by likeness: a buyer who enters two purchases plans two.
 *
 * @param entries in any order; keys are unique
 * @returns needs by start, then key; each entry is in exactly one
 * @example mergeEntries([entered, renewal])[0]?.alsoAs[0]?.reason // 'says-it-replaces'
 */
export function mergeEntries(entries: readonly PipelineEntry[]): PipelineNeed[] {
  const index = indexOf(entries);
  const parents = new Map<string, { parent: PipelineEntry; reason: JoinReason }>();
  for (const { entry, words } of index.all) {
    const found = findParent(entry, words, index);
    if (found !== null) parents.set(entry.key, found);
  }
  const members = new Map<string, AlsoAs[]>();
  for (const { entry } of index.all) {
    const own = parents.get(entry.key);
    if (own === undefined) continue;
    const root = rootOf(own.parent, parents);
    members.set(root.key, [...(members.get(root.key) ?? []), { entry, reason: own.reason }]);
  }
  return index.all
    .filter(({ entry }) => !parents.has(entry.key))
    .map(({ entry }) => needOf(entry, members.get(entry.key) ?? []))
    .toSorted(byStart);
}

type Worded = { entry: PipelineEntry; words: readonly string[] };
type Index = {
  /** Firmest first. */
  all: readonly Worded[];
  byReplaced: ReadonlyMap<string, readonly Worded[]>;
  byOcid: ReadonlyMap<string, readonly Worded[]>;
  byBuyer: ReadonlyMap<string, readonly Worded[]>;
};

function indexOf(entries: readonly PipelineEntry[]): Index {
  const all = entries
    .map((entry) => ({ entry, words: titleWords(entry.title) }))
    .toSorted((a, b) => byFirmness(a.entry, b.entry));
  const grouped = (keyOf: (entry: PipelineEntry) => string | null): ReadonlyMap<string, Worded[]> => {
    const groups = new Map<string, Worded[]>();
    for (const one of all) {
      const key = keyOf(one.entry);
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
    return groups;
  };
  return {
    all,
    byReplaced: grouped(({ replacesContractId }) => replacesContractId),
    byOcid: grouped(({ ocid, source }) => (source === 'renewal' ? null : ocid)),
    // A renewal is never the firmer of two.
    byBuyer: grouped((entry) => (entry.source === 'renewal' ? null : kindOf(entry))),
  };
}

/** Buyer and segment in one text; null where either is unknown. */
function kindOf({ buyerId, segment }: PipelineEntry): string | null {
  return buyerId === null || segment === null ? null : `${buyerId} ${segment}`;
}

function findParent(
  entry: PipelineEntry,
  words: readonly string[],
  index: Index,
): { parent: PipelineEntry; reason: JoinReason } | null {
  const isFirmer = ({ entry: other }: Worded): boolean => firmnessOf(other.source) < firmnessOf(entry.source);
  const [replacing] = entry.contractIds
    .flatMap((id) => index.byReplaced.get(id) ?? [])
    .filter(isFirmer)
    .toSorted((a, b) => byFirmness(a.entry, b.entry));
  if (replacing !== undefined) return { parent: replacing.entry, reason: 'says-it-replaces' };
  const published =
    entry.source === 'renewal' ? undefined : index.byOcid.get(entry.ocid ?? '')?.find(isFirmer);
  if (published !== undefined) return { parent: published.entry, reason: 'same-process' };
  const [like] = (index.byBuyer.get(kindOf(entry) ?? '') ?? [])
    .filter(isFirmer)
    .flatMap(({ entry: other, words: others }) => {
      const shared = others.filter((word) => words.includes(word)).length;
      const apart = daysApart(entry, other);
      return isAlike(words, others, shared) && apart !== null && apart <= startTolerance
        ? [{ other, shared, apart }]
        : [];
    })
    .toSorted((a, b) => b.shared - a.shared || a.apart - b.apart || byFirmness(a.other, b.other));
  return like === undefined ? null : { parent: like.other, reason: 'like' };
}

/** Two words in common, or the very same words. */
function isAlike(words: readonly string[], others: readonly string[], shared: number): boolean {
  return shared >= 2 || (shared > 0 && shared === words.length && shared === others.length);
}

/** Days between two ranges of starts, 0 where they meet; null where either is unknown. */
function daysApart(one: PipelineEntry, other: PipelineEntry): number | null {
  if (one.startFrom === null || other.startFrom === null) return null;
  const [from, to] = [dayNumber(one.startFrom), dayNumber(one.startTo ?? one.startFrom)];
  const [otherFrom, otherTo] = [dayNumber(other.startFrom), dayNumber(other.startTo ?? other.startFrom)];
  return Math.max(0, otherFrom - to, from - otherTo);
}

function rootOf(
  entry: PipelineEntry,
  parents: ReadonlyMap<string, { parent: PipelineEntry }>,
): PipelineEntry {
  let root = entry;
  // Parents are firmer each time, so this ends.
  for (let next = parents.get(root.key); next !== undefined; next = parents.get(root.key)) root = next.parent;
  return root;
}

function needOf(head: PipelineEntry, others: readonly AlsoAs[]): PipelineNeed {
  const alsoAs = others.toSorted((a, b) => byFirmness(a.entry, b.entry));
  const all = [head, ...alsoAs.map(({ entry }) => entry)];
  const valued = all.find(({ lowPence }) => lowPence !== null);
  const dated = all.find(({ startFrom }) => startFrom !== null);
  return {
    head,
    alsoAs,
    lowPence: valued?.lowPence ?? null,
    highPence: valued?.highPence ?? valued?.lowPence ?? null,
    valueFrom: valued?.source ?? null,
    gap: valued === undefined ? (head.gap ?? 'no-value') : null,
    startFrom: dated?.startFrom ?? null,
    startTo: dated?.startTo ?? dated?.startFrom ?? null,
  };
}

function byFirmness(a: PipelineEntry, b: PipelineEntry): number {
  return firmnessOf(a.source) - firmnessOf(b.source) || compare(a.key, b.key);
}

function byStart(a: PipelineNeed, b: PipelineNeed): number {
  return compare(a.startFrom ?? '9999', b.startFrom ?? '9999') || compare(a.head.key, b.head.key);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
