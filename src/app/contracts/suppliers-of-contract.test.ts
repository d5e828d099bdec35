import { expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { showDataStatus } from '../data/show-data-status.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';
import { findContracts } from './find-contracts.ts';

const ocid = 'ocds-h6vhtk-00000a';
const identifier = { scheme: 'GB-COH', id: '03943494' };

describeOnDatabases('suppliers of a contract', (open) => {
  it('an organisation that two notices name by different numbers is one supplier', async () => {
    const { register } = await open();
    await ingestAll(register, [
      actRelease({
        ocid,
        id: '000001-2026',
        noticeType: 'UK6',
        suppliers: [{ id: 'GB-PPON-PHYL-1617-DCHW', name: 'Brackwater Cycling', identifier }],
      }),
      actRelease({
        ocid,
        id: '000002-2026',
        date: '2026-06-06T10:00:00+01:00',
        suppliers: [{ id: 'GB-COH-03943494', name: 'THE BRACKWATER CYCLING LTD' }],
      }),
    ]);
    const found = await findContracts.run(testContext({ register }), findContracts.input.parse({}));
    expect(found.items[0]?.suppliers.map(({ name }) => name)).toEqual(['Brackwater Cycling']);
  });

  it('what is held counts the suppliers that their list shows, without likely natural persons', async () => {
    const { register } = await open();
    await ingestAll(register, [
      actRelease({
        suppliers: [
          { id: 'GB-COH-01234567', name: 'Aldergate Systems Ltd' },
          { id: 'party-2', name: 'Dr Ada Marsh' },
        ],
      }),
    ]);
    const context = testContext({ register });
    const { counts } = await showDataStatus.run(context, {});
    const list = await findSuppliers.run(context, findSuppliers.input.parse({}));
    expect([counts.suppliers, list.total.count]).toEqual([1, 1]);
  });
});
