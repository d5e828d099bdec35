import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import type { Context } from '../context.ts';
import { findVendors } from './find-vendors.ts';
import { showVendorGroup } from './show-vendor-group.ts';

const sold = (number: number, name: string, id: string) =>
  actRelease({ ocid: `ocds-h6vhtk-00040${number}`, id: `00040${number}-2026`, suppliers: [{ id, name }] });

it('vendor groups are found by the name of a group, firm or product', async () => {
  const find = async (q: string): Promise<string[]> =>
    (await findVendors.run(testContext(), findVendors.input.parse({ q }))).items.map(({ id }) => id);
  expect(await find('red hat')).toEqual(['ibm']);
  expect(await find('ArcGIS')).toEqual(['esri']);
  expect(await find('nobody of that name')).toEqual([]);
});

describeOnDatabases('a vendor group', (open) => {
  let context: Context;
  beforeAll(async () => {
    const { register } = await open();
    context = testContext({ register });
    await ingestAll(register, [
      sold(1, 'BYTES SOFTWARE SERVICES LTD', 'GB-COH-01616977'),
      sold(2, 'Phoenix Software Limited', 'a'),
      sold(3, 'Phoenix Surfacing Limited', 'GB-COH-02577303'),
      sold(4, 'Phoenix Software Limited', 'b'),
      sold(5, 'Phoenix Software Ltd', 'GB-PPON-PBBB-2222-BBBB'),
    ]);
  });

  it('shows which suppliers of the register its firms are, and by what', async () => {
    const { firms } = await showVendorGroup.run(context, { id: 'bytes-technology-group' });
    expect(
      firms.map(({ name, organisations }) => [
        name,
        organisations.map((one) => [one.basis, one.contractCount]),
      ]),
    ).toEqual([
      ['Bytes Software Services', [['number', 1]]],
      ['Phoenix Software', [['name', 3]]],
    ]);
  });

  it('of an unknown id is refused', async () => {
    await expect(showVendorGroup.run(context, { id: 'nobody' })).rejects.toThrow(
      /No vendor group has the id nobody/u,
    );
  });
});
