import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { keepAnswers } from './keep-answers.ts';

describeOnDatabases('kept answers about the market', (open) => {
  it('hold until the market is brought up to date, each for what was asked', async () => {
    const database = await open();
    const { register } = database;
    let asked = 0;
    const count = keepAnswers(async (executor, segment: string) => {
      asked += 1;
      const { rows } = await sql<{
        count: number;
      }>`select count(*)::int as count from market_contract where segment <> ${segment}`.execute(executor);
      return rows[0]?.count;
    });
    expect([await count(register, 'a'), await count(register, 'a'), asked]).toEqual([0, 0, 1]);
    expect([await count(register, 'b'), asked]).toEqual([0, 2]);
    // Another process may have counted.
    const other = await database.openAnother();
    await ingestAll(other, [actRelease()]);
    await refreshSummaries(testContext({ register: other }), other);
    expect([await count(register, 'a'), await count(register, 'a'), asked]).toEqual([1, 1, 3]);
  });

  it('are not failures', async () => {
    const { register } = await open();
    let asked = 0;
    const failing = keepAnswers(async (_executor, _asked: string) => {
      asked += 1;
      if (asked === 1) throw new Error('once');
      return asked;
    });
    await expect(failing(register, 'a')).rejects.toThrow('once');
    expect(await failing(register, 'a')).toBe(2);
  });
});
