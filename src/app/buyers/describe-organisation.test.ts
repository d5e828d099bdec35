import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { shortId } from '../../lib/hash.ts';
import type { Context } from '../context.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';
import { showSupplier } from '../suppliers/show-supplier.ts';
import { findBuyers } from './find-buyers.ts';
import { showBuyer } from './show-buyer.ts';

/** The same firm under a company number and a portal's number, by name alone, a sole trader, and a joint contract. */
const releases = [
  actRelease({
    ocid: 'ocds-h6vhtk-000001',
    id: '000001-2026',
    suppliers: [{ id: 'GB-COH-01234567', name: 'Aldergate Systems Ltd' }],
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-000002',
    id: '000002-2026',
    net: 50_000,
    suppliers: [
      {
        id: 'GB-PPON-PBBB-2222-BBBB',
        name: 'ALDERGATE SYSTEMS LIMITED',
        identifier: { scheme: 'GB-COH', id: '1234567' },
      },
    ],
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-000003',
    id: '000003-2026',
    suppliers: [{ id: 'a', name: 'aldergate systems ltd.' }],
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-000004',
    id: '000004-2026',
    suppliers: [
      { id: 'GB-COH-01234567', name: 'Aldergate Systems Ltd' },
      { id: 'GB-COH-07654321', name: 'Brackwater Cloud Ltd' },
    ],
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-000005',
    id: '000005-2026',
    suppliers: [{ id: 'b', name: 'Mrs Rhiannon Pugh' }],
  }),
];

describeOnDatabases('buyers and suppliers', (open) => {
  let database: TestDatabase;
  let context: Context;
  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, releases);
  });
  const suppliers = async (): ReturnType<typeof findSuppliers.run> =>
    findSuppliers.run(context, findSuppliers.input.parse({}));

  it('joins a firm by its company number however it is written, and by a name that only it bears', async () => {
    const { items } = await suppliers();
    expect(items.map((item) => [item.name, item.contractCount])).toEqual([
      ['Aldergate Systems Ltd', 4],
      ['Brackwater Cloud Ltd', 1],
    ]);
    expect(items[0]?.otherNames).toEqual(['ALDERGATE SYSTEMS LIMITED', 'aldergate systems ltd.']);
  });

  it('counts a value shared by two firms for the buyer and for neither firm', async () => {
    const { items } = await suppliers();
    expect(items.map((item) => [item.netPence, item.netCount])).toEqual([
      [25_000_000, 3],
      [0, 0],
    ]);
    const buyers = await findBuyers.run(context, findBuyers.input.parse({}));
    expect(buyers.items.map((item) => [item.contractCount, item.netPence, item.netCount])).toEqual([
      [5, 45_000_000, 5],
    ]);
  });

  it('gives a likely natural person no page, rank or link', async () => {
    const { items } = await findContracts.run(
      context,
      findContracts.input.parse({ ocid: 'ocds-h6vhtk-000005' }),
    );
    expect(items[0]?.suppliers).toEqual([{ id: null, name: 'Mrs Rhiannon Pugh' }]);
    await expect(
      showSupplier.run(context, { id: shortId(['name:supplier:mrs rhiannon pugh']) }),
    ).rejects.toThrow(/No supplier has the id/u);
    const { items: all } = await suppliers();
    expect(all.some((item) => item.name.includes('Pugh'))).toBe(false);
    const buyer = (await findBuyers.run(context, findBuyers.input.parse({}))).items[0];
    const detail = await showBuyer.run(context, { id: buyer?.id ?? '' });
    expect(JSON.stringify(detail.counterparts)).not.toContain('Pugh');
  });

  it('finds an organisation by the id that any of its identifiers alone would have', async () => {
    const [first] = (await suppliers()).items;
    const byNumber = await showSupplier.run(context, { id: shortId(['GB-PPON:PBBB-2222-BBBB']) });
    expect(byNumber.id).toBe(first?.id);
    expect(byNumber.identifiers.map(({ scheme, id }) => `${scheme} ${id}`)).toEqual([
      'GB-COH 01234567',
      'GB-PPON PBBB-2222-BBBB',
    ]);
  });

  it('takes the two names of a bilingual body for one', async () => {
    const welsh = await open();
    const names = ['Cyngor Sir Hafren / Hafren County Council', 'Cyngor Sir Hafren', 'Hafren County Council'];
    await ingestAll(
      welsh.register,
      names.map((name, index) =>
        actRelease({
          ocid: `ocds-h6vhtk-00010${index}`,
          id: `00010${index}-2026`,
          buyer: index === 0 ? { id: 'GB-PPON-PDDD-4444-DDDD', name } : { id: `b${index}`, name },
        }),
      ),
    );
    const { items } = await findBuyers.run(
      testContext({ register: welsh.register }),
      findBuyers.input.parse({}),
    );
    expect(items.map((item) => item.contractCount)).toEqual([3]);
  });

  it('shows years, counterparts and facets that add up to the total', async () => {
    const [first] = (await suppliers()).items;
    const detail = await showSupplier.run(context, { id: first?.id ?? '' });
    const inYears = detail.years.reduce((sum, year) => sum + year.contractCount, 0);
    const inCounterparts = detail.counterparts.reduce((sum, each) => sum + each.contractCount, 0);
    expect([inYears, inCounterparts]).toEqual([detail.contractCount, detail.contractCount]);
    for (const facet of detail.facets.filter(({ name }) => ['status', 'route', 'year'].includes(name))) {
      expect(
        facet.values.reduce((sum, value) => sum + value.count, 0),
        facet.name,
      ).toBe(detail.contractCount);
    }
  });

  it('pages through organisations once in each order', async () => {
    for (const sort of ['contracts', 'value', 'name'] as const) {
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof suppliers>> = await findSuppliers.run(
          context,
          findSuppliers.input.parse({ sort, limit: 1, ...(cursor !== null && { cursor }) }),
        );
        names.push(...page.items.map((item) => item.name));
        cursor = page.next;
      } while (cursor !== null);
      expect(names.toSorted()).toEqual(['Aldergate Systems Ltd', 'Brackwater Cloud Ltd']);
    }
  });
});
