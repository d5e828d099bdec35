import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { authoredReference } from '../../../test/factories/reference.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { actRelease, readOf } from '../../../test/factories/release.ts';
import type { Vendor } from '../../domain/organisations/vendor.ts';
import { vendorCatalogue } from '../../domain/organisations/vendor-catalogue.ts';
import type { Context } from '../context.ts';
import { ingestReleases } from '../notices/ingest-releases.ts';
import { refreshAllSegments } from '../segments/refresh.ts';
import { keepSummaries } from '../site/keep-summaries.ts';
import { refreshVendors } from './refresh-vendors.ts';

const { vendors } = authoredReference();

describeOnDatabases('vendors of contracts, where the list of vendors changes', (open) => {
  let database: TestDatabase;
  /** The same register, read with a list in which the supplier of most contracts is a firm. */
  let changed: Context;
  let newcomer: Vendor;

  beforeEach(async () => {
    database = await open();
    await fillClassified(database.register, 60);
    const { rows } = await sql<{ name: string }>`
      select o.name from market_contract m join organisation o on o.organisation_id = m.supplier_id
      where m.is_counted and m.segment <> 'not-digital' and not exists (
        select 1 from market_vendor v where v.contract_id = m.contract_id and v.way = 'direct')
      group by 1 order by count(*) desc, 1 limit 1`.execute(database.register.read);
    newcomer = {
      id: 'newcomer',
      name: 'Newcomer',
      group: 'Newcomer',
      kind: 'vendor',
      aliases: [rows[0]?.name ?? ''],
      keys: [],
      brand: [],
      products: [],
      source: 'a test',
      reviewed: '2026-11-01',
      isSample: true,
    };
    changed = withVendors([...vendors.vendors, newcomer]);
  }, 120_000);

  const withVendors = (list: readonly Vendor[]): Context => {
    const context = testContext({ register: database.register });
    return { ...context, reference: { ...context.reference, vendors: vendorCatalogue(list) } };
  };
  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from ${sql.table(table)}`.execute(database.register.latest);
    return rows[0]?.count ?? 0;
  };
  const newcomerCount = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from market_vendor where group_id = 'newcomer'`.execute(
      database.register.latest,
    );
    return rows[0]?.count ?? 0;
  };

  it('are looked for again by the next ingest, and given up where the list has them no longer', async () => {
    const before = await count('market_vendor');
    expect(await newcomerCount()).toBe(0);
    const ingest = async (context: Context, id: string) =>
      ingestReleases(context, {
        inputs: ['test.jsonl'],
        read: async function* read() {
          yield await Promise.resolve(
            readOf(actRelease({ ocid: `ocds-h6vhtk-00080${id}`, id: `00080${id}-2026`, cpv: '15000000' })),
          );
        },
        total: 1,
      });
    await ingest(changed, '1');
    expect(await newcomerCount()).toBeGreaterThan(0);
    expect(await count('market_vendor_due')).toBe(0);
    await ingest(testContext({ register: database.register }), '2');
    expect(await newcomerCount()).toBe(0);
    expect(await count('market_vendor')).toBe(before);
  });

  it('are looked for again by `segments refresh`', async () => {
    await refreshAllSegments.run(changed, {});
    expect(await newcomerCount()).toBeGreaterThan(0);
  });

  it('are looked for again when the service starts, while it answers', async () => {
    const stop = await keepSummaries(changed);
    await expect.poll(newcomerCount, { timeout: 60_000 }).toBeGreaterThan(0);
    await expect.poll(async () => count('market_vendor_due'), { timeout: 60_000 }).toBe(0);
    stop();
  });

  it('stay as they are where only source and day of a firm change', async () => {
    await database.register.write(async (transaction) => sql`delete from market_vendor`.execute(transaction));
    await refreshVendors(
      withVendors(vendors.vendors.map((one) => ({ ...one, source: 'another', reviewed: '2026-12-01' }))),
      database.register,
    );
    expect(await count('market_vendor')).toBe(0);
    await refreshVendors(changed, database.register);
    expect(await count('market_vendor')).toBeGreaterThan(0);
  });
});
