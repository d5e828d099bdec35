import { beforeAll, expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { actRelease } from '../../../test/factories/release.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';
import { exportContracts } from './export-contracts.ts';
import { findContracts } from './find-contracts.ts';

describeOnDatabases('contracts with one bid', (open) => {
  let database: TestDatabase;
  const find = async (input: object) =>
    findContracts.run(testContext({ register: database.register }), findContracts.input.parse(input));
  const refused = expect.objectContaining({ code: 'bad-request' });

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
  });

  it('are listed and counted without their suppliers, and the list says why', async () => {
    const single = await find({ bids: 'one' });
    expect(single.total.count).toBeGreaterThan(0);
    expect(single.items.flatMap(({ suppliers }) => suppliers)).toEqual([]);
    expect(single.facets.map(({ name }) => name)).toContain('segment');
    expect(single.facets.map(({ name }) => name).filter((name) => /supplier|buyer$/u.test(name))).toEqual([]);
    expect(single.query.understood.join()).toContain('often has an innocent cause');
    expect(findContracts.present?.(single, findContracts.input.parse({ bids: 'one' }))).not.toMatch(
      /\bLtd\b/u,
    );
    const text = findContracts.present?.(single, findContracts.input.parse({ bids: 'one' }));
    expect(text).toContain('supplier not named in this list');
    expect(text).not.toContain('supplier not stated');
    const several = await find({ bids: 'several' });
    expect(several.items.flatMap(({ suppliers }) => suppliers)).not.toEqual([]);
  });

  it('name no supplier in their titles either, nor its vendor group', async () => {
    const titled = (number: number, title: string, supplier: string) => ({
      ...actRelease({
        ocid: `ocds-h6vhtk-00070${number}`,
        id: `00070${number}-2026`,
        title,
        suppliers: [{ id: 'a', name: supplier }],
      }),
      bids: { statistics: [{ id: '1', measure: 'bids', value: 1 }] },
    });
    await ingestAll(database.register, [
      titled(1, 'Zebrawell Software upgrade', 'Zebrawell Software Limited'),
      titled(2, 'Zebra crossings for Microsoft', 'Microsoft Ireland Operations Limited'),
      titled(3, 'Zebra food', 'Stripe Foods Ltd'),
    ]);
    const titles = async (bids: string) =>
      (await find({ bids, limit: 100, sort: 'newest' })).items
        .filter(({ ocid }) => ocid.startsWith('ocds-h6vhtk-00070'))
        .map(({ title, titleMarked }) => [title, titleMarked.map(({ text }) => text).join('')])
        .toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
    expect(await titles('one')).toEqual([
      ['[supplier] Software upgrade', '[supplier] Software upgrade'],
      ['Zebra crossings for [supplier]', 'Zebra crossings for [supplier]'],
      ['Zebra food', 'Zebra food'],
    ]);
  });

  it('are refused by supplier, buyer, vendor, product and words, and are not exported', async () => {
    const context = testContext({ register: database.register });
    const several = await find({ bids: 'several' });
    const { items } = await findSuppliers.run(context, findSuppliers.input.parse({ limit: 1 }));
    for (const other of [
      { supplier: [items[0]?.id] },
      { buyer: [several.items.find(({ buyer }) => buyer?.id != null)?.buyer?.id] },
      { vendor: 'ibm' },
      { product: 'sharepoint' },
      { q: 'system' },
    ]) {
      await expect(find({ bids: 'one', ...other })).rejects.toEqual(refused);
      await expect(find(other)).resolves.toBeDefined();
    }
    const rows = exportContracts.run(context, exportContracts.input.parse({ bids: 'one' }));
    await expect(rows[Symbol.asyncIterator]().next()).rejects.toEqual(refused);
  });
});
