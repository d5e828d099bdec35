import { Client } from 'pg';
import { AppError } from '../../lib/errors.ts';
import { advisoryLocks, ownerRole, supervisorName } from './settings.ts';

/** Where a running database listens. */
export type ClusterAddress = { socketDir: string; port: number };

/** A process's sign that it uses the database. While it is held the supervisor doesn't stop the database. */
export type Attendance = {
  /** Whether the connection still stands; once false it stays so. */
  isHeld: () => boolean;
  /** Whether a supervisor watches the database. */
  isSupervised: () => Promise<boolean>;
  /** Runs one statement as the owner of the cluster. */
  run: (sql: string) => Promise<Record<string, unknown>[]>;
  release: () => Promise<void>;
};

/** What a connection says when nobody listens, or when the one who listens is starting or stopping. */
const absentCodes: ReadonlySet<string> = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTDIR',
  // admin_shutdown, crash_shutdown, cannot_connect_now
  '57P01',
  '57P02',
  '57P03',
]);

/**
 * Joins the database at an address, or answers null when it isn't running, is still starting, or is being stopped.
 *
 * @throws AppError `database-unavailable` when it runs but doesn't let us in
 */
export async function attend(address: ClusterAddress): Promise<Attendance | null> {
  const client = new Client({
    host: address.socketDir,
    port: address.port,
    user: ownerRole,
    database: 'postgres',
    application_name: 'sourcing-attendance',
  });
  let isHeld = true;
  const lose = (): void => void (isHeld = false);
  client.on('error', lose).on('end', lose);
  try {
    await client.connect();
    // Waits while the supervisor has the lock alone, which ends with the connection being cut.
    await client.query(`select pg_advisory_lock_shared${advisoryLocks.presence}`);
  } catch (cause) {
    await client.end().catch(lose);
    if (isAbsent(cause)) return null;
    throw new AppError(
      'database-unavailable',
      `The running database at ${address.socketDir} does not let us in (${cause instanceof Error ? cause.message : String(cause)}): run as the user who started it, or set DATA_DIR to a folder of your own.`,
      { cause },
    );
  }
  const run = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await client.query<Record<string, unknown>>(sql)).rows;
  return {
    isHeld: () => isHeld,
    run,
    async isSupervised() {
      const found = await run(
        `select 1 from pg_stat_activity where application_name = '${supervisorName}' limit 1`,
      );
      return found.length > 0;
    },
    release: () => client.end(),
  };
}

/** Whether an error means that no database listens (any more, or yet). */
export function isAbsent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if ('code' in cause && typeof cause.code === 'string') return absentCodes.has(cause.code);
  return /Connection terminated|Client has encountered a connection error/.test(cause.message);
}
