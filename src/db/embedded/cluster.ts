import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../lib/errors.ts';
import { monotonicMs } from '../../lib/clock.ts';
import { attend } from './attendance.ts';
import type { Attendance, ClusterAddress } from './attendance.ts';
import { prepareBinaries } from './binaries.ts';
import { clusterPaths } from './cluster-paths.ts';
import type { ClusterPaths } from './cluster-paths.ts';
import { clusterIdentity, giveTo, nobody } from './identity.ts';
import { initialise } from './initialise.ts';
import { launch, startSupervisor } from './launch.ts';
import { endOrphan } from './orphan.ts';
import { readPostmaster, runsIn } from './postmaster.ts';
import { socketPort, stopAfterMs } from './settings.ts';
import { withStartLock } from './start-lock.ts';
import { socketFolder } from './temporary-folder.ts';

/** What may differ from the usual embedded database. */
export type ClusterOptions = {
  dataDir: string;
  /** How long the database goes on running after its last client has gone; ten seconds unless given. */
  stopAfterMs?: number;
  /** Settings of PostgreSQL beside, or instead of, the usual ones. */
  settings?: Readonly<Record<string, string>>;
  port?: number;
};

/** Our place in a running database. */
export type Cluster = { address: ClusterAddress; attendance: Attendance };

/** A running server that can't be reached for this long isn't coming. */
const unreachableMs = 15_000;

/**
 * Joins the database of a data folder, or makes and starts it when it isn't running. Safe for any number of processes at once.
 * It runs until {@link stopAfterMs} after the last `attendance.release()`.
 *
 * @throws AppError `database-unavailable` with what to do
 * @example const { address, attendance } = await joinCluster({ dataDir: 'var' })
 */
export async function joinCluster(options: ClusterOptions): Promise<Cluster> {
  const paths = await clusterPaths(options.dataDir);
  return (await joinRunning(paths, options)) ?? withStartLock(paths.lock, () => start(paths, options));
}

/** Our place in the database that runs on these files, or null when none takes connections. */
async function joinRunning(paths: ClusterPaths, options: ClusterOptions): Promise<Cluster | null> {
  const postmaster = await readPostmaster(paths.databaseDir);
  if (postmaster === null || !postmaster.isReady) return null;
  const address = { socketDir: postmaster.socketDir, port: postmaster.port };
  const attendance = await attend(address);
  if (attendance === null) return null;
  // Its supervisor may have been killed.
  if (!(await attendance.isSupervised())) {
    startSupervisor({ paths, address, stopAfterMs: options.stopAfterMs ?? stopAfterMs }, 'ignore');
  }
  return { address, attendance };
}

/** Runs while the start lock is held. */
async function start(paths: ClusterPaths, options: ClusterOptions): Promise<Cluster> {
  const running = await waitForRunning(paths, options);
  if (running !== null) return running;
  const identity = await clusterIdentity(paths);
  const binaries = await prepareBinaries(identity === null ? null : nobody);
  await initialise(paths, binaries, identity);
  await giveTo(paths.databaseDir, identity);
  await rm(paths.address, { force: true });
  const address = {
    socketDir: await socketFolder(paths.dataDir, identity),
    port: options.port ?? socketPort,
  };
  await endOrphan(address, paths.databaseDir);
  const attendance = await launch({
    paths,
    address,
    identity,
    binaries,
    settings: options.settings ?? {},
    stopAfterMs: options.stopAfterMs ?? stopAfterMs,
  });
  return { address, attendance };
}

/** Joins a database that is starting, or waits for one that is stopping to be gone (null). */
async function waitForRunning(paths: ClusterPaths, options: ClusterOptions): Promise<Cluster | null> {
  const since = monotonicMs();
  for (;;) {
    const joined = await joinRunning(paths, options);
    if (joined !== null) return joined;
    const postmaster = await readPostmaster(paths.databaseDir);
    if (postmaster === null || !(await runsIn(paths.databaseDir, postmaster.pid))) return null;
    if (postmaster.isReady && monotonicMs() - since > unreachableMs) {
      throw new AppError(
        'database-unavailable',
        `The database process ${postmaster.pid} runs but can't be reached at ${postmaster.socketDir}: end it with \`kill -INT ${postmaster.pid}\` and try again.`,
      );
    }
    await sleep(25);
  }
}
