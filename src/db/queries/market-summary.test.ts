import { beforeAll, expect, it } from 'vitest';
import { sql, type RawBuilder } from 'kysely';
import { actRelease, type ReleaseParts } from '../../../test/factories/release.ts';
import { recordingReporter, testContext } from '../../../test/support/context.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import type { Context } from '../../app/context.ts';
import { verifyData } from '../../app/data/verify.ts';
import { refreshMarketSums } from '../../app/market/refresh-market.ts';
import { refreshSummaries } from '../../app/notices/refresh-summaries.ts';
import type { JsonObject } from '../../lib/json.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { fillWithSample } from '../../../test/support/sample-register.ts';
import type { Register } from '../register.ts';
import { committedByYear } from '../../domain/market/committed-value.ts';
import { listWrongGroups, listWrongSums } from './market-gate.ts';
import { listMarketContracts } from './market-rows.ts';
import { hasDueMarket, refreshMarket } from './market-summary.ts';
import { raiseMarketVersion } from './market-version.ts';

/** Gives every contract a segment by its code alone: these tests are about sums. */
async function classify(register: Register): Promise<void> {
  await register.write(async (transaction) => {
    await sql`update contract set segment = case when cpv_divisions && '{48,72}' then 'sector-systems' else 'not-digital' end`.execute(
      transaction,
    );
  });
}

describeOnDatabases('the sums of the market', (open) => {
  let database: TestDatabase;
  const refreshAll = async (most = 500): Promise<number> => {
    let total = 0;
    for (;;) {
      const { count, groups } = await database.register.write(async (transaction) => {
        const done = await refreshMarket(transaction, most);
        expect(await listWrongGroups(transaction, done.groups)).toEqual([]);
        return done;
      });
      total += count;
      if (count === 0) return total;
      expect(groups.length).toBeGreaterThan(0);
    }
  };

  beforeAll(async () => {
    database = await open();
    await fillWithSample(database.register);
    await classify(database.register);
    await refreshAll();
    await refreshSummaries(testContext({ register: database.register }), database.register);
  });

  it('equal what a second adding up of everything gives', async () => {
    expect(await hasDueMarket(database.register.latest)).toBe(false);
    expect(await listWrongSums(database.register.latest)).toEqual([]);
  });

  it('still do after contracts changed at random, were withdrawn and came back', async () => {
    const { register } = database;
    for (let round = 0; round < 6; round += 1) {
      await register.write(async (transaction) => {
        await sql`update contract c set
            net_pence = case when r % 5 = 0 then null when r % 5 < 3 then coalesce(net_pence, 0) + r % 100000 * 101 else net_pence end,
            segment = case when r % 7 = 0 then 'cyber-security' when r % 7 = 1 then null else segment end,
            stage = case when r % 11 = 0 then 'cancelled' when r % 11 = 1 then 'terminated' else stage end,
            end_on = case when r % 3 = 0 then end_on + r % 400 else end_on end,
            supplier_ids = case when r % 13 = 0 then '{}' else supplier_ids end,
            buyer_type = case when r % 17 = 0 then 'nhs' else buyer_type end
          from (select contract_id, abs(hashtext(contract_id || ${String(round)})) as r from contract) d
          where d.contract_id = c.contract_id and r % 2 = 0`.execute(transaction);
        await sql`delete from contract where abs(hashtext(contract_id)) % 50 = ${round}`.execute(transaction);
      });
      expect(await refreshAll()).toBeGreaterThan(0);
      await refreshSummaries(testContext({ register }), register);
      expect(await listWrongSums(register.latest)).toEqual([]);
    }
  });
});

describeOnDatabases('what the sums of the market say', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await fillWithSample(database.register);
    await refreshSummaries(testContext({ register: database.register }), database.register);
  });

  it('committed value by year equals the pure rule, to the penny', async () => {
    const rows = await listMarketContracts(database.register.latest);
    const { years, coverage } = committedByYear(rows);
    const stored = await sql<{ year: number; contract_count: number; pence: number }>`
      select year, sum(contract_count)::int as contract_count, sum(pence)::bigint as pence from market_figure where figure = 'committed' group by 1 order by 1`.execute(
      database.register.latest,
    );
    expect(years.length).toBeGreaterThan(4);
    expect(coverage.measured).toBeGreaterThan(50);
    expect(stored.rows.map((row) => [row.year, row.contract_count, row.pence])).toEqual(
      years.filter((one) => one.contracts > 0).map((one) => [one.year, one.contracts, one.pence]),
    );
    const extensions = await sql<{ year: number; contract_count: number; pence: number }>`
      select year, sum(contract_count)::int as contract_count, sum(pence)::bigint as pence from market_figure where figure = 'extension' group by 1 order by 1`.execute(
      database.register.latest,
    );
    expect(extensions.rows.map((row) => [row.year, row.contract_count, row.pence])).toEqual(
      years
        .filter((one) => one.extensionContracts > 0)
        .map((one) => [one.year, one.extensionContracts, one.extensionPence]),
    );
  });
});

describeOnDatabases('keeping the sums of the market', (open) => {
  let database: TestDatabase;
  let context: Context;
  const change = async (statement: RawBuilder<unknown>): Promise<void> => {
    await database.register.write(async (transaction) => {
      await statement.execute(transaction);
    });
  };
  const refresh = async (): Promise<number> => refreshMarketSums(context, database.register);
  const release = (number: number, parts: ReleaseParts = {}): JsonObject =>
    actRelease({ ocid: `ocds-h6vhtk-00000${number}`, id: `00000${number}-2026`, ...parts });

  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(
      database.register,
      [1, 2, 3].map((number) => release(number)),
    );
  });

  it('a changed contract is taken off and added, one that is gone is taken off, and nothing else is counted', async () => {
    await change(sql`update contract set segment = 'sector-systems'`);
    expect(await refresh()).toBe(3);
    expect(await refresh()).toBe(0);
    await ingestAll(database.register, [
      release(1, { id: '000009-2026', date: '2026-06-01T00:00:00Z', net: 50_000 }),
    ]);
    await change(sql`update contract set segment = 'cyber-security' where ocid = 'ocds-h6vhtk-000002'`);
    await change(sql`delete from process where ocid = 'ocds-h6vhtk-000003'`);
    await refresh();
    expect(await listWrongSums(database.register.latest)).toEqual([]);
    const { rows } = await sql<{ segment: string; contract_count: number; pence: number }>`
      select segment, contract_count, pence from market_figure where figure = 'year' order by segment`.execute(
      database.register.latest,
    );
    expect(rows).toEqual([
      { segment: 'cyber-security', contract_count: 1, pence: 10_000_000 },
      { segment: 'sector-systems', contract_count: 1, pence: 5_000_000 },
    ]);
  });

  it('only sums that come to something else are written, and a contract that counts for the same changes nothing', async () => {
    const written = async (statement: RawBuilder<unknown>): Promise<string[]> => {
      const stamps = async (): Promise<Map<string, string>> => {
        const { rows } = await sql<{ name: string; stamp: string }>`
          select 'figure ' || concat_ws(' ', figure, nullif(year, 0), nullif(key, '')) as name, xmin::text as stamp from market_figure
          union all select side || ' ' || segment, xmin::text from market_party union all select 'contract ' || contract_id, xmin::text from market_contract
          union all select 'version', xmin::text from market_version`.execute(database.register.latest);
        return new Map(rows.map(({ name, stamp }) => [name, stamp]));
      };
      await change(sql`delete from market_due`);
      await change(statement);
      const before = await stamps();
      await refresh();
      const after = await stamps();
      return [...after].filter(([name, stamp]) => before.get(name) !== stamp).map(([name]) => name);
    };
    await change(sql`update contract set title = title`);
    await refresh();
    const one = sql`ocid = 'ocds-h6vhtk-000001'`;
    expect(await written(sql`update contract set title = title`)).toEqual([]);
    const renamed = await written(sql`update contract set title = 'Another title' where ${one}`);
    expect(renamed.map((name) => name.split(' ')[0])).toEqual(['contract', 'version']);
    const moved = await written(sql`update contract set bid_count = coalesce(bid_count, 0) + 2 where ${one}`);
    expect(moved.filter((name) => name.startsWith('figure'))).toEqual(['figure bids 2026 several']);
    expect(moved.filter((name) => /^(buyer|supplier)/u.test(name))).toEqual([]);
    expect(await listWrongSums(database.register.latest)).toEqual([]);
  });

  it('a supplier that notices name twice on one contract is alone on it', async () => {
    await change(
      sql`update contract set supplier_ids = array[supplier_ids[1], supplier_ids[1]],
          supplier_names = array[supplier_names[1], 'Another name'] where ocid = 'ocds-h6vhtk-000002'`,
    );
    await refresh();
    const { rows } = await sql<{ supplier_count: number; is_alone: boolean }>`
      select m.supplier_count, m.supplier_id = c.supplier_ids[1] as is_alone
      from market_contract m join contract c using (contract_id) where c.ocid = 'ocds-h6vhtk-000002'`.execute(
      database.register.latest,
    );
    expect(rows).toEqual([{ supplier_count: 1, is_alone: true }]);
  });

  it('the gate turns red where a sum that a batch touches was tampered with, and the batch is rolled back', async () => {
    await change(
      sql`update market_party set pence = pence + 1 where segment = 'cyber-security' and side = 'buyer'`,
    );
    await change(sql`update contract set title = title where ocid = 'ocds-h6vhtk-000002'`);
    await expect(refresh()).rejects.toThrow(/differ from their rows.*market_party buyer/u);
    expect(await hasDueMarket(database.register.latest)).toBe(true);
  });

  it('a group of many contracts is added up in one of so many batches, and what is wrong is found by then', async () => {
    const group = { side: 'buyer', organisation_id: 'many', segment: 'networks-telecoms', year: 2026 };
    const found = await database.register
      .write(async (transaction) => {
        await sql`insert into market_party (side, organisation_id, segment, year, contract_count, net_count, pence)
          values ('buyer', 'many', 'networks-telecoms', 2026, 3, 3, 7)`.execute(transaction);
        const turns: number[] = [];
        for (let turn = 0; turn < 6; turn += 1) {
          turns.push((await listWrongGroups(transaction, [group], 1)).length);
          await raiseMarketVersion(transaction);
        }
        throw new Error(turns.join(' '));
      })
      .catch(String);
    expect(found).toMatch(/^Error: (1 0 0 1 0 0|0 1 0 0 1 0|0 0 1 0 0 1)$/u);
  });

  it('everything else that was tampered with is found by adding up all, and repaired', async () => {
    await change(
      sql`update market_figure set contract_count = 7 where figure = 'route' and segment = 'sector-systems'`,
    );
    await change(sql`update market_contract set end_on = '2031-01-01' where segment = 'sector-systems'`);
    const warned = recordingReporter();
    const told = await verifyData.run(testContext({ register: database.register, reporter: warned }), {
      repair: false,
    });
    expect(new Set(told.wrong.map(({ table }) => table))).toEqual(
      new Set(['market_contract', 'market_figure', 'market_party']),
    );
    expect(verifyData.exitCode?.(told)).toBe(1);
    const repaired = await verifyData.run(context, { repair: true });
    expect(repaired.isRepaired).toBe(true);
    expect(await listWrongSums(database.register.latest)).toEqual([]);
    expect(await refresh()).toBe(0);
  });

  it('two that count at once count each contract once', async () => {
    await change(sql`update contract set segment = 'data-analytics-ai'`);
    const other = await database.openAnother();
    await Promise.all([refresh(), refreshMarketSums(testContext({ register: other }), other)]);
    expect(await listWrongSums(database.register.latest)).toEqual([]);
  });
});
