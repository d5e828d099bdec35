import { beforeAll, describe, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { listPricedContracts } from '../../db/queries/benchmarks.ts';
import { ratioQuantile } from '../../domain/benchmarks/ratio-distribution.ts';
import type { Context } from '../context.ts';
import { listReferenceClasses } from './classes.ts';
import { showPriceBenchmark } from './price.ts';

describeOnDatabases('benchmarks', (open) => {
  let context: Context;
  let empty: Context;
  beforeAll(async () => {
    const database = await open();
    context = testContext({ register: database.register });
    await fillClassified(database.register, 600);
    empty = testContext({ register: (await open()).register });
  }, 180_000);

  const price = (input: Parameters<typeof showPriceBenchmark.run>[1], on = context) =>
    showPriceBenchmark.run(on, input);

  describe('of prices', () => {
    it('are quartiles of value per month that a naive computation gives too', async () => {
      const result = await price({ segment: 'digital-delivery' });
      const rows = await listPricedContracts(
        await context.register(),
        { segment: 'digital-delivery', buyerType: null, size: null },
        result.from,
      );
      const values = rows
        .flatMap(({ net_pence: pence, start_on: start, end_on: end }) => {
          if (pence === null || pence <= 0 || start === null || end === null) return [];
          const months = (Date.parse(end) - Date.parse(start) + 86_400_000) / 86_400_000 / 30.4375;
          return months < 1 ? [] : [pence / months];
        })
        .toSorted((a, b) => a - b);
      expect(values.length).toBeGreaterThan(20);
      expect(result.n).toBe(values.length);
      // R-8 by its formula: the value at (n + 1/3)·p + 1/3.
      const place = (values.length + 1 / 3) / 2 + 1 / 3;
      const below = values[Math.floor(place) - 1] ?? 0;
      const above = values[Math.floor(place)] ?? 0;
      expect(result.monthlyPence?.median).toBe(Math.round(below + (place % 1) * (above - below)));
    });

    it('place a contract among the others of its group', async () => {
      const rows = await listPricedContracts(
        await context.register(),
        { segment: 'digital-delivery', buyerType: null, size: null },
        '2022-01-01',
      );
      const own = rows.find((row) => row.net_pence !== null && row.start_on !== null && row.end_on !== null);
      const result = await price({ contract: own?.contract_id });
      expect(result.contract).toMatchObject({ id: own?.contract_id, gap: null });
      expect(result.contract?.shareBelow).toBeGreaterThanOrEqual(0);
      expect(result.contract?.of).toBe(result.n - 1);
    });

    it('say why a contract cannot be compared', async () => {
      const rows = await listPricedContracts(
        await context.register(),
        { segment: 'digital-delivery', buyerType: null, size: null },
        '2000-01-01',
      );
      const valueless = rows.find((row) => row.net_pence === null);
      expect((await price({ contract: valueless?.contract_id })).contract).toMatchObject({
        gap: 'no-value',
        monthlyPence: null,
      });
    });

    it('over nothing are not enough data', async () => {
      expect(await price({ segment: 'cloud-hosting' }, empty)).toMatchObject({
        n: 0,
        monthlyPence: null,
        contract: null,
      });
      expect(showPriceBenchmark.present?.(await price({ segment: 'cloud-hosting' }, empty), {})).toContain(
        'not enough data',
      );
    });

    it('ask for a contract that is known, or a segment', async () => {
      await expect(price({ contract: 'nothing' })).rejects.toThrow(
        /No contract that the measures count has the id nothing/,
      );
      await expect(price({})).rejects.toThrow('Name a contract or a segment to compare in.');
    });
  });

  describe('of classes', () => {
    const classes = (input = {}, on = context) =>
      listReferenceClasses.run(on, listReferenceClasses.input.parse(input));

    it('are the priors where the register is empty, each with its source', async () => {
      const { classes: all } = await classes({}, empty);
      expect(
        all.filter(({ segment }) => segment === null).map(({ id, n, sampleShare }) => [id, n, sampleShare]),
      ).toEqual([
        ['contract-growth', 0, 0],
        ['project-cost', 0, 0],
        ['project-time', 0, 0],
      ]);
      const [growth, cost] = all.filter(({ segment }) => segment === null);
      expect(growth?.quantiles.find(({ share }) => share === 0.5)?.ratio).toBeCloseTo(1.05, 12);
      expect(cost?.distribution).toMatchObject({ tailShare: 0.18, alpha: 1.378 });
      expect(all.every(({ prior }) => prior.source.length > 20)).toBe(true);
    });

    it('of growth are drawn from the authored prior to all, to a segment, to a route', async () => {
      const { classes: found } = await classes({
        kind: 'contract-growth',
        segment: 'digital-delivery',
        route: 'framework-call-off',
      });
      expect(found.map(({ id, prior }) => [id, prior.from])).toEqual([
        ['contract-growth', 'reference'],
        ['contract-growth:digital-delivery', 'contract-growth'],
        ['contract-growth:digital-delivery:framework-call-off', 'contract-growth:digital-delivery'],
      ]);
      const [all, segment, narrow] = found;
      expect(all?.n).toBeGreaterThan(segment?.n ?? Infinity);
      expect(segment?.n).toBeGreaterThanOrEqual(narrow?.n ?? Infinity);
      expect(all?.n).toBe((all?.exact ?? 0) + (all?.censored ?? 0));
      expect(all?.sampleShare).toBeCloseTo((all?.n ?? 0) / ((all?.n ?? 0) + 10), 12);
    });

    it('can be drawn from: the quantiles are those of the parameters', async () => {
      const { classes: all } = await classes();
      for (const each of all)
        for (const { share, ratio } of each.quantiles)
          expect(ratioQuantile(each.distribution, share)).toBe(ratio);
    });
  });
});
