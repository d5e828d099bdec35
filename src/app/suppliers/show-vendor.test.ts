import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { shortId } from '../../lib/hash.ts';
import type { Context } from '../context.ts';
import { showSupplierVendor } from './show-vendor.ts';

const sold = (number: number, title: string, supplier: string, id: string) =>
  actRelease({
    ocid: `ocds-h6vhtk-00030${number}`,
    id: `00030${number}-2026`,
    title,
    suppliers: [{ id, name: supplier }],
  });

describeOnDatabases('the vendor group of a supplier', (open) => {
  let context: Context;
  beforeAll(async () => {
    const { register } = await open();
    context = testContext({ register });
    await ingestAll(register, [
      sold(1, 'Tenable renewal', 'SOFTCAT PLC', 'GB-COH-02174990'),
      sold(2, 'Microsoft 365 licences', 'Softcat Limited', 'GB-COH-02174990'),
      sold(3, 'Microsoft 365 Copilot', 'SOFTCAT PLC', 'GB-COH-02174990'),
      sold(4, 'Road salt', 'Brackwater Cloud Ltd', 'GB-COH-07654321'),
      sold(5, 'Salesforce and MuleSoft platform', 'Salesforce UK Limited', 'a'),
    ]);
  });
  const show = async (key: string): ReturnType<typeof showSupplierVendor.run> =>
    showSupplierVendor.run(context, { id: shortId([key]) });

  it('of a reseller shows whose products it sells', async () => {
    const { firm, products, contractsRead } = await show('GB-COH:02174990');
    expect(firm).toMatchObject({ name: 'Softcat', kind: 'reseller', basis: 'number' });
    expect(
      products.map(({ product, vendor, way, contractCount }) => [product, vendor, way, contractCount]),
    ).toEqual([
      ['Microsoft 365', 'Microsoft', 'through-reseller', 1],
      ['Microsoft 365 Copilot', 'Microsoft', 'through-reseller', 1],
      ['Tenable', 'Tenable', 'through-reseller', 1],
    ]);
    expect(contractsRead).toBe(3);
  });

  it('of a maker shows its own products as direct, also those of a firm of its group', async () => {
    const { firm, products } = await show('name:supplier:salesforce uk ltd');
    expect(firm).toMatchObject({ name: 'Salesforce', basis: 'name', group: { id: 'salesforce' } });
    expect(products.map(({ product, vendor, way }) => [product, vendor, way])).toEqual([
      ['MuleSoft', 'MuleSoft', 'direct'],
      [null, 'Salesforce', 'direct'],
    ]);
  });

  it('is nothing where neither the supplier nor a product is known', async () => {
    expect(await show('GB-COH:07654321')).toEqual({ firm: null, products: [], contractsRead: 1 });
  });

  it('of nobody is refused', async () => {
    await expect(showSupplierVendor.run(context, { id: 'nobody' })).rejects.toThrow(
      /No supplier has the id nobody/u,
    );
  });
});
