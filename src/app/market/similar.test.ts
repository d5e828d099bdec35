import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { showSimilarWork } from './similar.ts';

type Row = {
  suppliers: string[];
  pence: number | null;
  dated: string;
  end: string | null;
  start: string | null;
};

describeOnDatabases('similar work', (open) => {
  let database: TestDatabase;
  const ask = async (asked: object) =>
    showSimilarWork.run(
      testContext({ register: database.register }),
      showSimilarWork.input.parse({ segment: 'sector-systems', ...asked }),
    );

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
  });

  it('counts each supplier once, as its contracts say', async () => {
    const { rows } = await sql<Row>`
      select supplier_ids as suppliers, net_pence as pence, dated_on as dated, start_on as start, end_on as "end"
      from market_contract where is_counted and segment = 'sector-systems'`.execute(database.register.read);
    const recent = rows.filter(({ dated }) => dated >= '2021-11-01' && dated <= '2026-11-01');
    const large = recent.filter(({ pence }) => pence !== null && pence >= 1e8 && pence < 1e9);
    const seen = (some: readonly Row[]) => ({
      suppliers: new Set(some.flatMap(({ suppliers }) => suppliers).filter((id) => id !== '')).size,
      contracts: some.filter(({ suppliers }) => suppliers.some((id) => id !== '')).length,
      total: some.length,
    });
    const found = await ask({ size: '1m-10m' });
    expect(found.suppliers).toEqual(seen(recent));
    expect(found.suppliersOfSize).toEqual(seen(large));
    expect(found.suppliers.suppliers).toBeGreaterThan(found.suppliersOfSize?.suppliers ?? 0);
    expect(found.suppliersOfSize?.suppliers).toBeGreaterThan(0);
    expect((await ask({})).suppliersOfSize).toBeNull();
  });

  it('takes terms of a wider group where the narrowest is too small, and says so', async () => {
    const wide = await ask({});
    expect(wide.term.months?.median).toBeGreaterThan(0);
    expect(wide.term.n).toBeGreaterThanOrEqual(5);
    const narrow = await ask({ size: 'over-100m', buyerType: 'utility' });
    expect(narrow.term).toMatchObject({ size: null, buyerType: null, n: wide.term.n });
  });

  it('times of buying rest on ten procurements at least, and of a segment without any on all', async () => {
    const { leadTime } = await ask({});
    expect(leadTime?.n).toBeGreaterThanOrEqual(10);
    expect(leadTime?.p80).toBeGreaterThanOrEqual(leadTime?.p50 ?? Infinity);
    const other = await ask({ segment: 'emerging-technology' });
    expect(other.suppliers).toEqual({ suppliers: 0, contracts: 0, total: 0 });
    expect(other.term.months).toBeNull();
    expect(other.leadTime?.basis).not.toBe('segment-and-route');
  });
});

describeOnDatabases('similar work in an empty register', (open) => {
  it('is nothing, and no number is made up', async () => {
    const { register } = await open();
    const found = await showSimilarWork.run(
      testContext({ register }),
      showSimilarWork.input.parse({ segment: 'cyber-security', size: '1m-10m' }),
    );
    expect(found).toMatchObject({ suppliers: { suppliers: 0, total: 0 }, leadTime: null });
    expect(found.term.months).toBeNull();
  });
});
