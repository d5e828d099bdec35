import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { Client, Pool } from 'pg';
import type { ClientConfig, PoolClient } from 'pg';
import { columnTypes } from './column-types.ts';
import { translateDatabaseError } from './database-error.ts';
import { isAbsent } from './embedded/attendance.ts';
import type { Database } from './schema.ts';

/** How a pool of connections behaves. */
export type PoolOptions = {
  connection: ClientConfig;
  /** Connections at most. */
  size: number;
  /** A statement is stopped after this; 0 never. */
  statementTimeoutMs: number;
  isReadOnly: boolean;
  /** Called before a connection is given out: may bring the database back, and says where it is now. */
  revive: () => Promise<ClientConfig>;
  /** Called with the refusal that a failure became: may know more exactly what it was. */
  explain: (failure: unknown) => Promise<unknown>;
};

/** The role everything but migrations runs as. */
export const appRole = 'sourcing_app';

/** How long a query waits for a free connection, or for a server that doesn't answer. */
const connectionTimeoutMs = 30_000;

/**
 * A query builder over a pool whose sessions run as {@link appRole} in UTC.
 * Failures of the database's operation come out as refusals; see {@link translateDatabaseError}.
 */
export function openPool(options: PoolOptions): Kysely<Database> {
  const pool = new Pool({
    ...options.connection,
    options: sessionOptions(options),
    types: columnTypes,
    max: options.size,
    connectionTimeoutMillis: connectionTimeoutMs,
    application_name: 'sourcing',
  });
  // A connection that breaks while it is idle is taken out of the pool; one that breaks while it is used says so in its query.
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: translatingPool(pool, options) }),
  });
}

/** For errors that come out elsewhere too. */
function ignore(): void {}

/** What a session is set to before its first statement. */
function sessionOptions({ connection, statementTimeoutMs, isReadOnly }: PoolOptions): string {
  const settings = {
    role: appRole,
    timezone: 'UTC',
    datestyle: 'ISO',
    statement_timeout: String(statementTimeoutMs),
    default_transaction_read_only: isReadOnly ? 'on' : 'off',
    // A transaction whose program hangs must not hold its locks for ever.
    idle_in_transaction_session_timeout: '120000',
  };
  const own = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return [connection.options ?? '', ...own].join(' ').trim();
}

function translatingPool(pool: Pool, { revive, explain }: PoolOptions): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    Client,
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      try {
        Object.assign(pool.options, await revive());
        const client = await pool.connect().catch(async (cause: unknown) => {
          if (!isAbsent(cause)) throw cause;
          // It has stopped this very moment: once more, after our other connections have heard of it too.
          await sleep(100);
          Object.assign(pool.options, await revive());
          return pool.connect();
        });
        const translating = known.get(client) ?? translatingClient(client, explain);
        known.set(client, translating);
        return translating;
      } catch (cause) {
        throw await explain(translateDatabaseError(cause));
      }
    },
  };
}

function translatingClient(client: PoolClient, explain: PoolOptions['explain']): PostgresPoolClient {
  let isBroken = false;
  function query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(sql: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new TypeError('Cursors are not used: read pages by key instead.');
    return client.query(sql, [...parameters]).catch(async (cause: unknown) => {
      // The server says that it ends the connection before it does; until then the pool would give it out again.
      if (isAbsent(cause)) isBroken = true;
      throw await explain(translateDatabaseError(cause));
    });
  }
  return { query, release: (destroy) => client.release(destroy === true || isBroken) };
}
