import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister } from '../../src/db/connect.ts';
import { joinCluster } from '../../src/db/embedded/cluster.ts';
import { ownerRole, registerDatabase } from '../../src/db/embedded/settings.ts';
import { actRelease } from '../factories/release.ts';
import { createDataFolder, type DataFolder } from '../support/data-folder.ts';
import { faultMarks, runCommandToEnd } from '../support/hostile/command.ts';
import { snapshot } from '../support/snapshot.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** Releases that take about 10 kB each on disk, because their text can't be made smaller. */
function notices(first: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const number = String(first + index).padStart(6, '0');
    const description = randomText(10_000, first + index);
    const made = actRelease({ ocid: `ocds-h6vhtk-${number}`, id: `${number}-2026`, description });
    return `${JSON.stringify(made)}\n`;
  }).join('');
}

function randomText(length: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}

async function snapshotOf(dataDir: string): Promise<string[]> {
  const register = await openRegister({ dataDir });
  try {
    return await snapshot(register);
  } finally {
    await register.close();
  }
}

describe('a machine that lacks something', () => {
  let folder: DataFolder;
  let held: string[];
  beforeAll(async () => {
    folder = await createDataFolder();
    const path = join(folder.path, 'held.jsonl');
    await writeFile(path, notices(1, 20));
    expect(await runCommandToEnd(['ingest', path], folder.path)).toMatchObject({ code: 0 });
    held = await snapshotOf(folder.path);
  });
  afterAll(() => folder.remove());

  it.skipIf(process.platform !== 'linux')(
    'a data folder where none can be made is refused at once (Linux only)',
    async () => {
      const refused = await runCommandToEnd(['data', 'status'], '/proc/data');
      expect(refused).toMatchObject({ code: 4, stdout: '' });
      expect(refused.stderr).toMatch(
        /^sourcing: The data folder \/proc\/data can't be created or read \(ENOENT.*\): set DATA_DIR to a folder you may write to\.$/m,
      );
      expect(refused.stderr).not.toMatch(faultMarks);
    },
  );

  it('a port that is taken: "serve" names it and another one to try', async () => {
    const other = await listening();
    const port = portOf(other);
    const { code, stdout, stderr } = await runCommandToEnd(['serve'], folder.path, { PORT: String(port), SAMPLE: 'off' }); // prettier-ignore
    other.close();
    expect(stderr).toBe(`sourcing: Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.\n`); // prettier-ignore
    expect([code, stdout]).toEqual([5, '']);
    expect(await snapshotOf(folder.path)).toEqual(held);
  });

  it('a database newer than the program: every command that needs it says so, and changes nothing', async () => {
    await asOwner("insert into schema_migration (name, hash) values ('9999_of_the_future.sql', 'x')");
    const path = join(folder.path, 'more.jsonl');
    await writeFile(path, notices(101, 5));
    const commands = [['ingest', path], ['contracts', 'find'], ['serve']];
    const ended = await Promise.all(
      commands.map((argv) => runCommandToEnd(argv, folder.path, { PORT: '0', SAMPLE: 'off' })),
    );
    for (const { code, stdout, stderr } of ended) {
      expect(stderr).toMatch(/^sourcing: The database has the schema step 9999_of_the_future\.sql, which this program does not know: use the newer program that made it, or set DATA_DIR or DATABASE_URL to another database\.\n$/); // prettier-ignore
      expect([code, stdout]).toEqual([4, '']);
    }
    await asOwner("delete from schema_migration where name like '9999%'");
    expect(await snapshotOf(folder.path)).toEqual(held);
  });

  async function asOwner(statement: string): Promise<void> {
    const { address, attendance } = await joinCluster({ dataDir: folder.path });
    const owner = new Client({ host: address.socketDir, port: address.port, user: ownerRole, database: registerDatabase }); // prettier-ignore
    await owner.connect();
    await owner.query(statement);
    await owner.end();
    await attendance.release();
  }
});

describe.skipIf(!isRoot)('a full disk (skipped without root, who alone can mount a small one)', () => {
  it('is told in a sentence with exit code 5, loses nothing that was stored, and the same command ends well once there is room', { timeout: 240_000 }, async () => {
    const disk = await mkdtemp(join(tmpdir(), 'sourcing-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk]);
    const dataDir = join(disk, 'var');
    const outside = await createDataFolder();
    try {
      await run('mkdir', [dataDir]);
      await chmod(dataDir, 0o755);
      const [first, second] = [join(outside.path, 'first.jsonl'), join(outside.path, 'second.jsonl')];
      await writeFile(first, notices(1, 50));
      await writeFile(second, notices(1001, 400));
      expect(await runCommandToEnd(['ingest', first], dataDir)).toMatchObject({ code: 0 });
      const held = await snapshotOf(dataDir);
      const { bavail, bsize } = await statfs(disk);
      await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 4_000_000));
      const full = await runCommandToEnd(['ingest', second], dataDir);
      expect(full.stderr).toMatch(/^sourcing: The disk of the database is full: free some space and try again\. What was stored before is safe; this change was not made\.$/m); // prettier-ignore
      expect(full.stderr).not.toMatch(faultMarks);
      expect([full.code, full.stdout]).toEqual([5, '']);
      await rm(join(disk, 'filler'));
      expect(await snapshotOf(dataDir)).toEqual(expect.arrayContaining(held.filter((line) => /^(release|contract) /.test(line)))); // prettier-ignore
      expect(await runCommandToEnd(['ingest', second], dataDir)).toMatchObject({ code: 0 });
      const expected = await createDataFolder();
      expect(await runCommandToEnd(['ingest', first, second], expected.path)).toMatchObject({ code: 0 });
      expect(await snapshotOf(dataDir)).toEqual(await snapshotOf(expected.path));
      await expected.remove();
    } finally {
      await run('umount', ['--lazy', disk]);
      await rm(disk, { recursive: true, force: true });
      await outside.remove();
    }
  });
}); // prettier-ignore

async function listening(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
