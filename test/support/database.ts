/**
 * Databases for tests: each suite gets its own, freshly migrated, on both engines.
 *
 *   describeOnDatabases('finding contracts', (open) => {
 *     let database: TestDatabase;
 *     beforeAll(async () => {
 *       database = await open();
 *     });
 *     it('finds nothing in an empty register', async () => {
 *       expect(await database.register.read.selectFrom('contract').selectAll().execute()).toEqual([]);
 *     });
 *   });
 *
 *   npx vitest run src/db/queries/contracts.test.ts
 *   npx vitest run src/db/queries/contracts.test.ts -t 'on the embedded database'
 *
 * Both servers are started by the first suite of a run that opens one (1.5 s), are shared by its workers, and are stopped and
 * removed by test/support/global-setup.ts; should the run be killed they stop by themselves. A database costs about 0.1 s:
 * it is a copy of one that was migrated once. What is opened is dropped after its suite; calling `drop()` earlier is fine.
 */
import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { openRegister } from '../../src/db/connect.ts';
import type { OpenOptions } from '../../src/db/connect.ts';
import { joinCluster } from '../../src/db/embedded/cluster.ts';
import type { Cluster } from '../../src/db/embedded/cluster.ts';
import { ownerRole } from '../../src/db/embedded/settings.ts';
import { migrate, readMigrations } from '../../src/db/migrate.ts';
import type { Register } from '../../src/db/register.ts';
import { sha256Hex } from '../../src/lib/hash.ts';

/** The embedded database on its socket, or a PostgreSQL server over TCP whose user is no superuser. */
export type Engine = 'embedded' | 'server';

export type TestDatabase = {
  engine: Engine;
  register: Register;
  /** As the owner of the tables, for `pg` and for DATABASE_URL. The sessions of `register` run as sourcing_app. */
  connectionString: string;
  /** Another register on the same database, as a second process would have. Closed by `drop`. */
  openAnother(options?: Partial<OpenOptions>): Promise<Register>;
  /** Closes what is open and removes the database. */
  drop(): Promise<void>;
};

const engines: readonly { engine: Engine; title: string }[] = [
  { engine: 'embedded', title: 'on the embedded database' },
  { engine: 'server', title: 'on a PostgreSQL server' },
];

/** A user of somebody's server: may log in and create roles, nothing else. */
const login = { name: 'register_login', password: 'register' } as const;

/** Databases are made one at a time: PostgreSQL refuses to copy a template that is in use. */
const templateLock = '(20417, 9)';

/** Runs a suite once per engine. `open` gives a fresh migrated database; use it in `beforeAll` or in a test. */
export function describeOnDatabases(
  name: string,
  suite: (open: () => Promise<TestDatabase>, engine: Engine) => void,
): void {
  for (const { engine, title } of engines) {
    describe(`${name}, ${title}`, () => {
      const opened: TestDatabase[] = [];
      afterAll(async () => {
        await Promise.all(opened.map((database) => database.drop()));
      });
      suite(async () => {
        const database = await openTestDatabase(engine);
        opened.push(database);
        return database;
      }, engine);
    });
  }
}

/** One fresh migrated database. Whoever opens it calls `drop`. */
export async function openTestDatabase(engine: Engine): Promise<TestDatabase> {
  const dataDir = join(inject('databaseFolder'), engine);
  const cluster = await joinTestCluster(engine, dataDir);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await copyTemplate(engine, cluster, name);
  const connectionString = address(engine, cluster, name);
  const registers: Register[] = [];
  const openAnother = async (options: Partial<OpenOptions> = {}): Promise<Register> => {
    const where =
      engine === 'server'
        ? { databaseUrl: connectionString }
        : { embedded: { database: name, ...clusterOptions } };
    const register = await openRegister({ dataDir, poolSize: 4, ...where, ...options });
    registers.push(register);
    return register;
  };
  let isDropped = false;
  return {
    engine,
    register: await openAnother(),
    connectionString,
    openAnother,
    async drop() {
      if (isDropped) return;
      isDropped = true;
      await Promise.all(registers.map((register) => register.close()));
      await cluster.attendance.run(`drop database if exists ${name} with (force)`);
      await cluster.attendance.release();
    },
  };
}

/** Nothing of a test has to survive a power cut. It stays up between two suites. */
const clusterOptions = {
  stopAfterMs: 20_000,
  settings: { fsync: 'off', shared_buffers: '64MB', max_connections: '120' },
};

async function joinTestCluster(engine: Engine, dataDir: string): Promise<Cluster> {
  if (engine === 'embedded') return joinCluster({ dataDir, ...clusterOptions });
  const settings = {
    ...clusterOptions.settings,
    listen_addresses: '127.0.0.1',
    unix_socket_permissions: '0700',
  };
  return joinCluster({ dataDir, ...clusterOptions, settings, port: await freePort() });
}

async function copyTemplate(
  engine: Engine,
  { attendance, address: at }: Cluster,
  name: string,
): Promise<void> {
  const owner = engine === 'server' ? login.name : ownerRole;
  await attendance.run(`select pg_advisory_lock${templateLock}`);
  try {
    if (engine === 'server') await admitLogin(attendance);
    const migrations = await readMigrations();
    const template = `template_${sha256Hex(migrations.map(({ hash }) => hash).join()).slice(0, 12)}`;
    const found = await attendance.run(
      `select 1 from pg_database where datname = '${template}' and datallowconn`,
    );
    if (found.length === 0) {
      const fresh = `fresh_${randomUUID().replaceAll('-', '')}`;
      await attendance.run(`create database ${fresh} owner ${owner}`);
      const connection: ClientConfig = {
        connectionString: address(engine, { attendance, address: at }, fresh),
      };
      await migrate(connection, migrations);
      await attendance.run(`alter database ${fresh} rename to ${template}`);
    }
    await attendance.run(`create database ${name} template ${template} owner ${owner} strategy file_copy`);
  } finally {
    await attendance.run(`select pg_advisory_unlock${templateLock}`);
  }
}

/** Lets {@link login} in over TCP, with a password. */
async function admitLogin(attendance: Cluster['attendance']): Promise<void> {
  const found = await attendance.run(`select 1 from pg_roles where rolname = '${login.name}'`);
  if (found.length > 0) return;
  await appendFile(
    join(inject('databaseFolder'), 'server', 'database', 'pg_hba.conf'),
    'host all all 127.0.0.1/32 scram-sha-256\n',
  );
  await attendance.run('select pg_reload_conf()');
  await attendance.run(`create role ${login.name} login createrole password '${login.password}'`);
}

function address(engine: Engine, { address: at }: Cluster, database: string): string {
  return engine === 'server'
    ? `postgresql://${login.name}:${login.password}@127.0.0.1:${at.port}/${database}`
    : `postgresql:///${database}?host=${encodeURIComponent(at.socketDir)}&port=${at.port}&user=${ownerRole}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject).listen(0, '127.0.0.1', () => {
    const bound = server.address();
    if (bound === null || typeof bound === 'string') reject(new Error('No port is free.'));
    else resolve(bound.port);
  });
  const port = await promise;
  server.close();
  return port;
}
