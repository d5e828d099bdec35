import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { purchaseCells } from '../../../test/factories/purchase-cells.ts';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import type { PurchaseCells } from '../../domain/pipeline/read-purchase.ts';
import type { Context } from '../context.ts';
import type { StreamRow } from '../operation.ts';
import { addPurchase } from './add.ts';
import { exportPipeline } from './export.ts';
import { exportPipelineFigures } from './figures.ts';
import { listPipeline } from './list.ts';
import type { PipelineItem } from './pipeline-view.ts';
import { exportPipelineReleases } from './releases.ts';
import { withdrawPurchase } from './withdraw.ts';

const rowsOf = async (rows: AsyncIterable<StreamRow>): Promise<Record<string, unknown>[]> => {
  const found: Record<string, unknown>[] = [];
  for await (const row of rows) if (typeof row !== 'string') found.push(row);
  return found;
};

describeOnDatabases('the pipeline in the register', (open) => {
  let database: TestDatabase;
  let context: Context;
  let renewal: PipelineItem;
  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    await database.register.write(async (transaction) => {
      await sql`update process set segment = 'sector-systems' where stage = 'planning'`.execute(transaction);
    });
    context = testContext({ register: database.register });
    const found = (await all({ source: ['renewal'] })).find(
      ({ buyer, lowPence, startFrom }) =>
        buyer?.id !== null &&
        buyer !== null &&
        lowPence !== null &&
        startFrom !== null &&
        startFrom > '2027-04-01',
    );
    if (found === undefined) throw new Error('No contract of the sample ends in the years.');
    renewal = found;
  });

  const ask = async (asked: object = {}) => listPipeline.run(context, listPipeline.input.parse(asked));
  const all = async (asked: object = {}): Promise<PipelineItem[]> => {
    const items: PipelineItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({ ...asked, limit: 100, ...(cursor !== undefined && { cursor }) });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  };
  const add = async (changes: PurchaseCells) =>
    addPurchase.run(
      context,
      addPurchase.input.parse({
        ...purchaseCells,
        buyer: renewal.buyer?.id,
        segment: renewal.segment,
        startFrom: renewal.startFrom ?? '',
        startTo: '',
        ...changes,
      }),
    );

  it('has renewals and planning notices, and sums that are those of its needs', async () => {
    const [answer, items] = [await ask(), await all()];
    expect(items.map(({ source }) => source)).toEqual(expect.arrayContaining(['UK1', 'UK2', 'renewal']));
    expect(answer.listed).toBe(items.length);
    const low = (part: readonly { lowPence: number | null }[]): number =>
      part.reduce((sum, { lowPence }) => sum + (lowPence ?? 0), 0);
    const dated = items.filter(({ startFrom }) => startFrom !== null);
    expect(low(answer.years)).toBe(low(dated));
    expect(low(answer.segments.flatMap(({ years }) => years))).toBe(low(dated));
    const { coverage } = answer;
    expect(Object.values(coverage.gaps).reduce((sum, count) => sum + count, coverage.measured)).toBe(
      coverage.total,
    );
  });

  it('says when the tender notice is expected, as planning notices do', async () => {
    const planned = (await all({ source: ['UK1'] })).filter(({ noticeOn }) => noticeOn !== null);
    expect(planned.length).toBeGreaterThan(0);
    const rows = await rowsOf(exportPipeline.run(context, exportPipeline.input.parse({ source: ['UK1'] })));
    const [first] = planned;
    expect(rows.find(({ ocid }) => ocid === first?.ocid)).toMatchObject({ tenderNoticeOn: first?.noticeOn });
    expect(
      (await all({ source: ['renewal'] })).every(
        ({ noticeOn, alsoAs }) => noticeOn === null || alsoAs.length > 0,
      ),
    ).toBe(true);
  });

  it('filters by segment, year, source and buyer add up to the whole', async () => {
    const whole = (await ask()).listed;
    const bySource = await Promise.all(
      ['UK1', 'UK2', 'UK3', 'renewal'].map(async (source) => (await ask({ source: [source] })).listed),
    );
    expect(bySource.reduce((sum, one) => sum + one, 0)).toBe(whole);
    const { scope, segments } = await ask();
    const bySegment = await Promise.all(
      scope.segments.map(async (segment) => (await ask({ segment: [segment] })).listed),
    );
    expect(bySegment.reduce((sum, one) => sum + one, 0)).toBe(whole);
    expect(segments).toHaveLength(14);
    const mine = await all({ buyer: renewal.buyer?.id });
    expect(mine.every(({ buyer }) => buyer?.id === renewal.buyer?.id)).toBe(true);
    const inYear = await all({ year: 2027 });
    expect(
      inYear.every(
        ({ startFrom }) => startFrom !== null && startFrom >= '2027-04-01' && startFrom < '2028-04-01',
      ),
    ).toBe(true);
  });

  it('pages backwards show what pages forwards showed', async () => {
    const first = await ask({ limit: 5 });
    const second = await ask({ limit: 5, cursor: first.next ?? '' });
    const back = await ask({ limit: 5, cursor: second.previous ?? '' });
    expect(back.items).toEqual(first.items);
    expect(second.items[0]?.key).not.toBe(first.items[0]?.key);
  });

  describe('with a purchase that replaces a contract', () => {
    it('counts the need once, with the value and title entered', async () => {
      const before = await ask();
      const { id } = await add({
        title: 'New platform',
        replaces: renewal.contractIds[0] ?? '',
        valueLow: '5',
        valueHigh: '7',
      });
      const [item] = (await all()).filter(({ key }) => key === `entered:${id}`);
      expect(item).toMatchObject({
        title: 'New platform',
        lowPence: 500,
        highPence: 700,
        alsoAs: [{ source: 'renewal', contractIds: renewal.contractIds, reason: 'says-it-replaces' }],
      });
      expect((await ask()).listed).toBe(before.listed);
      expect((await all()).some(({ key }) => key === renewal.key)).toBe(false);
      await withdrawPurchase.run(context, { id });
      expect((await all()).some(({ key }) => key === renewal.key)).toBe(true);
    });

    it('that may not be shared is nowhere, and hides nothing', async () => {
      const before = await ask();
      const { id } = await add({
        replaces: renewal.contractIds[0] ?? '',
        shareable: 'no',
        title: 'Secret plan',
      });
      const texts = JSON.stringify([
        await ask(),
        await rowsOf(exportPipeline.run(context, exportPipeline.input.parse({}))),
        await rowsOf(exportPipelineReleases.run(context, { segment: [] })),
        await rowsOf(exportPipelineFigures.run(context, exportPipelineFigures.input.parse({}))),
      ]);
      expect(texts).not.toContain('Secret plan');
      expect(await ask()).toEqual(before);
      await withdrawPurchase.run(context, { id });
    });

    it('with VAT or in another currency is listed, not added up', async () => {
      const before = (await ask()).coverage.gaps;
      const gross = await add({ vat: 'gross', reference: 'G', title: 'Kennel booking portal' });
      const dollars = await add({ currency: 'USD', reference: 'D', title: 'Parking meters portal' });
      const { gaps } = (await ask()).coverage;
      expect(gaps['with-vat']).toBe((before['with-vat'] ?? 0) + 1);
      expect(gaps['other-currency']).toBe((before['other-currency'] ?? 0) + 1);
      const rows = await rowsOf(
        exportPipeline.run(context, exportPipeline.input.parse({ source: ['entered'] })),
      );
      expect(
        rows
          .map(
            ({ currency, vatBasis, valueLow }) =>
              `${String(currency)} ${String(vatBasis)} ${String(valueLow)}`,
          )
          .toSorted(),
      ).toEqual(['GBP gross 250000', 'USD net 250000']);
      for (const { id } of [gross, dollars]) await withdrawPurchase.run(context, { id });
    });
  });

  it('is exported row by row as it is listed, in the order of a pipeline notice', async () => {
    const rows = await rowsOf(exportPipeline.run(context, exportPipeline.input.parse({})));
    const items = await all();
    expect(rows.map(({ title, valueLow }) => [title, valueLow])).toEqual(
      items.map(({ title, lowPence }) => [title, lowPence === null ? null : lowPence / 100]),
    );
    expect(Object.keys(rows[0] ?? {}).slice(0, 8)).toEqual([
      'ocid', 'buyerId', 'buyer', 'reference', 'title', 'description', 'cpvCodes', 'valueLow',
    ]); // prettier-ignore
  });

  it('gives entered purchases in the shape of a release of a pipeline notice', async () => {
    const { id } = await add({
      months: '24',
      cpv: '48000000',
      startFrom: '2027-04-01',
      noticeOn: '2026-12-01',
    });
    const [release] = await rowsOf(exportPipelineReleases.run(context, { segment: [] }));
    expect(release).toMatchObject({
      tag: ['planning'],
      buyer: { name: renewal.buyer?.name },
      tender: {
        id: 'P-1',
        status: 'planned',
        items: [{ additionalClassifications: [{ scheme: 'CPV', id: '48000000' }] }],
        value: { amount: 400_000, currency: 'GBP' },
        lots: [{ contractPeriod: { startDate: '2027-04-01T00:00:00Z', endDate: '2029-03-31T23:59:59Z' } }],
        communication: { futureNoticeDate: '2026-12-01T23:59:59Z' },
      },
    });
    expect(release).not.toHaveProperty('ocid');
    await withdrawPurchase.run(context, { id });
  });
});
