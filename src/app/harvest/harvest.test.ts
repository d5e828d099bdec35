import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandResult } from '../../../test/support/command-line.ts';
import { runLine } from '../../../test/support/command-line.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { archivedIds, archivedPages } from '../../../test/support/harvest/trial.ts';
import { readRules } from '../../../test/support/publisher/rules.ts';
import type { StubNotice } from '../../../test/support/publisher/stub-notices.ts';
import { makeNotices } from '../../../test/support/publisher/stub-notices.ts';
import type { StubOptions, StubPublisher } from '../../../test/support/publisher/stub-publisher.ts';
import { startStubPublisher } from '../../../test/support/publisher/stub-publisher.ts';
import { findATender } from '../../sources/find-a-tender.ts';
import { harvestContractsFinder } from './contracts-finder.ts';
import { createDatabaseLedger } from './database-ledger.ts';
import { harvestFindATender } from './find-a-tender.ts';
import { harvestResume } from './resume.ts';
import { harvestStatus } from './status.ts';

const operations = [harvestFindATender, harvestContractsFinder, harvestResume, harvestStatus];
const notices = makeNotices([
  { from: '2026-08-10T08:00:00', seconds: 36_000, notices: 330 },
  { from: '2026-08-10T17:30:05', seconds: 1, notices: 110 },
]);
const dates = ['--from', '2026-08-10', '--to', '2026-08-11'];

function isEarly(notice: StubNotice): boolean {
  return notice.number % 9 !== 0;
}

describeOnDatabases('a harvest', (open, engine) => {
  let database: TestDatabase;
  let dataDir: string;
  let stub: StubPublisher | null = null;

  beforeEach(async () => {
    database = await open();
    dataDir = await mkdtemp(join(tmpdir(), 'harvest-'));
  });
  afterEach(async () => {
    await stub?.close();
    stub = null;
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function publish(
    published: readonly StubNotice[],
    options: StubOptions = {},
  ): Promise<StubPublisher> {
    const rules = { ...readRules('find-a-tender'), overloadRequests: 1_000_000 };
    stub = await startStubPublisher(rules, published, options);
    return stub;
  }
  function settings(): Record<string, string> {
    return { FIND_A_TENDER_URL: stub?.url ?? 'http://127.0.0.1:1', HARVEST_PACE_MS: '0' };
  }
  function run(...argv: string[]): Promise<CommandResult> {
    return runLine(argv, { register: database.register, dataDir, settings: settings(), operations });
  }
  function harvest(...more: string[]): Promise<CommandResult> {
    return run('harvest', 'find-a-tender', ...dates, ...more);
  }
  async function registered(): Promise<string[]> {
    const { rows } = await sql<{
      release_id: string;
    }>`select release_id from release order by release_id`.execute(database.register.read);
    return rows.map((row) => row.release_id);
  }
  const ids = notices.map((notice) => notice.noticeId).sort();

  test('archives every notice without its contact points and puts each into the register once', async () => {
    await publish(notices);
    const { code, stdout, stderr } = await harvest('--json');
    expect({ code, stderr: stderr.includes('problem') }).toEqual({ code: 0, stderr: false });
    const summary: unknown = JSON.parse(stdout);
    expect(summary).toMatchObject({
      source: 'find-a-tender',
      from: '2026-08-10T00:00:00',
      to: '2026-08-11T00:00:00',
      requests: stub?.requests.length,
      notices: notices.length,
      ingested: { new: notices.length, skipped: 0 },
    });
    expect(await registered()).toEqual(ids);
    const pages = JSON.stringify(await archivedPages(join(dataDir, 'archive')));
    for (const personal of ['contactPoint', 'Owen Example', 'owen@marram.example', '960001']) {
      expect(pages).not.toContain(personal);
    }
    expect(pages).toMatch(/"sha256":"[0-9a-f]{64}"/);
    expect(await readdir(join(dataDir, 'archive', 'find-a-tender'))).toEqual(['2026']);
  });

  test('tells notices and releases apart: what lies in two windows was received twice, and is one notice', async () => {
    await publish(notices);
    const { stdout } = await harvest('--no-ingest');
    expect(stdout).toMatch(/^find-a-tender: 440 notices \(442 releases received\) in \d+ windows \(/);
    expect(await archivedIds(join(dataDir, 'archive'))).toHaveLength(442);
  });

  test('tells its state by year, and what to do next', async () => {
    expect((await run('harvest', 'status')).stdout).toContain(
      'Begin with "sourcing harvest find-a-tender --from DAY"',
    );
    await publish(notices);
    await harvest('--no-ingest');
    expect(await registered()).toEqual([]);
    const issued = Math.max(...notices.map((notice) => notice.number));
    const { stdout } = await run('harvest', 'status', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      sources: [
        {
          source: 'find-a-tender',
          windows: { planned: 0, fetching: 0, failed: 0 },
          running: null,
          years: [{ year: 2026, issued, held: notices.length }],
        },
        { source: 'contracts-finder', from: null, years: [] },
      ],
    });
    expect((await run('harvest', 'status')).stdout).toMatch(/0 open, 0 failed; \d+ not yet in the register/);
    await run('harvest', '--resume');
    expect(await registered()).toEqual(ids);
    expect((await run('harvest', 'status')).stdout).toContain(' 0 not yet in the register');
  });

  test('is refused where its dates make no sense', async () => {
    const refused: [string[], RegExp][] = [
      [['--from', '2026-08-11', '--to', '2026-08-10'], /is not after the beginning/],
      [['--from', '2026-08-10', '--to', '2026-08-10'], /A day means its midnight/],
      [['--from', '2020-12-31'], /no notices before 2021-01-01/],
      [['--from', '2027-01-01'], /in the future/],
      [['--from', '2026-10-30', '--to', '2026-11-05'], /in the future/],
      [['--from', 'yesterday'], /"yesterday" is no time/],
      [[], /Nothing of Find a Tender is held yet, so say from when/],
    ];
    for (const [argv, words] of refused) {
      const { code, stderr } = await run('harvest', 'find-a-tender', ...argv);
      expect(stderr).toMatch(words);
      expect(code).toBe(2);
    }
    expect((await run('harvest')).stderr).toMatch(/Say what to harvest: .*--resume/);
  });

  test('goes on where the last one ended, and reads young windows again', async () => {
    const today = makeNotices([{ from: '2026-11-01T08:00:00', seconds: 14_000, notices: 60 }]);
    const { publish: publishLate } = await publish(today.filter(isEarly));
    await run('harvest', 'find-a-tender', '--from', '2026-11-01');
    expect(await registered()).toHaveLength(today.filter(isEarly).length);
    publishLate(today.filter((notice) => !isEarly(notice)));
    expect((await run('harvest', 'find-a-tender')).code).toBe(0);
    expect(await registered()).toEqual(today.map((notice) => notice.noticeId).sort());
  });

  test('says so when another one runs, and takes over from one that died', async () => {
    await publish(notices);
    const ledger = createDatabaseLedger(database.register);
    const lease = { holder: 'another-machine:42:0a1b2c3d', until: new Date('2026-11-01T12:01:00Z') };
    await ledger.takeLease(findATender.id, lease, new Date('2026-11-01T11:59:00Z'), () => false);
    const { code, stderr } = await harvest();
    expect(stderr).toMatch(
      /Another harvest of Find a Tender is running \(another-machine:42:0a1b2c3d\)\. Wait until it is done/,
    );
    expect(code).toBe(5);
    expect(stub?.requests).toEqual([]);
    await ledger.giveLease(findATender.id, lease.holder);
    const both = await Promise.all([
      spawnHarvest(['harvest', 'find-a-tender', ...dates]),
      spawnHarvest(['harvest', 'find-a-tender', ...dates]),
    ]);
    expect(new Set(both.map((child) => child.code))).toEqual(new Set([0, 5]));
    expect(await registered()).toEqual(ids);
  });

  test('fetches an archived page again that was damaged or removed', async () => {
    await publish(notices);
    await harvest();
    const folder = join(dataDir, 'archive', 'find-a-tender', '2026');
    const [first = '', second = ''] = await readdir(folder);
    await truncate(join(folder, first), 20);
    await rm(join(folder, second));
    const { code, stderr, stdout } = await run('harvest', '--resume');
    expect(stderr).toContain(`${first} is corrupt; it is fetched again.`);
    expect(stderr).toContain(`${second} is missing; it is fetched again.`);
    expect(stdout).toMatch(/in 2 windows/);
    expect(code).toBe(0);
    expect([...new Set(await archivedIds(join(dataDir, 'archive')))].sort()).toEqual(ids);
    expect((await run('harvest', '--resume')).stdout).toMatch(/in 0 windows \(0 requests/);
  });

  test('keeps what came before the publisher failed, with one sentence', async () => {
    await publish(notices, { faultsAt: { 'updatedFrom=2026-08-10T16:30:00': 'refused' } });
    const { code, stderr } = await harvest();
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /One window could not be read, everything else is stored\. Find a Tender refused .* with status 400/,
    );
    expect((await registered()).length).toBeGreaterThan(100);
    expect((await run('harvest', 'status')).stdout).toMatch(/1 failed/);
  });

  async function spawnHarvest(
    argv: string[],
    killWhen?: () => boolean,
  ): Promise<{ code: number | null; stderr: string }> {
    const task = { databaseUrl: database.connectionString, dataDir, settings: settings(), argv };
    const script = new URL('../../../test/support/harvest/child.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [script, JSON.stringify(task)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const exit = once(child, 'exit');
    if (killWhen !== undefined) {
      while (child.exitCode === null && !killWhen()) await wait(2);
      child.kill('SIGKILL');
    }
    await exit;
    return { code: child.exitCode, stderr };
  }

  test('killed at any moment and resumed loses and doubles nothing', { timeout: 120_000 }, async () => {
    const running = await publish(notices, { delayMs: 8 });
    const start = ['harvest', 'find-a-tender', ...dates];
    const moments = engine === 'embedded' ? [1, 3, 4, 7, 9, 15, 16] : [2, 12];
    for (const [i, moment] of moments.entries()) {
      const killed = await spawnHarvest(
        i === 0 ? start : ['harvest', '--resume'],
        () => running.requests.length >= moment,
      );
      expect(killed.code, killed.stderr).toBeNull();
    }
    const resumed = await spawnHarvest(['harvest', '--resume']);
    expect(resumed, resumed.stderr).toMatchObject({ code: 0 });
    // The first kill may come before anything was planned; then there is nothing to resume but the request itself.
    expect((await spawnHarvest(start)).code).toBe(0);
    expect([...new Set(await archivedIds(join(dataDir, 'archive')))].sort()).toEqual(ids);
    expect(await registered()).toEqual(ids);
    const [year] = await createDatabaseLedger(database.register).completeness('find-a-tender');
    expect(year?.held).toBe(notices.length);
    const before = running.requests.length;
    await spawnHarvest(start);
    expect(running.requests.length).toBe(before);
  });
});
