import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { AppError } from '../lib/errors.ts';
import { fullDiskError } from './database-error.ts';
import { isAbsent } from './embedded/attendance.ts';
import { joinCluster } from './embedded/cluster.ts';
import type { Cluster, ClusterOptions } from './embedded/cluster.ts';
import { isDiskFull } from './embedded/disk-room.ts';
import { ownerRole, registerDatabase } from './embedded/settings.ts';
import { migrate } from './migrate.ts';
import type { Register } from './register.ts';
import { openPool } from './register-pool.ts';
import type { Database } from './schema.ts';

/** Which database, and how much of it. */
export type OpenOptions = {
  /** The data folder; the embedded database lies in it. */
  dataDir: string;
  /** A PostgreSQL server of the user's own, instead of the embedded one. Its user owns the tables. */
  databaseUrl?: string | undefined;
  /** A copy of that server to read from. */
  readUrl?: string | undefined;
  /** A reading statement is stopped after this; 30 s unless given, 0 never. */
  readTimeoutMs?: number;
  /** Connections for reading at most, 6 unless given; half as many, at least 2, for writing. */
  poolSize?: number;
  /** Differences of the embedded database; for tests. */
  embedded?: Omit<ClusterOptions, 'dataDir'> & { database?: string };
};

/** Where a register lies and how it stays there. */
type Source = {
  owner: ClientConfig;
  /** As the owner connects, but perhaps to a copy. */
  read: ClientConfig;
  revive: () => Promise<ClientConfig>;
  explain: (failure: unknown) => Promise<unknown>;
  release: () => Promise<void>;
};

/**
 * Opens the register and brings its schema up to date. Without `databaseUrl` the embedded database is started, or joined when it runs.
 * Costs 0.3 s when it has to be started, 1.5 s when it has to be made.
 *
 * Columns arrive as {@link columnTypes} says. Sessions run as `sourcing_app`, in UTC; `read` refuses to write.
 *
 * @throws AppError `database-unavailable`, `database-newer` or `machine-resource`, with what to do
 * @example
 * const register = await openRegister({ dataDir: 'var' });
 * const rows = await register.read.selectFrom('process').select('ocid').limit(10).execute();
 * await register.close();
 */
export async function openRegister(options: OpenOptions): Promise<Register> {
  const source =
    options.databaseUrl === undefined
      ? await embeddedSource(options)
      : serverSource(options.databaseUrl, options.readUrl);
  try {
    await migrate(source.owner);
  } catch (cause) {
    await source.release();
    throw cause;
  }
  return registerOn(source, options);
}

function registerOn(source: Source, { readTimeoutMs = 30_000, poolSize = 6 }: OpenOptions): Register {
  const read: Kysely<Database> = openPool({
    connection: source.read,
    size: poolSize,
    statementTimeoutMs: readTimeoutMs,
    isReadOnly: true,
    revive: source.revive,
    explain: source.explain,
  });
  const change = openPool({
    connection: source.owner,
    size: Math.max(2, Math.floor(poolSize / 2)),
    statementTimeoutMs: 0,
    isReadOnly: false,
    revive: source.revive,
    explain: source.explain,
  });
  return {
    read,
    latest: source.read === source.owner ? read : change,
    write: (run) => change.transaction().execute(run),
    within: ({ bodyId }, work) =>
      change.transaction().execute(async (transaction) => {
        await sql`select set_config('app.body', ${bodyId}, true)`.execute(transaction);
        return work(transaction);
      }),
    async close() {
      await Promise.all([read.destroy(), change.destroy()]);
      await source.release();
    },
  };
}

function serverSource(databaseUrl: string, readUrl: string | undefined): Source {
  const owner = parseDatabaseUrl(databaseUrl, 'DATABASE_URL');
  const read = readUrl === undefined ? owner : parseDatabaseUrl(readUrl, 'the address to read from');
  return {
    owner,
    read,
    revive: async () => ({}),
    explain: async (failure) => failure,
    release: async () => undefined,
  };
}

/** A PostgreSQL URL as a connection; its `options` are taken out, because ours have to stand beside them. */
function parseDatabaseUrl(text: string, setting: string): ClientConfig {
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new AppError(
      'database-unavailable',
      `${setting} is not the address of a PostgreSQL server: write it as postgresql://user:password@host:5432/database.`,
    );
  }
  const url = new URL(text);
  const options = url.searchParams.get('options');
  url.searchParams.delete('options');
  return { connectionString: url.href, ...(options === null ? {} : { options }) };
}

async function embeddedSource({ dataDir, embedded = {} }: OpenOptions): Promise<Source> {
  const { database = registerDatabase, ...clusterOptions } = embedded;
  const join = (): Promise<Cluster> => joinCluster({ dataDir, ...clusterOptions });
  let current = join();
  const { address, attendance } = await current;
  const owner: ClientConfig = { host: address.socketDir, port: address.port, user: ownerRole, database };
  await createDatabase(attendance.run, database);
  let isReleased = false;
  return {
    owner,
    read: owner,
    async revive() {
      // It was killed: start or join it again. One of those who notice does it, the others wait for that.
      const seen = current;
      const isHeld = await seen.then(
        (cluster) => cluster.attendance.isHeld(),
        () => false,
      );
      if (!isHeld && !isReleased && seen === current) current = join();
      const cluster = await current;
      return { host: cluster.address.socketDir, port: cluster.address.port };
    },
    async explain(failure) {
      const hasEnded = failure instanceof AppError && isAbsent(failure.cause);
      return hasEnded && (await isDiskFull(dataDir)) ? fullDiskError(failure.cause) : failure;
    },
    async release() {
      isReleased = true;
      const cluster = await current.catch(() => null);
      await cluster?.attendance.release().catch(() => undefined);
    },
  };
}

async function createDatabase(run: Cluster['attendance']['run'], database: string): Promise<void> {
  const name = Client.prototype.escapeIdentifier(database);
  const found = await run(
    `select 1 from pg_database where datname = ${Client.prototype.escapeLiteral(database)}`,
  );
  if (found.length > 0) return;
  try {
    await run(`create database ${name}`);
  } catch (cause) {
    // Another process has been faster.
    const isThere =
      cause instanceof Error && 'code' in cause && (cause.code === '42P04' || cause.code === '23505');
    if (!isThere) throw cause;
  }
}
