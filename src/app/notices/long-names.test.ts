import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { showContract } from '../contracts/show-contract.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';

/** Names that don't compress: an index holds 2,704 bytes after compression. */
const longName = (start: string): string => `${start} ${randomBytes(3_000).toString('hex')} Ltd`;

describeOnDatabases('a name of six thousand characters', (open) => {
  it('is stored whole, and makes nothing be left out', async () => {
    const { register } = await open();
    const [one, two] = [longName('Aldergate'), longName('Aldergate')];
    const summary = await ingestAll(register, [
      actRelease({ ocid: 'ocds-h6vhtk-00000a', id: '000001-2026', suppliers: [{ id: one, name: one }] }),
      actRelease({ ocid: 'ocds-h6vhtk-00000b', id: '000002-2026', suppliers: [{ id: 'b', name: two }] }),
      actRelease({ ocid: 'ocds-h6vhtk-00000c', id: '000003-2026', suppliers: [{ id: 'c', name: two }] }),
      actRelease({ ocid: 'ocds-h6vhtk-00000d', id: '000004-2026', buyer: { id: two, name: two } }),
    ]);
    expect(summary).toMatchObject({ new: 4, skipped: 0 });

    const context = testContext({ register });
    const { items } = await findSuppliers.run(context, findSuppliers.input.parse({ q: 'Aldergate' }));
    const counts = Object.fromEntries(items.map(({ name, contractCount }) => [name, contractCount]));
    expect(counts).toMatchObject({ [one]: 1, [two]: 2 });

    const found = await findContracts.run(context, findContracts.input.parse({ ocid: 'ocds-h6vhtk-00000d' }));
    const contract = await showContract.run(context, { id: found.items[0]?.id ?? '' });
    expect(contract.buyer?.name).toBe(two);
    expect(contract.parties.find(({ roles }) => roles.includes('buyer'))?.id).toBe(contract.buyer?.id);
  });
});
