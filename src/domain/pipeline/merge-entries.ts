import { titleWords } from '../market/incumbent-rewin.ts';
import { dayNumber } from '../market/financial-year.ts';
import { firmnessOf, type PipelineEntry, type PipelineGap } from './pipeline-entry.ts';

/** Why two entries were taken for one need. */
export const joinReasons = ['says-it-replaces', 'same-process', 'like', 'like-other-segment'] as const;
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
  /** When the tender notice is expected, by the firmest entry that says it. */
  noticeOn: string | null;
};

/** Starts this many days apart still speak of one purchase, as with a contract and its successor. */
export const startTolerance = 183;

/**
 * Joins entries from several sources to needs, each counted once.
 *
 * Every entry looks for the firmer entry that it repeats: one that says it replaces its contract, else one of the same
 * process, else one of the same buyer, of another source, whose possible starts lie within {@link startTolerance} days and
 * whose title is like its own: two words in common that aren't plain, or the same words. Where the segments differ, one
 * title must hold all words of the other, two at least, since segments may be classified wrongly.
 * Of several those of the same segment come first, then the one with most words in common, then the nearest start, then the firmest, then the smallest key. Entries of
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
    const { key } = rootOf(own.parent, parents);
    const also = members.get(key) ?? [];
    if (also.length === 0) members.set(key, also);
    also.push({ entry, reason: own.reason });
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
    byBuyer: grouped(({ source, buyerId }) => (source === 'renewal' ? null : buyerId)),
  };
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
  const [like] = (index.byBuyer.get(entry.buyerId ?? '') ?? [])
    .filter(isFirmer)
    .flatMap((other) => {
      const reason = likeness({ entry, words }, other);
      if (reason === null) return [];
      const shared = sharedWords(words, other.words);
      return [{ other: other.entry, reason, shared, apart: daysApart(entry, other.entry) ?? 0 }];
    })
    .toSorted(
      (a, b) =>
        compare(a.reason, b.reason) ||
        b.shared - a.shared ||
        a.apart - b.apart ||
        byFirmness(a.other, b.other),
    );
  return like === undefined ? null : { parent: like.other, reason: like.reason };
}

/** How two entries of one buyer are alike; null where they aren't. */
function likeness(one: Worded, other: Worded): 'like' | 'like-other-segment' | null {
  const apart = daysApart(one.entry, other.entry);
  if (apart === null || apart > startTolerance) return null;
  const shared = sharedWords(one.words, other.words);
  const fewest = Math.min(one.words.length, other.words.length);
  const isSame = shared > 0 && shared === one.words.length && shared === other.words.length;
  if (one.entry.segment !== null && one.entry.segment === other.entry.segment)
    return shared >= 2 || isSame ? 'like' : null;
  return shared >= 2 && shared === fewest ? 'like-other-segment' : null;
}

function sharedWords(words: readonly string[], others: readonly string[]): number {
  return others.filter((word) => words.includes(word)).length;
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
    noticeOn: all.find(({ noticeOn }) => noticeOn !== null)?.noticeOn ?? null,
  };
}

function byFirmness(a: PipelineEntry, b: PipelineEntry): number {
  return firmnessOf(a.source) - firmnessOf(b.source) || compare(a.key, b.key);
}

function byStart(a: PipelineNeed, b: PipelineNeed): number {
  return compare(a.startFrom ?? '9999', b.startFrom ?? '9999') || compare(a.head.key, b.head.key);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
