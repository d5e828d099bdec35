import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDataFolder } from '../../../test/support/data-folder.ts';
import type { DataFolder } from '../../../test/support/data-folder.ts';
import { joinCluster } from './cluster.ts';
import type { ClusterAddress } from './attendance.ts';
import type { Cluster } from './cluster.ts';
import { stopDatabase } from './stop-database.ts';
import { isAlive, readPostmaster, runsIn } from './postmaster.ts';
import { ownerRole, registerDatabase, supervisorName } from './settings.ts';
import { openRegister } from '../connect.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const clientProgram = new URL('../../../test/support/database-client.ts', import.meta.url).pathname;

let folder: DataFolder;
/** A stopped database with the register's schema and a table `probe`, to begin from where it isn't the making that is tested. */
let template: DataFolder;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  template = await createDataFolder();
  const register = await openRegister({ dataDir: template.path, embedded: { stopAfterMs: 100 } });
  const { address, attendance } = await joinCluster({ dataDir: template.path });
  const owner = ownerOf(address);
  await owner.connect();
  await owner.query('create table probe (number integer primary key)');
  await owner.end();
  await attendance.release();
  await register.close();
  await stopDatabase(template.databaseDir);
});
afterAll(() => template.remove());
beforeEach(async () => {
  folder = await createDataFolder();
});
afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  await folder.remove();
});

const joinFolder = (stopAfterMs = 1000): Promise<Cluster> =>
  joinCluster({ dataDir: folder.path, stopAfterMs });

/** Waits until something holds. The test's own time limit is the only one. */
async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await sleep(25);
}

async function postmasterPid(): Promise<number> {
  return (await readPostmaster(folder.databaseDir))?.pid ?? 0;
}

async function isRunning(): Promise<boolean> {
  const pid = await postmasterPid();
  return pid !== 0 && runsIn(folder.databaseDir, pid);
}

/** A client in a process of its own, and the numbers it has had acknowledged so far. */
function startClient(first = 0, count = 0): { child: ChildProcess; said: () => string[] } {
  const child = spawn(process.execPath, [clientProgram, folder.path, String(first), String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(child);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, said: () => output.split('\n').slice(0, -1) };
}

async function supervisors(cluster: Cluster): Promise<number[]> {
  // Its process isn't in the database's views; its command line names the folder.
  expect(await cluster.attendance.isSupervised()).toBe(true);
  const { stdout } = await run('ps', ['-eo', 'pid=,args=']);
  const lines = stdout
    .split('\n')
    .filter((line) => line.includes('supervisor.') && line.includes(folder.databaseDir));
  return lines.map((line) => Number.parseInt(line.trim(), 10));
}

async function copyTemplate(): Promise<void> {
  await run('cp', ['-a', template.databaseDir, folder.databaseDir]);
}

function ownerOf({ socketDir, port }: ClusterAddress): Client {
  return new Client({ host: socketDir, port, user: ownerRole, database: registerDatabase });
}

async function probeNumbers(): Promise<number[]> {
  const { address, attendance } = await joinFolder();
  const owner = ownerOf(address);
  await owner.connect();
  const { rows } = await owner.query<{ number: number }>('select number from probe order by number');
  await owner.end();
  await attendance.release();
  return rows.map(({ number }) => number);
}

describe('the embedded database', () => {
  it('is made in an empty folder, listens on a short socket only, and says where', async () => {
    const { address, attendance } = await joinFolder();
    expect(Buffer.byteLength(`${address.socketDir}/.s.PGSQL.${address.port}`)).toBeLessThanOrEqual(103);
    expect(await attendance.run('show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await attendance.run('show fsync')).toEqual([{ fsync: 'on' }]);
    const said: unknown = JSON.parse(await readFile(join(folder.path, 'database.json'), 'utf8'));
    expect(said).toMatchObject({ ...address, database: registerDatabase, pid: await postmasterPid() });
    expect((await stat(folder.databaseDir)).mode & 0o077).toBe(0);
    await attendance.release();
  });

  it('is started once by two processes that come at the same time to an empty folder', async () => {
    const clients = [startClient(), startClient()];
    await until(() => clients.every(({ said }) => said().includes('open')));
    const log = await readFile(join(folder.path, 'database.log'), 'utf8');
    expect(log.match(/starting PostgreSQL/g)).toHaveLength(1);
    expect((await readdir(folder.path)).filter((name) => name.startsWith('database.new'))).toEqual([]);
  });

  it('is not hindered by what a killed start has left', async () => {
    await mkdir(join(folder.path, 'database.new-abc'));
    await writeFile(join(folder.path, 'database.json'), '{"socketDir":"/nowhere"}');
    const { attendance } = await joinFolder();
    expect(await readdir(folder.path)).not.toContain('database.new-abc');
    await attendance.release();
  });
});

describe('the embedded database in use', () => {
  beforeEach(copyTemplate);

  it('goes on while one of its clients is left, and stops when the last has gone', async () => {
    const first = await joinFolder(300);
    const second = await joinFolder(300);
    await first.attendance.release();
    await sleep(1200);
    expect(await isRunning()).toBe(true);
    expect(await second.attendance.run('select 1 as one')).toEqual([{ one: 1 }]);
    await second.attendance.release();
    await until(async () => !(await isRunning()));
    await until(() => !existsSync(join(folder.path, 'database.json')));
    await until(() => !existsSync(join(folder.databaseDir, 'postmaster.pid')));
    await until(() => !existsSync(first.address.socketDir));
  });

  it('also goes on for a client that is nothing but a connection', async () => {
    const { address, attendance } = await joinFolder(300);
    const other = new Client({
      host: address.socketDir,
      port: address.port,
      user: ownerRole,
      database: 'postgres',
    });
    await other.connect();
    await attendance.release();
    await sleep(1200);
    expect(await isRunning()).toBe(true);
    await other.end();
    await until(async () => !(await isRunning()));
  });

  it.skipIf(process.platform !== 'linux')(
    'is made anew at once where its folder was removed while it ran (Linux only)',
    async () => {
      const { attendance, address } = await joinFolder(10_000);
      const removed = await postmasterPid();
      await rm(folder.path, { recursive: true, force: true, maxRetries: 5 });
      const again = await joinFolder(300);
      expect(isAlive(removed)).toBe(false);
      expect(attendance.isHeld()).toBe(false);
      expect(again.address).toEqual(address);
      // Longer than the old supervisor needs to see that its database is gone, and not to stop this one.
      await sleep(2500);
      expect(await again.attendance.run('select 1 as one')).toEqual([{ one: 1 }]);
      await again.attendance.release();
      await until(async () => !(await isRunning()));
    },
  );

  it('is not replaced where its folder was moved while it ran, and stops by itself later', async () => {
    const { attendance } = await joinFolder(1500);
    const moved = await postmasterPid();
    const elsewhere = `${folder.path}-moved`;
    await rename(folder.path, elsewhere);
    try {
      await expect(joinFolder()).rejects.toMatchObject({
        code: 'database-unavailable',
        message: expect.stringContaining(`still runs (process ${moved})`),
      });
      expect(await attendance.run('select 1 as one')).toEqual([{ one: 1 }]);
      await attendance.release();
      await until(() => !isAlive(moved));
      const { attendance: again } = await joinFolder(100);
      await again.release();
    } finally {
      await stopDatabase(join(elsewhere, 'database'));
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it('can be joined while it is being stopped', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { attendance } = await joinFolder(100);
      await attendance.release();
      await sleep(80 + round * 30);
    }
    const { attendance } = await joinFolder(100);
    expect(await attendance.run('select 1 as one')).toEqual([{ one: 1 }]);
    await attendance.release();
  });
});

describe('after a kill', () => {
  beforeEach(copyTemplate);

  it('of the process that opened it, every acknowledged row is found and the database stops by itself', async () => {
    const client = startClient(0, 100_000);
    await until(() => client.said().length > 50);
    client.child.kill('SIGKILL');
    await once(client.child, 'close');
    const acknowledged = client.said().slice(1).map(Number);
    expect(await probeNumbers()).toEqual(expect.arrayContaining(acknowledged));
    await until(async () => !(await isRunning()));
  });

  it('of PostgreSQL, the next start recovers every acknowledged row', async () => {
    const client = startClient(0, 100_000);
    await until(() => client.said().length > 50);
    process.kill(await postmasterPid(), 'SIGKILL');
    client.child.kill('SIGKILL');
    await once(client.child, 'close');
    const acknowledged = client.said().slice(1).map(Number);
    expect(await probeNumbers()).toEqual(expect.arrayContaining(acknowledged));
  });

  it('of PostgreSQL under an open register, the register goes on', async () => {
    const register = await openRegister({ dataDir: folder.path, embedded: { stopAfterMs: 1000 } });
    const dead = await postmasterPid();
    process.kill(dead, 'SIGKILL');
    await until(async () => !(await runsIn(folder.databaseDir, dead)));
    const answer = await register.read
      .selectNoFrom((expression) => expression.val('here').as('word'))
      .execute()
      .catch(() => register.read.selectNoFrom((expression) => expression.val('here').as('word')).execute());
    expect(answer).toEqual([{ word: 'here' }]);
    expect(await postmasterPid()).not.toBe(dead);
    await register.close();
  });

  it('of its supervisor, the next client brings another and it still stops', async () => {
    const first = await joinFolder(300);
    await until(() => first.attendance.isSupervised());
    for (const pid of await supervisors(first)) process.kill(pid, 'SIGKILL');
    await until(async () => !(await first.attendance.isSupervised()));
    const second = await joinFolder(300);
    await until(() => second.attendance.isSupervised());
    await first.attendance.release();
    await second.attendance.release();
    await until(async () => !(await isRunning()));
  });

  it('has one supervisor only, however many were started', async () => {
    const clusters = await Promise.all([joinFolder(), joinFolder(), joinFolder(), joinFolder()]);
    const [first] = clusters;
    await until(async () => {
      const watching = await first?.attendance.run(
        `select pid from pg_stat_activity where application_name = '${supervisorName}'`,
      );
      return watching?.length === 1;
    });
    await Promise.all(clusters.map(({ attendance }) => attendance.release()));
  });

  it('starts although the number in its lock file belongs to another program by now', async () => {
    const { attendance } = await joinFolder(100);
    await attendance.release();
    await until(async () => !(await isRunning()));
    await until(() => !existsSync(join(folder.databaseDir, 'postmaster.pid')));
    const lines = [process.pid, '/proc/self/cwd', 1, 5432, '/tmp/nowhere', '', '1 1', 'ready   '];
    const lockFile = join(folder.databaseDir, 'postmaster.pid');
    await writeFile(lockFile, `${lines.join('\n')}\n`, { mode: 0o600 });
    const { uid, gid } = await stat(folder.databaseDir);
    await lchown(lockFile, uid, gid);
    const again = await joinFolder();
    expect(await again.attendance.run('select 1 as one')).toEqual([{ one: 1 }]);
    await again.attendance.release();
  });
});

describe('the embedded database refuses with a sentence', () => {
  it('a folder that holds something else', async () => {
    await mkdir(folder.databaseDir);
    await writeFile(join(folder.databaseDir, 'letter.txt'), 'Dear all');
    await expect(joinFolder()).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringContaining('holds no database'),
    });
    expect(await readFile(join(folder.databaseDir, 'letter.txt'), 'utf8')).toBe('Dear all');
  });

  it('a database of another major version', async () => {
    await copyTemplate();
    await writeFile(join(folder.databaseDir, 'PG_VERSION'), '12\n');
    await expect(joinFolder()).rejects.toThrow('another major version');
  });

  it('a data folder in whose place a file lies', async () => {
    const path = join(folder.path, 'file');
    await writeFile(path, '');
    await expect(joinCluster({ dataDir: path })).rejects.toMatchObject({ code: 'database-unavailable' });
  });

  it.skipIf(!isRoot)('a full disk, and starts once there is space (needs root, to mount one)', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'sourcing-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', disk]);
    try {
      const dataDir = join(disk, 'var');
      await expect(joinCluster({ dataDir })).rejects.toMatchObject({
        code: 'machine-resource',
        message: expect.stringContaining('is full'),
      });
      expect(await readdir(dataDir)).not.toContain('database');
      await run('mount', ['-o', 'remount,size=400m', disk]);
      const { attendance } = await joinCluster({ dataDir, stopAfterMs: 100 });
      await attendance.release();
      await until(() => !existsSync(join(dataDir, 'database', 'postmaster.pid')));
    } finally {
      await run('umount', ['--lazy', disk]);
      await rm(disk, { recursive: true, force: true });
    }
  });

  it.skipIf(!isRoot)('nothing as root in a folder that only root may enter (needs root)', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'sourcing-closed-'));
    await chmod(closed, 0o700);
    const inside = await createDataFolder(closed);
    const { attendance } = await joinCluster({ dataDir: inside.path, stopAfterMs: 100 });
    await attendance.run('create table probe as select generate_series(1, 100000) as number');
    await attendance.run('checkpoint');
    expect((await stat(inside.databaseDir)).uid).not.toBe(0);
    await attendance.release();
    await inside.remove();
    await rm(closed, { recursive: true, force: true });
  });
});
