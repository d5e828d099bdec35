import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { HttpClient } from '../../../src/lib/http-client.ts';
import { createHttpClient } from '../../../src/lib/http-client.ts';
import type { JsonObject } from '../../../src/lib/json.ts';
import { isObject } from '../../../src/lib/json.ts';
import type { Source, Window } from '../../../src/sources/_source.ts';
import type { Archive } from '../../../src/sources/archive.ts';
import { createFileArchive } from '../../../src/sources/archive.ts';
import type { HarvestPorts, HarvestRequest, HarvestSummary } from '../../../src/sources/harvester.ts';
import { harvest } from '../../../src/sources/harvester.ts';
import type { Ledger } from '../../../src/sources/ledger.ts';
import { createMemoryLedger } from '../../../src/sources/memory-ledger.ts';
import type { Patience } from '../../../src/sources/publisher.ts';

/** A clock that only waiting moves. */
export type TestTime = { now: () => Date; sleep: (ms: number) => Promise<void>; waits: number[] };

export function createTestTime(start = '2026-11-01T12:00:00Z'): TestTime {
  let at = Date.parse(start);
  const waits: number[] = [];
  return {
    now: () => new Date(at),
    waits,
    sleep: async (ms) => {
      if (ms <= 0) return;
      waits.push(ms);
      at += ms;
    },
  };
}

/** A harvest in a folder of its own with a ledger in memory, which several runs share. */
export type Trial = {
  folder: string;
  time: TestTime;
  ledger: Ledger;
  archive: Archive;
  /** Sentences for the person. */
  said: string[];
  run(
    range: Window | null,
    changes?: Partial<HarvestPorts> & { patience?: Partial<Patience> },
  ): Promise<HarvestSummary>;
  /** Notice ids in the archive, with repetition. */
  archivedIds: () => Promise<string[]>;
  remove: () => Promise<void>;
};

/** Short timeouts: a stuck server of a test is given up after a quarter of a second. */
export const quickHttp: HttpClient = createHttpClient('digital-sourcing (test)', {
  idleMs: 250,
  totalMs: 5000,
  maxBytes: 50_000_000,
});

export async function createTrial(source: Source, base: string): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'harvest-'));
  const time = createTestTime();
  const ledger = createMemoryLedger();
  const archive = createFileArchive(join(folder, 'archive'));
  const said: string[] = [];
  const ports: HarvestPorts = {
    http: quickHttp,
    clock: time,
    sleep: time.sleep,
    signal: new AbortController().signal,
    say: (message) => void said.push(message),
    archive,
    ledger,
    minimise: dropContactPoints,
    progress: () => undefined,
  };
  const patience: Patience = {
    paceMs: 0,
    tries: 3,
    firstPauseMs: 100,
    overloadTries: 3,
    longestWaitMs: 3_600_000,
  };
  return {
    folder,
    time,
    ledger,
    archive,
    said,
    run: (range, { patience: asked, ...changes } = {}) => {
      const request: HarvestRequest = { source, base, range, patience: { ...patience, ...asked } };
      return harvest(request, { ...ports, ...changes });
    },
    archivedIds: () => archivedIds(join(folder, 'archive')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every release id in every archived page below a folder. */
export async function archivedIds(folder: string): Promise<string[]> {
  const ids: string[] = [];
  for (const page of await archivedPages(folder)) {
    const { releases } = page;
    if (!Array.isArray(releases)) throw new Error('An archived page holds no releases.');
    for (const release of releases)
      if (isObject(release) && typeof release['id'] === 'string') ids.push(release['id']);
  }
  return ids;
}

/** Every archived page below a folder, parsed; none may be damaged, and no unfinished file may lie there. */
export async function archivedPages(folder: string): Promise<JsonObject[]> {
  const pages: JsonObject[] = [];
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of names) {
    if (!entry.isFile()) continue;
    if (!entry.name.endsWith('.json.gz')) throw new Error(`Unexpected file in the archive: ${entry.name}`);
    const page: unknown = JSON.parse(
      gunzipSync(await readFile(join(entry.parentPath, entry.name))).toString(),
    );
    if (isObject(page)) pages.push(page);
  }
  return pages;
}

/** Stands for the register's own rule, which has its own tests. */
function dropContactPoints(release: JsonObject): { release: JsonObject; removed: number } {
  let removed = 0;
  const { parties } = release;
  if (!Array.isArray(parties)) return { release, removed };
  const kept = parties.filter(isObject).map(({ contactPoint, ...party }) => {
    if (contactPoint !== undefined) removed += 1;
    return party;
  });
  return { release: { ...release, parties: kept }, removed };
}
