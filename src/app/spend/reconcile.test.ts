import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { ingestSpendFiles, spendFolder } from '../../../test/support/spend-files.ts';
import type { Context } from '../context.ts';
import { findBuyers } from '../buyers/find-buyers.ts';
import { findSpend } from './find.ts';
import { listSpendBuyers } from './list-buyers.ts';
import { reconcileSpend } from './reconcile.ts';

const term = { start: '2026-01-01', end: '2026-12-31', signed: '2026-01-01' };

describeOnDatabases('payments against contracts', (open) => {
  const save = spendFolder();
  let context: Context;
  const reconciled = async (input: { verdict?: 'over' } = {}) =>
    reconcileSpend.run(context, reconcileSpend.input.parse({ buyer: 'Marram District Council', ...input }));

  beforeAll(async () => {
    const database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, [
      actRelease({ ...term, ocid: 'ocds-h6vhtk-000001', id: '000001-2026', net: 1000, gross: 1200 }),
      actRelease({
        ...term,
        ocid: 'ocds-h6vhtk-000002',
        id: '000002-2026',
        net: 500,
        gross: 600,
        suppliers: [{ id: 'GB-COH-07654321', name: 'Brackwater Cloud Ltd' }],
      }),
      // Two firms of one name.
      actRelease({
        ocid: 'ocds-h6vhtk-000003',
        id: '000003-2026',
        suppliers: [{ id: 'GB-COH-01111112', name: 'Twin Ltd' }],
      }),
      actRelease({
        ocid: 'ocds-h6vhtk-000004',
        id: '000004-2026',
        suppliers: [{ id: 'GB-COH-01111113', name: 'Twin Ltd' }],
      }),
      // A firm that is named like a person.
      actRelease({
        ...term,
        ocid: 'ocds-h6vhtk-000005',
        id: '000005-2026',
        net: 2000,
        gross: 2400,
        buyer: { id: 'GB-PPON-PCCC-3333-CCCC', name: 'Another Council' },
        suppliers: [{ id: 'GB-COH-02222223', name: 'Eden Brown' }],
      }),
    ]);
    await ingestSpendFiles(
      context,
      [
        save(
          'marram.csv',
          [
            'Date,Supplier,Company Number,Net Amount',
            '15/03/2026,ALDERGATE SYSTEMS LIMITED,,600',
            '15/04/2026,Aldergate Systems Ltd,,400',
            '15/03/2026,Some Other Name,07654321,500.01',
            '15/03/2026,Twin Ltd,,70',
            '15/03/2026,Unknown Ltd,,30',
            '15/03/2026,EDEN BROWN,,25',
            '15/03/2026,Redacted,,9',
            '20/03/2026,Mrs Ann Example,,8',
          ].join('\n'),
        ),
      ],
      { publisher: 'Marram District Council' },
    );
  });

  it('say where each supplier stands, with the method of the match', async () => {
    const { suppliers, suppliersTotal, verdicts, firstMonth, lastMonth } = await reconciled();
    expect(
      suppliers.map((each) => [
        each.supplier.name,
        each.supplier.method,
        each.verdict,
        each.committedPence,
        each.paid,
      ]),
    ).toEqual([
      [
        'ALDERGATE SYSTEMS LIMITED',
        'name',
        'within',
        100_000,
        [{ vatBasis: 'net', inTermPence: 100_000, outsideTermPence: 0 }],
      ],
      [
        'Some Other Name',
        'number',
        'over',
        50_000,
        [{ vatBasis: 'net', inTermPence: 50_001, outsideTermPence: 0 }],
      ],
      ['EDEN BROWN', 'name', 'no-contract', 0, [{ vatBasis: 'net', inTermPence: 0, outsideTermPence: 2500 }]],
    ]);
    expect([suppliersTotal, firstMonth, lastMonth]).toEqual([3, '2026-03', '2026-04']);
    expect(verdicts.filter((each) => each.suppliers > 0)).toEqual([
      { verdict: 'within', suppliers: 1 },
      { verdict: 'over', suppliers: 1 },
      { verdict: 'no-contract', suppliers: 1 },
    ]);
  });

  it('leave out nothing: what is not matched is summed by reason', async () => {
    const { suppliers, unmatched } = await reconciled();
    expect(
      unmatched
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
        .map(({ kind, names, sumPence }) => [kind, names, sumPence]),
    ).toEqual([
      ['ambiguous', 1, 7000],
      ['not-found', 1, 3000],
      ['person', 1, 800],
      ['withheld', 0, 900],
    ]);
    const paid = suppliers
      .flatMap((each) => each.paid)
      .reduce((sum, each) => sum + each.inTermPence + each.outsideTermPence, 0);
    const all = await findSpend.run(context, findSpend.input.parse({ buyer: 'Marram' }));
    expect(paid + unmatched.reduce((sum, each) => sum + each.sumPence, 0)).toBe(all.sums[0]?.sumPence);
  });

  it('can be narrowed to one verdict, and be asked for by the id of the buyer', async () => {
    expect((await reconciled({ verdict: 'over' })).suppliers.map((each) => each.supplier.name)).toEqual([
      'Some Other Name',
    ]);
    const { items } = await findBuyers.run(context, findBuyers.input.parse({ q: 'Marram' }));
    const byId = await reconcileSpend.run(context, reconcileSpend.input.parse({ buyer: items[0]?.id ?? '' }));
    expect(byId.suppliersTotal).toBe(3);
    expect(byId.buyer.id).toBe(items[0]?.id);
    expect(byId.contractsWithoutPayment).toBe(2);
  });

  it('are of one buyer: words that several have are refused with their names', async () => {
    const path = save('other.csv', 'Date,Supplier,Net Amount\n15/03/2026,Aldergate Systems Ltd,1\n');
    await ingestSpendFiles(context, [path], { publisher: 'Marram District Council Pension Fund' });
    await expect(
      reconcileSpend.run(context, reconcileSpend.input.parse({ buyer: 'Marram' })),
    ).rejects.toThrow(
      /^2 buyers have these words in their names: .*Marram District Council.*Give the whole name of one\.$/,
    );
    expect((await reconciled()).suppliers[0]?.paid[0]?.inTermPence).toBe(100_000);
  });

  it('can be chosen by buyer: each body once, those with most payments first', async () => {
    const buyers = async (name?: string) =>
      listSpendBuyers.run(context, listSpendBuyers.input.parse({ ...(name !== undefined && { name }) }));
    const { total, items } = await buyers();
    expect(total).toBe(2);
    expect(items).toEqual([
      {
        id: expect.any(String),
        name: 'Marram District Council',
        firstMonth: '2026-03',
        lastMonth: '2026-04',
        lines: 8,
      },
      expect.objectContaining({ id: null, name: 'Marram District Council Pension Fund', lines: 1 }),
    ]);
    expect((await buyers('pension')).items.map(({ lines }) => lines)).toEqual([1]);
    expect(await buyers('Nobody')).toEqual({ total: 0, items: [] });
  });

  it('are none for a buyer without payments', async () => {
    const none = await reconcileSpend.run(context, reconcileSpend.input.parse({ buyer: 'Nobody' }));
    expect(none).toMatchObject({
      suppliers: [],
      unmatched: [],
      firstMonth: null,
      buyer: { id: null, names: [] },
    });
  });
});
