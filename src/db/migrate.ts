import { readFile, readdir } from 'node:fs/promises';
import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { AppError } from '../lib/errors.ts';
import { sha256Hex } from '../lib/hash.ts';
import { translateDatabaseError } from './database-error.ts';

/** One step of the schema: `NNNN_name.sql`, never changed once it is released, never undone. */
export type Migration = { name: string; sql: string; hash: string };

const ledger = `create table if not exists schema_migration (
  name text primary key,
  hash text not null,
  applied_at timestamptz not null default now()
)`;

/** One number every process agrees on: whoever holds it migrates. */
const migrationLock = '(20417, 3)';

/**
 * The migrations of a folder in their order. Line ends are made equal first, so that a checkout on another system has the same hashes.
 *
 * @throws TypeError for a file that isn't called NNNN_name.sql, and for two with one number
 */
export async function readMigrations(
  folder: URL = new URL('./migrations/', import.meta.url),
): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  return Promise.all(
    files.map(async (name) => {
      const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
      if (number === undefined) throw new TypeError(`${name} is not called NNNN_name.sql.`);
      if (numbers.has(number)) throw new TypeError(`Two migrations have the number ${number}.`);
      numbers.add(number);
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, hash: sha256Hex(sql) };
    }),
  );
}

/**
 * Brings a database to the newest schema: each missing migration in its own transaction, in order, forward only.
 * Safe for several processes at once: one works, the others wait.
 *
 * @param owner the connection of the role that owns the tables
 * @returns the names of those applied now; empty when nothing was missing
 * @throws AppError `database-newer` when the database has a migration this program doesn't know,
 *   `database-unavailable` when an applied one has been changed since, or when the owner lacks a right
 * @example await migrate({ connectionString: 'postgresql://localhost/register' }) // ['0000_roles.sql', '0001_register.sql']
 */
export async function migrate(owner: ClientConfig, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const client = new Client({ ...owner, application_name: 'sourcing-migration' });
  // A connection that breaks shows in the query it was used for.
  client.on('error', () => undefined);
  try {
    await client.connect();
    if ((await missing(client, wanted)).length === 0) return [];
    await client.query(`select pg_advisory_lock${migrationLock}`);
    // Ends with the connection. Another process may have done it while this one waited.
    return await apply(client, await missing(client, wanted));
  } catch (cause) {
    throw translateDatabaseError(cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Those not applied yet, after comparing the others with what was applied. */
async function missing(client: Client, wanted: readonly Migration[]): Promise<Migration[]> {
  const exists = await client.query<{ found: boolean }>(
    `select to_regclass('schema_migration') is not null as found`,
  );
  if (exists.rows[0]?.found !== true) return [...wanted];
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from schema_migration order by name',
  );
  const known = new Map(wanted.map(({ name, hash }) => [name, hash]));
  for (const { name, hash } of rows) {
    if (!known.has(name)) {
      throw new AppError(
        'database-newer',
        `The database has the schema step ${name}, which this program does not know: use the newer program that made it, or set DATA_DIR or DATABASE_URL to another database.`,
      );
    }
    if (known.get(name) !== hash) {
      throw new AppError(
        'database-unavailable',
        `The schema step ${name} was changed after this database had taken it: restore the file and add a new step instead, or start with an empty database.`,
      );
    }
  }
  const applied = new Set(rows.map(({ name }) => name));
  return wanted.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  if (migrations.length === 0) return [];
  await orExplain('schema_migration', () => client.query(ledger));
  for (const { name, sql, hash } of migrations) {
    await client.query('begin');
    try {
      await orExplain(name, () => client.query(sql));
      await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash]);
      await client.query('commit');
    } catch (cause) {
      await client.query('rollback').catch(() => undefined);
      throw cause;
    }
  }
  return migrations.map(({ name }) => name);
}

/** Says which right the owner lacks on a server of the user's own. */
async function orExplain(name: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    const isRight = cause instanceof Error && 'code' in cause && cause.code === '42501';
    if (!isRight) throw cause;
    throw new AppError(
      'database-unavailable',
      `The user in DATABASE_URL lacks a right that ${name} needs (${cause.message}): make that user the owner of the database, and either let it create roles or run \`create role sourcing_app nologin; grant sourcing_app to <user>;\` as the server's administrator.`,
      { cause },
    );
  }
}
