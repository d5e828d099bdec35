import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { actRelease, type ReleaseParts } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import type { Context } from '../context.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { exportVendorFigures } from './export-vendor-figures.ts';
import { findVendors } from './find-vendors.ts';
import { showVendorGroup } from './show-vendor-group.ts';

const licences = (number: number, supplier: { id: string; name: string }, more: ReleaseParts = {}) =>
  actRelease({
    ocid: `ocds-h6vhtk-00041${number}`,
    id: `00041${number}-2026`,
    title: 'Microsoft 365 licences',
    cpv: '48000000',
    suppliers: [supplier],
    ...more,
  });

const sold = (number: number, name: string, id: string) =>
  actRelease({ ocid: `ocds-h6vhtk-00040${number}`, id: `00040${number}-2026`, suppliers: [{ id, name }] });

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
      licences(1, { id: 'GB-COH-02174990', name: 'SOFTCAT PLC' }),
      licences(2, { id: 'GB-COH-02174990', name: 'SOFTCAT PLC' }, { start: '2022-06-01', end: '2024-05-31' }),
      licences(3, { id: 'GB-COH-01624297', name: 'Microsoft Limited' }, { title: 'Support of a platform' }),
      licences(4, { id: 'GB-COH-01234567', name: 'Aldergate Systems Ltd' }, { net: null, gross: null }),
      licences(
        5,
        { id: 'p', name: 'Jane Marlowe' },
        {
          buyer: { id: 'GB-PPON-PCCC-3333-CCCC', name: 'Harbour District Council' },
        },
      ),
    ]);
    await register.write(async (transaction) => {
      await sql`update contract set segment = 'devices-hardware'`.execute(transaction);
    });
    await refreshSummaries(context, register);
  });

  it('is found by the name of a group, firm or product, those with most contracts first', async () => {
    const find = async (q?: string): Promise<string[]> =>
      (await findVendors.run(context, findVendors.input.parse({ q }))).items.map(({ id }) => id);
    expect(await find('red hat')).toEqual(['ibm']);
    expect(await find('ArcGIS')).toEqual(['esri']);
    expect(await find('nobody of that name')).toEqual([]);
    expect((await find()).slice(0, 2)).toEqual(['microsoft', 'bytes-technology-group']);
  });

  it('counts contracts once, direct and through resellers, with buyers, sellers, products and ends', async () => {
    const microsoft = await showVendorGroup.run(context, { id: 'microsoft' });
    expect(microsoft).toMatchObject({
      contracts: 5,
      running: 4,
      buyers: 2,
      netCount: 4,
      netPence: 40_000_000,
    });
    expect(microsoft.valueCoverage).toEqual({ total: 5, measured: 4, gaps: { 'no-value': 1 } });
    expect(microsoft.ways.map(({ way, contracts }) => [way, contracts])).toEqual([
      ['direct', 1],
      ['through-reseller', 2],
      ['inferred', 2],
    ]);
    expect(microsoft.buyersNamed.map(({ name, contracts }) => [name, contracts])).toEqual([
      ['Marram District Council', 4],
      ['Harbour District Council', 1],
    ]);
    expect(microsoft.suppliers.map(({ name, way, contracts }) => [name, way, contracts])).toEqual([
      ['SOFTCAT PLC', 'through-reseller', 2],
      ['Aldergate Systems Ltd', 'inferred', 1],
      ['Microsoft Limited', 'direct', 1],
    ]);
    expect(microsoft.products.map(({ name, contracts }) => [name, contracts])).toEqual([
      ['Microsoft 365', 4],
    ]);
    expect(microsoft.ends.filter(({ contracts }) => contracts > 0)).toMatchObject([
      { quarter: '2028-Q2', contracts: 4 },
    ]);
    expect(microsoft.endCoverage).toEqual({ total: 5, measured: 5, gaps: {} });
    const text = showVendorGroup.present?.(microsoft, { id: 'microsoft' }) ?? '';
    expect(text).toContain('5 contracts, 4 running');
  });

  it('never names a likely natural person', async () => {
    const group = await showVendorGroup.run(context, { id: 'microsoft' });
    expect(JSON.stringify(group)).not.toContain('Jane Marlowe');
  });

  it('has no sums, no rate and no NaN where no contract leads to it', async () => {
    const group = await showVendorGroup.run(context, { id: 'esri' });
    expect(group).toMatchObject({ contracts: 0, netCount: 0, ways: [], buyersNamed: [], products: [] });
    expect(showVendorGroup.present?.(group, { id: 'esri' })).not.toMatch(/NaN|undefined/u);
  });

  it('gives its figures as a file, as the list of all groups does', async () => {
    const rows = async (input: object) =>
      Array.fromAsync(exportVendorFigures.run(context, exportVendorFigures.input.parse(input)));
    const ways = await rows({ id: 'microsoft', chart: 'ways' });
    expect(
      ways.map((row) =>
        Object.entries(row).flatMap(([name, value]) =>
          ['way', 'contracts', 'pence'].includes(name) ? [value] : [],
        ),
      ),
    ).toEqual([
      ['direct', 1, 10_000_000],
      ['through-reseller', 2, 20_000_000],
      ['inferred', 2, 10_000_000],
    ]);
    expect((await rows({ id: 'microsoft', chart: 'ends' })).length).toBe(12);
    expect((await rows({}))[0]).toMatchObject({ chart: 'groups', id: 'microsoft', contracts: 5 });
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
