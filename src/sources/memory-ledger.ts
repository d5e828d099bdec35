import type { Window } from './_source.ts';
import type {
  AbsentNotice,
  HarvestLease,
  HeldNotice,
  Ledger,
  LedgerCounts,
  WindowEntry,
  YearCompleteness,
} from './ledger.ts';

type SourceMemory = {
  windows: Map<string, WindowEntry>;
  held: Map<string, HeldNotice>;
  absent: Map<string, AbsentNotice>;
};

/**
 * A ledger that lives as long as the process, for tests and trials.
 *
 * @example const ledger = createMemoryLedger()
 */
export function createMemoryLedger(): Ledger {
  const sources = new Map<string, SourceMemory>();
  const leases = new Map<string, HarvestLease>();
  const memoryOf = (source: string): SourceMemory => {
    const known = sources.get(source) ?? { windows: new Map(), held: new Map(), absent: new Map() };
    sources.set(source, known);
    return known;
  };
  const change = (source: string, window: Window, values: Partial<WindowEntry>): void => {
    const entry = memoryOf(source).windows.get(keyOf(window));
    if (entry === undefined) throw new Error(`The ledger has no window ${keyOf(window)} of ${source}.`);
    Object.assign(entry, values);
  };
  const add = (source: string, window: Window): void => {
    const { windows } = memoryOf(source);
    if (!windows.has(keyOf(window))) windows.set(keyOf(window), plannedEntry(window));
  };
  const entries = (source: string): WindowEntry[] =>
    [...memoryOf(source).windows.values()]
      .map((entry) => ({ ...entry }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  const standing = (source: string): WindowEntry[] =>
    entries(source).filter((entry) => entry.state !== 'split');

  return {
    plan: async (source, windows) => windows.forEach((window) => add(source, window)),
    windows: async (source, range) =>
      standing(source).filter((entry) => range === null || touches(entry, range)),
    begin: async (source, window) => change(source, window, { state: 'fetching' }),
    split: async (source, window, halves, received) => {
      change(source, window, { state: 'split', received, archived: null, reason: null });
      halves.forEach((half) => add(source, half));
    },
    complete: async (source, window, result) => {
      const { fetchedAt, received, archived } = result;
      change(source, window, {
        state: 'done',
        fetchedAt,
        received,
        archived,
        ingestedAt: null,
        reason: null,
      });
      const memory = memoryOf(source);
      for (const notice of result.absent) memory.absent.set(notice.noticeId, notice);
      for (const notice of result.held) {
        memory.held.set(notice.noticeId, notice);
        memory.absent.delete(notice.noticeId);
      }
    },
    fail: async (source, window, reason) => change(source, window, { state: 'failed', reason }),
    accounted: async (source, year, low, high) => {
      const memory = memoryOf(source);
      const numbers = new Set<number>();
      for (const notice of [...memory.held.values(), ...memory.absent.values()]) {
        if (notice.year === year && notice.number !== null && notice.number >= low && notice.number <= high) {
          numbers.add(notice.number);
        }
      }
      return [...numbers].sort((a, b) => a - b);
    },
    notIngested: async (source) =>
      entries(source).filter(
        (entry) => entry.state === 'done' && entry.archived !== null && entry.ingestedAt === null,
      ),
    markIngested: async (source, windows, at) =>
      windows.forEach((window) => change(source, window, { ingestedAt: at })),
    completeness: async (source) => countYears(memoryOf(source)),
    counts: async () => [...sources.keys()].flatMap((source) => countStates(source, standing(source))),
    takeLease: async (source, wanted, now, isGone) => {
      const current = leases.get(source);
      const isFree =
        current === undefined ||
        current.holder === wanted.holder ||
        current.until <= now ||
        isGone(current.holder);
      const granted = isFree ? wanted : current;
      leases.set(source, granted);
      return granted;
    },
    giveLease: async (source, holder) => {
      if (leases.get(source)?.holder === holder) leases.delete(source);
    },
    leaseOf: async (source) => leases.get(source) ?? null,
  };
}

function keyOf(window: Window): string {
  return `${window.from}/${window.to}`;
}

function plannedEntry({ from, to }: Window): WindowEntry {
  return {
    from,
    to,
    state: 'planned',
    fetchedAt: null,
    received: null,
    archived: null,
    ingestedAt: null,
    reason: null,
  };
}

function touches(entry: Window, range: Window): boolean {
  return entry.from < range.to && entry.to > range.from;
}

function countYears(memory: SourceMemory): YearCompleteness[] {
  const years = new Map<number, YearCompleteness>();
  const yearOf = (year: number): YearCompleteness => {
    const known = years.get(year) ?? { year, issued: null, held: 0, absent: 0 };
    years.set(year, known);
    return known;
  };
  for (const { year, number } of memory.held.values()) {
    const count = yearOf(year);
    count.held += 1;
    if (number !== null) count.issued = Math.max(count.issued ?? 0, number);
  }
  for (const { year } of memory.absent.values()) yearOf(year).absent += 1;
  return [...years.values()].sort((a, b) => a.year - b.year);
}

function countStates(source: string, entries: readonly WindowEntry[]): LedgerCounts[] {
  const groups = Map.groupBy(entries, (entry) => entry.state);
  return [...groups]
    .map(([state, group]) => ({
      source,
      state,
      windows: group.length,
      from: group.reduce((least, entry) => (entry.from < least ? entry.from : least), '9'),
      to: group.reduce((most, entry) => (entry.to > most ? entry.to : most), ''),
      lastFetchedAt: lastFetched(group),
      archivedBytes: group.reduce((sum, entry) => sum + (entry.archived?.bytes ?? 0), 0),
    }))
    .sort((a, b) => (a.state < b.state ? -1 : 1));
}

function lastFetched(entries: readonly WindowEntry[]): Date | null {
  const times = entries.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [fetchedAt.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times));
}
