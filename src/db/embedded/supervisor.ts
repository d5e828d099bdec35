/**
 * A process of its own beside the embedded database: stops it when its last client has been gone for a while.
 * Started by whoever starts or joins the database and finds none; belongs to nobody, so neither the command line nor the server owns the database.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { monotonicMs } from '../../lib/clock.ts';
import { isAbsent } from './attendance.ts';
import { readListener, readPostmaster, runsIn } from './postmaster.ts';
import { advisoryLocks, ownerRole, supervisorName } from './settings.ts';
import { withStartLock } from './start-lock.ts';
import { stopDatabase } from './stop-database.ts';

type Job = {
  socketDir: string;
  port: number;
  databaseDir: string;
  addressFile: string;
  lock: string;
  stopAfterMs: number;
};

/** How long it waits for a database that is starting. */
const startMs = 300_000;

/** Whether nobody but us is connected. */
const isUnused = `select count(*) = 0 as answer from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`;

await supervise(parseJob(process.argv.slice(2)));

async function supervise(job: Job): Promise<void> {
  const client = await connect(job);
  if (client === null) return;
  // The folder may be moved, and another database made in its place.
  const pid = await readListener(job.socketDir, job.port);
  try {
    if (!(await isTrue(client, `select pg_try_advisory_lock${advisoryLocks.supervisor} as answer`))) return;
    await watch(client, job, pid);
  } catch (cause) {
    // The database has ended under us: whoever comes next starts it again, and another of us.
    if (!isAbsent(cause)) throw cause;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits for the database, which may be starting; null when it doesn't come. */
async function connect({ socketDir, port, databaseDir }: Job): Promise<Client | null> {
  const since = monotonicMs();
  while (monotonicMs() - since < startMs) {
    const client = new Client({
      host: socketDir,
      port,
      user: ownerRole,
      database: 'postgres',
      application_name: supervisorName,
    });
    // A broken connection shows in the next query.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (cause) {
      if (!isAbsent(cause)) throw cause;
      await client.end().catch(() => undefined);
    }
    await sleep(50);
    const postmaster = await readPostmaster(databaseDir);
    const isComing = postmaster !== null && (await runsIn(databaseDir, postmaster.pid));
    const isRemoved = !existsSync(databaseDir);
    if (isRemoved || (!isComing && monotonicMs() - since > 10_000)) return null;
  }
  return null;
}

/** Waits until there has been no client for the time given, stops the database, and returns. */
async function watch(client: Client, job: Job, pid: number | null): Promise<void> {
  let lastUse = monotonicMs();
  for (;;) {
    await sleep(Math.min(1000, job.stopAfterMs / 5));
    if (!(await isTrue(client, isUnused))) lastUse = monotonicMs();
    if (monotonicMs() - lastUse < job.stopAfterMs) continue;
    // Nobody starts it while it is being stopped. This lock before the other: so do those who start it.
    if (await withStartLock(job.lock, () => stopUnused(client, job, pid))) return;
    lastUse = monotonicMs();
  }
}

/** Stops the database unless a client has come; one that comes now waits for the lock of {@link advisoryLocks} and is cut off. */
async function stopUnused(client: Client, job: Job, pid: number | null): Promise<boolean> {
  if (!(await isTrue(client, `select pg_try_advisory_lock${advisoryLocks.presence} as answer`))) return false;
  if (!(await isTrue(client, isUnused))) {
    await client.query(`select pg_advisory_unlock${advisoryLocks.presence}`);
    return false;
  }
  const named = await readPostmaster(job.databaseDir);
  if (pid !== null && named?.pid !== pid) {
    // What lies in the folder now isn't what we watch, and its address isn't ours to remove.
    process.kill(pid, 'SIGINT');
    return true;
  }
  await stopDatabase(job.databaseDir);
  await rm(job.addressFile, { force: true });
  return true;
}

async function isTrue(client: Client, sql: string): Promise<boolean> {
  const { rows } = await client.query<{ answer: boolean }>(sql);
  return rows[0]?.answer === true;
}

/** The job is the command line: socket folder, port, database folder, address file, lock file, milliseconds. */
function parseJob([socketDir, port, databaseDir, addressFile, lock, stopAfterMs]: readonly string[]): Job {
  if (
    socketDir === undefined ||
    databaseDir === undefined ||
    addressFile === undefined ||
    lock === undefined
  ) {
    throw new TypeError('The supervisor is started by the database, not by hand.');
  }
  return { socketDir, port: Number(port), databaseDir, addressFile, lock, stopAfterMs: Number(stopAfterMs) };
}
