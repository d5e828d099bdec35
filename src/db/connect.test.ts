import { sql } from 'kysely';
import { Client, Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnDatabases } from '../../test/support/database.ts';
import type { TestDatabase } from '../../test/support/database.ts';
import { openRegister } from './connect.ts';

describeOnDatabases('an open register', (open) => {
  let database: TestDatabase;

  async function asOwner(statement: string): Promise<void> {
    const owner = new Client({ connectionString: database.connectionString });
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  }

  beforeAll(async () => {
    database = await open();
    await asOwner(`create table probe (client integer not null, number integer not null, primary key (client, number));
      insert into probe select client, number from generate_series(1, 8) client, generate_series(1, 100) number;
      create table secret (body text not null, line text not null);
      insert into secret values ('a', 'one'), ('b', 'two');
      alter table secret enable row level security;
      alter table secret force row level security;
      create policy own on secret using (body = current_setting('app.body', true))`);
  });

  it('runs as a role that is no superuser and cannot step around row level security', async () => {
    const role = sql`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    const expected = {
      rolname: 'sourcing_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    };
    expect((await role.execute(database.register.read)).rows).toEqual([expected]);
    expect(await database.register.write(async (change) => (await role.execute(change)).rows)).toEqual([
      expected,
    ]);
  });

  it('shows no confidential row without a scope, and only its own within one', async () => {
    const secrets = sql<{ line: string }>`select line from secret`;
    expect((await secrets.execute(database.register.read)).rows).toEqual([]);
    const own = await database.register.within(
      { bodyId: 'b' },
      async (change) => (await secrets.execute(change)).rows,
    );
    expect(own).toEqual([{ line: 'two' }]);
    expect(await database.register.write(async (change) => (await secrets.execute(change)).rows)).toEqual([]);
    await expect(
      database.register.write((change) => sql`insert into secret values ('c', 'three')`.execute(change)),
    ).rejects.toThrow('row-level security');
    await expect(
      database.register.write((change) => sql`alter table secret disable row level security`.execute(change)),
    ).rejects.toThrow('must be owner');
  });

  it('may use a later table, but makes and empties none', async () => {
    await database.register.write((change) => sql`insert into probe values (9, 1)`.execute(change));
    await database.register.write((change) => sql`delete from probe where client = 9`.execute(change));
    await expect(
      database.register.write((change) => sql`create table mine ()`.execute(change)),
    ).rejects.toThrow('permission denied');
    await expect(database.register.write((change) => sql`truncate probe`.execute(change))).rejects.toThrow(
      'permission denied',
    );
  });

  it('does not write while reading', async () => {
    await expect(sql`delete from probe`.execute(database.register.read)).rejects.toThrow(
      'read-only transaction',
    );
  });

  it('takes back everything of a change that fails', async () => {
    const change = database.register.write(async (transaction) => {
      await sql`delete from probe`.execute(transaction);
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    const { rows } = await sql`select count(*) as number from probe`.execute(database.register.read);
    expect(rows).toEqual([{ number: 800 }]);
  });

  it('reads days, instants, whole and decimal numbers as they are meant, alone and in arrays', async () => {
    const { rows } = await sql`select 42::int8 as whole, 1.50::numeric as decimal, date '2026-03-29' as day,
      timestamptz '2026-03-29 01:30:00.25 Europe/London' as instant, '{"a":[1]}'::jsonb as json,
      array[1::int8, null] as wholes, array[date '2026-03-29'] as days, '{}'::int8[] as none,
      array[timestamptz '2026-03-29 00:00+00'] as instants, array[1.50::numeric] as decimals`.execute(
      database.register.read,
    );
    expect(rows).toEqual([
      {
        whole: 42,
        decimal: '1.50',
        day: '2026-03-29',
        instant: '2026-03-29T01:30:00.25Z',
        json: { a: [1] },
        wholes: [1, null],
        days: ['2026-03-29'],
        none: [],
        instants: ['2026-03-29T00:00:00Z'],
        decimals: ['1.50'],
      },
    ]);
    await expect(sql`select 9007199254740993 as beyond`.execute(database.register.read)).rejects.toThrow(
      RangeError,
    );
  });

  it('stops a question that takes too long', async () => {
    const hurried = await database.openAnother({ readTimeoutMs: 50 });
    await expect(sql`select pg_sleep(5)`.execute(hurried.read)).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringContaining('too long'),
    });
    expect((await sql`select 1 as one`.execute(hurried.read)).rows).toEqual([{ one: 1 }]);
  });

  it('goes on after its connections were cut', async () => {
    const other = await database.openAnother();
    const one = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const before = (await one.execute(other.read)).rows[0]?.pid ?? 0;
    await asOwner(`select pg_terminate_backend(${before})`);
    const after = await one.execute(other.read).catch(() => one.execute(other.read));
    expect(after.rows[0]?.pid).not.toBe(before);
  });

  it('gives eight clients at once, beside an open transaction, nobody else’s rows', async () => {
    const busy = new Client({ connectionString: database.connectionString });
    await busy.connect();
    await busy.query('begin');
    await busy.query('insert into probe values (99, 99)');
    const pool = new Pool({ connectionString: database.connectionString, max: 8 });
    // The pool says that it has ended before its connections have: dropping the database may still reach one.
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    let strangers = 0;
    await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (client) => {
        for (let number = 1; number <= 100; number += 1) {
          // Named statements of the same name with another meaning in each connection; then the register's own pool.
          const connection = await pool.connect();
          const named = {
            name: `get ${number % 3}`,
            text: `select client, number, ${number % 3} as kind from probe where client = $1 and number = $2`,
          };
          const prepared = await connection.query({ ...named, values: [client, number] });
          connection.release();
          const read =
            await sql`select client, number, ${number % 3}::int as kind from probe where client = ${client} and number = ${number}`.execute(
              database.register.read,
            );
          const expected = JSON.stringify([{ client, number, kind: number % 3 }]);
          if (JSON.stringify(prepared.rows) !== expected || JSON.stringify(read.rows) !== expected)
            strangers += 1;
          if (number % 10 === 0) await busy.query('update probe set number = number + 100 where client = 99');
        }
      }),
    );
    expect(strangers).toBe(0);
    await busy.query('rollback');
    await Promise.all([busy.end(), pool.end()]);
  });
});

describe('a register on a server that cannot be used', () => {
  it.each([
    ['mysql://localhost/x', 'is not the address of a PostgreSQL server'],
    ['not an address', 'is not the address of a PostgreSQL server'],
    ['postgresql://localhost:1/x', 'No database answers'],
    ['postgresql://no-such-host.invalid/x', 'host in DATABASE_URL is not known'],
  ])('is refused with what to do: %s', async (databaseUrl, words) => {
    await expect(openRegister({ dataDir: '/nowhere', databaseUrl })).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringContaining(words),
    });
  });
});
