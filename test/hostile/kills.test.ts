import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister } from '../../src/db/connect.ts';
import { readPostmaster } from '../../src/db/embedded/postmaster.ts';
import type { Register } from '../../src/db/register.ts';
import { generateReleases } from '../../src/sample/generate-releases.ts';
import { createDataFolder, type DataFolder } from '../support/data-folder.ts';
import { faultMarks, runCommandToEnd, startCommand, until, type Ended } from '../support/hostile/command.ts';
import { testInstant } from '../support/context.ts';
import { snapshot } from '../support/snapshot.ts';

/** About 1,900 notices, ten transactions: an ingest that lasts long enough to be disturbed. */
const processes = 1200;

const folders: DataFolder[] = [];
let market: string;
let noticeCount = 0;
/** What a register holds that nobody disturbed. */
let undisturbed: string[];

beforeAll(async () => {
  const folder = await newFolder();
  market = join(folder.path, 'market.jsonl');
  const notices = [...generateReleases({ processes, seed: 7, asOf: testInstant.slice(0, 10) })];
  noticeCount = notices.length;
  await pipeline(Readable.from(notices.map((line) => `${line}\n`)), createWriteStream(market));
  expect(await runCommandToEnd(['ingest', market], folder.path)).toMatchObject({ code: 0 });
  undisturbed = await snapshotOf(folder);
});
afterAll(async () => {
  for (const folder of folders) await folder.remove();
});

async function newFolder(): Promise<DataFolder> {
  const folder = await createDataFolder();
  folders.push(folder);
  return folder;
}

async function snapshotOf(folder: DataFolder): Promise<string[]> {
  return withRegister(folder, snapshot);
}

async function withRegister<Result>(
  { path }: DataFolder,
  use: (register: Register) => Promise<Result>,
): Promise<Result> {
  const register = await openRegister({ dataDir: path });
  try {
    return await use(register);
  } finally {
    await register.close();
  }
}

async function storedCount(register: Register): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from release`.execute(
    register.read,
  );
  return rows[0]?.count ?? 0;
}

async function isWriting(register: Register): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()`.execute(
    register.read,
  );
  return rows.length > 0;
}

const ingestTo = (folder: DataFolder) => startCommand(['ingest', market], folder.path);

/** Nothing half done: every notice that is stored has its process, and every process its notices. */
async function expectWhole(register: Register): Promise<void> {
  const { rows } = await sql`
    select ocid from (select ocid, count(*)::int as held from release group by ocid) r
    full join process p using (ocid) where held is distinct from p.release_count`.execute(register.read);
  expect(rows).toEqual([]);
}

/** The sentence, not the stack. */
function expectSentence({ stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(faultMarks);
}

describe('an ingest that is killed', { timeout: 240_000 }, () => {
  it('at several moments, one of them while it adds up, stores whole notices only; the same command again gives the register of an undisturbed run', async () => {
    const folder = await newFolder();
    await withRegister(folder, async (register) => {
      for (const stored of [1, 600, 1200, noticeCount]) {
        const { child, ended } = ingestTo(folder);
        await until(async () => (await storedCount(register)) >= stored || child.exitCode !== null);
        child.kill('SIGKILL');
        await ended;
        await expectWhole(register);
      }
      expect(await storedCount(register)).toBe(noticeCount);
    });
    const last = await ingestTo(folder).ended;
    expect(last).toMatchObject({ code: 0 });
    expect(last.stdout).toContain(`${noticeCount} held already`);
    expect(await snapshotOf(folder)).toEqual(undisturbed);
  });

  it('by Ctrl-C ends with 130 and a sentence, and goes on when it is run again', async () => {
    const folder = await newFolder();
    await withRegister(folder, async (register) => {
      const { child, ended } = ingestTo(folder);
      await until(async () => (await storedCount(register)) > 0);
      child.kill('SIGINT');
      const stopped = await ended;
      expectSentence(
        stopped,
        /^sourcing: Stopped\. What was stored stays; run the same command again to go on\.$/m,
      );
      expect(stopped.code).toBe(130);
      expect(await storedCount(register)).toBeLessThan(noticeCount);
      await expectWhole(register);
    });
    expect(await ingestTo(folder).ended).toMatchObject({ code: 0 });
    expect(await snapshotOf(folder)).toEqual(undisturbed);
  });

  it('under its feet, the database, is told in a sentence, and loses nothing', async () => {
    const folder = await newFolder();
    const { ended } = await withRegister(folder, async (register) => {
      const server = (await readPostmaster(folder.databaseDir))?.pid ?? 0;
      const running = ingestTo(folder);
      await until(async () => (await storedCount(register)) > 0);
      // Between two batches it would only connect again.
      await until(() => isWriting(register));
      process.kill(server, 'SIGKILL');
      return running;
    });
    const stopped = await ended;
    expectSentence(
      stopped,
      /^sourcing: The database was stopped while it was used: try again\. What was stored before is safe; this change was not made\.$/m,
    );
    expect(stopped.code).toBe(4);
    await withRegister(folder, expectWhole);
    expect(await ingestTo(folder).ended).toMatchObject({ code: 0 });
    expect(await snapshotOf(folder)).toEqual(undisturbed);
  });
});

describe('two processes at once', { timeout: 240_000 }, () => {
  it('two ingests of the same notices into an empty folder both end well, and each notice is held once', async () => {
    const folder = await newFolder();
    const both = await Promise.all([ingestTo(folder).ended, ingestTo(folder).ended]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await snapshotOf(folder)).toEqual(undisturbed);
  });

  it('a service answers while notices are ingested beside it, and shows them afterwards', async () => {
    const folder = await newFolder();
    const service = startCommand(['serve'], folder.path, { PORT: '0', SAMPLE: 'off' });
    const address = await service.saysAddress();
    const { child, ended } = ingestTo(folder);
    const statuses = new Set<number>();
    while (child.exitCode === null && child.signalCode === null) {
      for (const path of ['/health', '/contracts', '/api/v1/contracts/find?limit=5'])
        statuses.add((await fetch(`${address}${path}`)).status);
    }
    expect(await ended).toMatchObject({ code: 0 });
    expect([...statuses]).toEqual([200]);
    const found: unknown = await (await fetch(`${address}/api/v1/contracts/find?limit=1`)).json();
    expect(found).toMatchObject({ items: [expect.anything()] });
    service.child.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await snapshotOf(folder)).toEqual(undisturbed);
  });
});
