import { expect, it } from 'vitest';
import { sql } from 'kysely';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import type { JsonObject } from '../../lib/json.ts';
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

/** A process that let the same to several suppliers, with the end of each contract. */
function letToSeveral(ends: readonly string[]): JsonObject {
  const suppliers = ends.map((_, at) => ({ id: `GB-COH-0123456${at}`, name: `Supplier ${at} Ltd` }));
  const release = actRelease({ suppliers, ocid: 'ocds-h6vhtk-000009', id: '000009-2026' });
  const document = { id: '000009-2026', documentType: 'notice', noticeType: 'UK7' };
  return {
    ...release,
    awards: suppliers.map((supplier, at) => ({
      id: String(at),
      status: 'active',
      suppliers: [supplier],
      relatedLots: ['1'],
    })),
    contracts: ends.map((end, at) => ({
      id: String(at),
      awardID: String(at),
      status: 'active',
      ...(at > 0 && { value: { currency: 'GBP', amount: 1000 * at, amountGross: 1200 * at } }),
      dateSigned: '2026-05-01T00:00:00+01:00',
      period: { startDate: '2026-06-01T00:00:00+01:00', endDate: `${end}T23:59:59+01:00` },
      documents: [document],
    })),
  };
}

describeOnDatabases('renewals of what was let to several suppliers', (open) => {
  it('are one line with all contracts, unless they end on other days; pages hold each once', async () => {
    const { register } = await open();
    await ingestAll(register, [letToSeveral(['2027-03-31', '2027-03-31', '2027-03-31', '2027-06-30'])]);
    await register.write(async (transaction) => {
      await sql`update contract set segment = 'digital-delivery'`.execute(transaction);
    });
    const context = testContext({ register, now: '2026-11-01T12:00:00Z' });
    await refreshSummaries(context, register);
    const ask = async (asked: object = {}) => listRenewals.run(context, listRenewals.input.parse(asked));
    const { items, listed, quarters } = await ask();
    expect(items.map(({ endOn, contracts }) => [endOn, contracts.length])).toEqual([
      ['2027-03-31', 3],
      ['2027-06-30', 1],
    ]);
    expect(listed).toEqual({ renewals: 2, contracts: 4 });
    expect(quarters.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(4);
    const [together] = items;
    expect(new Set(together?.contracts.map(({ id }) => id)).size).toBe(3);
    expect(together?.contracts.map(({ suppliers }) => suppliers.length)).toEqual([1, 1, 1]);
    expect(together?.suppliers.toSorted()).toEqual(['Supplier 0 Ltd', 'Supplier 1 Ltd', 'Supplier 2 Ltd']);
    expect(together).toMatchObject({ netPence: 300_000, netCount: 2 });

    const first = await ask({ limit: 1 });
    const second = await ask({ limit: 1, cursor: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
    expect((await ask({ limit: 1, cursor: second.previous ?? '' })).items).toEqual(first.items);
  });
});
