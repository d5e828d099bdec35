import { Client } from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { describeOnDatabases } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';
import { sha256Hex } from '../lib/hash.ts';
import { migrate, readMigrations } from './migrate.ts';
import type { Migration } from './migrate.ts';

function step(name: string, sql: string): Migration {
  return { name, sql, hash: sha256Hex(sql) };
}

describeOnDatabases('migrating', (open, engine) => {
  let database: TestDatabase;
  let known: Migration[];
  beforeEach(async () => {
    database = await open();
    known = await readMigrations();
  });

  async function ask(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
  const run = (migrations: readonly Migration[]): Promise<string[]> =>
    migrate({ connectionString: database.connectionString }, migrations);

  it('has nothing to do where everything is done', async () => {
    expect(await run(known)).toEqual([]);
    expect(await ask('select name from schema_migration order by name')).toEqual(
      known.map(({ name }) => ({ name })),
    );
  });

  it('adds what is missing, in order', async () => {
    const added = [
      step('9000_a.sql', 'create table a ()'),
      step('9001_b.sql', 'alter table a add b integer'),
    ];
    expect(await run([...known, ...added])).toEqual(['9000_a.sql', '9001_b.sql']);
    expect(await ask('select b from a')).toEqual([]);
  });

  it('is done once by eight processes at the same time', async () => {
    const added = [step('9000_slow.sql', 'create table slow (); select pg_sleep(0.2)')];
    const results = await Promise.all(Array.from({ length: 8 }, () => run([...known, ...added])));
    expect(results.flat()).toEqual(['9000_slow.sql']);
  });

  it('leaves no half of a step behind, and keeps the steps before it', async () => {
    const added = [
      step('9000_good.sql', 'create table good ()'),
      step('9001_bad.sql', 'create table bad (); select 1 / 0'),
    ];
    await expect(run([...known, ...added])).rejects.toThrow('division by zero');
    expect(await ask(`select to_regclass('good')::text as good, to_regclass('bad')::text as bad`)).toEqual([
      { good: 'good', bad: null },
    ]);
  });

  it('refuses a database that is newer than the program', async () => {
    await run([...known, step('9999_future.sql', 'select 1')]);
    await expect(run(known)).rejects.toMatchObject({ code: 'database-newer' });
    await expect(database.openAnother()).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('9999_future.sql'),
    });
  });

  it('refuses a step that was changed afterwards', async () => {
    const changed = known.map((migration, index) =>
      index === 0 ? step(migration.name, 'select 2') : migration,
    );
    await expect(run(changed)).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringContaining('was changed after'),
    });
  });

  // The embedded database's owner lacks none.
  if (engine === 'embedded') return;
  it('says which right the user of a server lacks', async () => {
    const forbidden = step('9000_forbidden.sql', 'create role somebody superuser');
    await expect(run([...known, forbidden])).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringContaining('lacks a right that 9000_forbidden.sql needs'),
    });
  });
});
