import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { settled } from '../../../test/support/settled.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { listChanges } from './list-changes.ts';

describeOnDatabases('notices.changes', (open) => {
  let database: TestDatabase;
  const page = async (cursor?: string, limit = 2): ReturnType<typeof listChanges.run> =>
    listChanges.run(testContext({ register: database.register }), {
      limit,
      ...(cursor !== undefined && { cursor }),
    });
  const processes = (count: number): ReturnType<typeof actRelease>[] =>
    Array.from({ length: count }, (_, index) =>
      actRelease({ ocid: `ocds-h6vhtk-00000${index}`, id: `00000${index}-2026` }),
    );

  beforeEach(async () => {
    database = await open();
  });

  it('gives every process once and then, with the last cursor, only what changed since', async () => {
    await ingestAll(database.register, processes(5));
    await settled(database.register);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let hasMore = true; hasMore;) {
      const next = await page(cursor);
      seen.push(...next.items.map((item) => item.ocid));
      cursor = next.next ?? undefined;
      hasMore = next.hasMore;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect((await page(cursor)).items).toEqual([]);
    await ingestAll(database.register, [
      actRelease({
        ocid: 'ocds-h6vhtk-000003',
        id: '000009-2026',
        date: '2026-06-01T10:00:00Z',
        title: 'A new title',
      }),
    ]);
    await settled(database.register);
    const after = await page(cursor);
    expect(after.items.map((item) => [item.ocid, item.title])).toEqual([
      ['ocds-h6vhtk-000003', 'A new title'],
    ]);
  });

  it('writes no change where notices say what is held already', async () => {
    await ingestAll(database.register, processes(2));
    await settled(database.register);
    const { next } = await page(undefined, 10);
    await ingestAll(database.register, processes(2));
    expect((await page(next ?? undefined)).items).toEqual([]);
  });

  it('does not run ahead of a transaction that began earlier and commits later', async () => {
    await ingestAll(database.register, processes(1));
    await settled(database.register);
    const { next } = await page(undefined, 10);
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = database.register.write(async (transaction) => {
      await sql`select pg_current_xact_id()`.execute(transaction);
      begun();
      await held;
    });
    await started;
    await ingestAll(database.register, processes(3));
    expect(
      (await page(next ?? undefined, 10)).items,
      'shown only when nothing older can still commit',
    ).toEqual([]);
    commit();
    await slow;
    await settled(database.register);
    expect((await page(next ?? undefined, 10)).items).toHaveLength(2);
  });
});
