import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { listRenewals } from './renewals.ts';

describeOnDatabases('renewals of contracts with people', (open) => {
  it('name firms and, of a supplier who is likely a person, only that it is one', async () => {
    const { register } = await open();
    const suppliers = [
      {
        id: 'GB-COH-01234567',
        name: 'Aldergate Systems Ltd',
        identifier: { scheme: 'GB-COH', id: '01234567' },
      },
      { id: 'GB-FTS-1', name: 'Jane Doe' },
    ];
    await ingestAll(register, [actRelease({ suppliers, end: '2027-03-31' })]);
    await register.write(async (transaction) => {
      await sql`update contract set segment = 'digital-delivery'`.execute(transaction);
    });
    const context = testContext({ register, now: '2026-11-01T12:00:00Z' });
    await refreshSummaries(context, register);
    const found = await listRenewals.run(context, listRenewals.input.parse({}));
    expect(found.items.map((item) => item.suppliers)).toEqual([
      ['Aldergate Systems Ltd', 'a person, named with the contract'],
    ]);
  });
});
