import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { showBuyer } from '../buyers/show-buyer.ts';
import type { Context } from '../context.ts';
import { exportContracts } from './export-contracts.ts';
import { findContracts } from './find-contracts.ts';
import { presentContractList } from './present-list.ts';

const dated = actRelease({
  ocid: 'ocds-h6vhtk-00000a',
  id: '000001-2026',
  title: 'Dated',
  signed: '1990-01-01',
});

/** A contract of whose process no notice carries a day that can be read. */
const undated = actRelease({
  ocid: 'ocds-h6vhtk-00000b',
  id: '000002-2026',
  title: 'Undated',
  date: '0001-01-01T00:00:00Z',
  signed: '0001-01-01',
});

describeOnDatabases('a contract without a readable day', (open) => {
  let context: Context;

  beforeAll(async () => {
    const database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, [undated, dated]);
  });

  it('is listed last, with no day, and one dated 1990 keeps its day', async () => {
    const { items } = await findContracts.run(context, findContracts.input.parse({ sort: 'newest' }));
    expect(items.map(({ title, datedOn }) => [title, datedOn])).toEqual([
      ['Dated', '1990-01-01'],
      ['Undated', null],
    ]);
    expect(presentContractList(items)).toContain('date not published');
  });

  it('is in no year, neither of the facet nor of its buyer', async () => {
    const { facets, items } = await findContracts.run(context, findContracts.input.parse({}));
    const years = facets
      .find((facet) => facet.name === 'year')
      ?.values.map(({ value, count }) => [value, count]);
    expect(years).toEqual([['1990', 1]]);
    const buyer = await showBuyer.run(context, { id: items[0]?.buyer?.id ?? '' });
    expect(buyer.years.map(({ year, contractCount }) => [year, contractCount])).toEqual([[1990, 1]]);
    expect(buyer.lastOn).toBe('1990-01-01');
    expect(buyer.contractCount).toBe(2);
  });

  it('is exported without a day', async () => {
    const days: unknown[] = [];
    for await (const row of exportContracts.run(context, exportContracts.input.parse({}))) {
      if (typeof row !== 'string') days.push(row['datedOn']);
    }
    expect(days).toEqual(['1990-01-01', null]);
  });
});
