import { expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';

/** Nine suppliers, of which three each have as many contracts and as much value. */
const releases = Array.from({ length: 18 }, (_, index) => {
  const supplier = index % 9;
  const isRepeat = index >= 9;
  return actRelease({
    ocid: `ocds-h6vhtk-0000${String(index).padStart(2, '0')}`,
    id: `0000${String(index).padStart(2, '0')}-2026`,
    suppliers: [
      {
        id: `GB-COH-0${1_000_000 + (isRepeat ? supplier - (supplier % 3) : supplier)}`,
        name: 'Brackwater Ltd',
      },
    ],
    net: 1_000 * (1 + (supplier % 3)),
  });
});

describeOnDatabases('a list of organisations', (open) => {
  it('shows the same pages backwards as forwards, in each order', async () => {
    const { register } = await open();
    await ingestAll(register, releases);
    const context = testContext({ register });
    const read = async (sort: string, cursor?: string) =>
      findSuppliers.run(context, findSuppliers.input.parse({ sort, limit: 2, cursor }));
    for (const sort of ['contracts', 'value', 'name']) {
      let page = await read(sort);
      const forwards = [page];
      while (page.next !== null) forwards.push((page = await read(sort, page.next)));
      const backwards = [page];
      while (page.previous !== null) backwards.unshift((page = await read(sort, page.previous)));
      expect(forwards.flatMap(({ items }) => items)).toHaveLength(9);
      expect(backwards.map(({ from, items }) => [from, items])).toEqual(
        forwards.map(({ from, items }) => [from, items]),
      );
      expect(forwards.map(({ from }) => from)).toEqual([1, 3, 5, 7, 9]);
    }
  });
});
