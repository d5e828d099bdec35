import { spawn } from 'node:child_process';
import { open, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../lib/errors.ts';
import { monotonicMs } from '../../lib/clock.ts';
import { attend } from './attendance.ts';
import type { Attendance, ClusterAddress } from './attendance.ts';
import type { Binaries } from './binaries.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import { giveToOwner } from './identity.ts';
import type { Identity } from './identity.ts';
import { readPostmaster, runsIn } from './postmaster.ts';
import { runProgram } from './run-program.ts';
import { clusterSettings, ownerRole, registerDatabase } from './settings.ts';
import { isMuslSystem, startFailure } from './start-failure.ts';

/** What a start needs to know. */
export type Launch = {
  paths: ClusterPaths;
  address: ClusterAddress;
  identity: Identity | null;
  binaries: Binaries;
  /** Settings beside, or instead of, the usual ones. */
  settings: Readonly<Record<string, string>>;
  stopAfterMs: number;
};

/** After this the log begins anew; the one before is kept. */
const logBytes = 5_000_000;
/** A database that recovers after a crash reads up to its whole log first. */
const recoveryMs = 240_000;
/** How often PostgreSQL is started again when what a killed one left behind is still going away. */
const attempts = 40;

/**
 * Starts PostgreSQL on its files and the supervisor beside it, and waits until it takes connections.
 * Both outlive this process. To be called while the start lock is held.
 *
 * @throws AppError `database-unavailable` with the reason from its log
 */
export async function launch(start: Launch): Promise<Attendance> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await launchOnce(start);
    if (typeof result !== 'string') {
      await writeAddress(start);
      return result;
    }
    // Children of a killed server need a moment to notice that it is gone.
    const isPassing = /pre-existing shared memory block|lock file .* already exists/.test(result);
    if (!isPassing || attempt === attempts) {
      const { databaseDir } = start.paths;
      await rmdir(start.address.socketDir).catch(() => undefined);
      throw startFailure({
        doing: 'started',
        databaseDir,
        output: result,
        isMusl: /ENOENT/.test(result) && isMuslSystem(),
      });
    }
    await sleep(250);
  }
}

/** One start: our place in the running database, or what PostgreSQL said before it gave up. */
async function launchOnce(start: Launch): Promise<Attendance | string> {
  const { paths, address } = start;
  const log = await openLog(paths.log);
  const from = (await log.stat()).size;
  const child = runProgram({
    program: start.binaries.postgres,
    options: commandLine(start),
    databaseDir: paths.databaseDir,
    identity: start.identity,
    output: log.fd,
    environment: await ignoringStaleLock(paths.databaseDir),
  });
  const end: { reason?: string } = {};
  child.once('error', (cause) => (end.reason = String(cause)));
  child.once('exit', (code, signal) => (end.reason ??= `PostgreSQL ended (${code ?? signal ?? ''})`));
  child.unref();
  startSupervisor(start, log.fd);
  await log.close();
  const since = monotonicMs();
  while (end.reason === undefined) {
    const postmaster = await readPostmaster(paths.databaseDir);
    const attendance = postmaster?.isReady === true ? await attend(address) : null;
    if (attendance !== null) return attendance;
    if (monotonicMs() - since > recoveryMs) {
      throw new AppError(
        'database-unavailable',
        `The database in ${paths.databaseDir} has been recovering for four minutes: it goes on by itself, so try again later.`,
      );
    }
    await sleep(15);
  }
  const said = (await readFile(paths.log)).subarray(from).toString('utf8');
  return `${said}\n${end.reason}`;
}

function commandLine({ address, settings }: Launch): string[] {
  const all: Record<string, string> = { ...clusterSettings, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-k', address.socketDir, '-p', String(address.port), ...options];
}

/**
 * PostgreSQL refuses to start while the process named in its lock file lives, even when that number now belongs to another program.
 * It makes an exception for its own ancestors, which pg_ctl names in this variable (PostgreSQL, miscinit.c, CreateLockFile).
 */
async function ignoringStaleLock(databaseDir: string): Promise<Record<string, string>> {
  const named = await readPostmaster(databaseDir);
  return named === null || (await runsIn(databaseDir, named.pid))
    ? {}
    : { PG_GRANDPARENT_PID: String(named.pid) };
}

async function openLog(path: string): ReturnType<typeof open> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logBytes) await rename(path, `${path}.1`);
  return open(path, 'a');
}

/** Starts the process that stops the database once nobody uses it. Should there be one already, it ends by itself. */
export function startSupervisor(
  { paths, address, stopAfterMs }: Omit<Launch, 'binaries' | 'identity' | 'settings'>,
  log: number | 'ignore',
): void {
  const program = fileURLToPath(
    import.meta.resolve(import.meta.url.endsWith('.ts') ? './supervisor.ts' : './supervisor.js'),
  );
  const job = [
    address.socketDir,
    String(address.port),
    paths.databaseDir,
    paths.address,
    paths.lock,
    String(stopAfterMs),
  ];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...job], {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'ignore', log],
    detached: true,
  });
  // Without one the database merely goes on running; the next process that comes starts another.
  child.on('error', () => undefined);
  child.unref();
}

/** Says where the database listens, for people and other tools. */
async function writeAddress({ paths, address }: Launch): Promise<void> {
  const postmaster = await readPostmaster(paths.databaseDir);
  const url = `postgresql:///${registerDatabase}?host=${encodeURIComponent(address.socketDir)}&port=${address.port}&user=${ownerRole}`;
  const content = {
    url,
    ...address,
    user: ownerRole,
    database: registerDatabase,
    pid: postmaster?.pid ?? null,
  };
  const fresh = `${paths.address}.new`;
  await writeFile(fresh, `${JSON.stringify(content, null, 2)}\n`);
  await rename(fresh, paths.address);
  await giveToOwner(paths.dataDir, [paths.address, paths.log, paths.lock]);
}
