import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { listPricedContracts } from '../../db/queries/benchmarks.ts';
import { findSizeBenchmark } from '../benchmarks/price-per-size.ts';
import { showPriceBenchmark } from '../benchmarks/price.ts';
import { findBuyers } from '../buyers/find-buyers.ts';
import { showBuyer } from '../buyers/show-buyer.ts';
import type { Context } from '../context.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { findProducts } from './find-products.ts';
import { showProduct } from './show-product.ts';

describeOnDatabases('products and sizes', (open) => {
  let context: Context;
  let empty: Context;
  beforeAll(async () => {
    const { register } = await open();
    context = testContext({ register });
    await fillClassified(register, 200);
    empty = testContext({ register: (await open()).register });
  }, 180_000);

  const find = async (input: Record<string, unknown> = {}, on = context) =>
    (await findProducts.run(on, findProducts.input.parse(input))).items;
  const contractsOf = async (product: string) =>
    findContracts.run(context, findContracts.input.parse({ product, counted: 'all', limit: 100 }));
  const price = (input: Record<string, unknown>, on = context) =>
    showPriceBenchmark.run(on, showPriceBenchmark.input.parse(input));

  describe('products', () => {
    it('are listed with the contracts that a list by product gives', async () => {
      const items = await find();
      expect(items.map(({ id }) => id)).toContain('dwellmark-housing');
      for (const item of items) {
        const list = await contractsOf(item.id);
        expect([item.id, list.total.count]).toEqual([item.id, item.contracts]);
      }
    });

    it('are found by name, also where no contract names them, and within a segment', async () => {
      expect(await find({ q: 'sharepoint' })).toMatchObject([
        { id: 'sharepoint', contracts: 0, netPence: 0 },
      ]);
      expect((await find({ q: 'sharepoint', segment: 'cyber-security' })).length).toBe(0);
      expect(await find({ q: 'nothing of that name' })).toEqual([]);
      expect(await find({}, empty)).toEqual([]);
    });

    it('show buyers, sellers by way and ends that add up', async () => {
      const product = await showProduct.run(context, { id: 'dwellmark-housing' });
      expect(product.buyersNamed.map(({ name }) => name)).toContain('Marram District Council');
      expect(product.buyersNamed.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(product.contracts);
      expect(product.suppliers).toMatchObject([{ name: 'Dwellmark Housing Systems Limited', way: 'direct' }]);
      const ending = product.ends.reduce((sum, { contracts }) => sum + contracts, 0);
      expect(ending).toBeLessThanOrEqual(product.running);
      const resold = await showProduct.run(context, { id: 'nimbrel' });
      expect(new Set(resold.suppliers.map(({ way }) => way))).toContain('through-reseller');
    });

    it('have a value shared by several suppliers in the sum of none, and once in that of the buyer', async () => {
      const database = await open();
      await fillClassified(database.register, 60);
      await database.register.write(async (transaction) => {
        await sql`update market_contract m set supplier_ids = array(select organisation_id from organisation
            where not is_person_likely order by 1 limit 2), supplier_count = 2, net_pence = 100
          from market_product p where p.contract_id = m.contract_id and p.product_id = 'dwellmark-housing'`.execute(
          transaction,
        );
      });
      const shared = testContext({ register: database.register });
      const product = await showProduct.run(shared, { id: 'dwellmark-housing' });
      expect(product.contracts).toBeGreaterThan(0);
      expect(
        product.suppliers.map(({ contracts, netPence, netCount }) => [contracts, netPence, netCount]),
      ).toEqual([
        [product.contracts, 0, 0],
        [product.contracts, 0, 0],
      ]);
      expect(product.buyersNamed.reduce((sum, { netPence }) => sum + netPence, 0)).toBe(product.netPence);
    });

    it('that nobody lists are refused with the nearest', async () => {
      await expect(showProduct.run(context, { id: 'dwelmark-housing' })).rejects.toThrow(
        'No product has the id dwelmark-housing. Did you mean dwellmark-housing?',
      );
    });

    it('that no contract names have nothing to measure', async () => {
      const product = await showProduct.run(empty, { id: 'azure' });
      expect(product).toMatchObject({ contracts: 0, buyersNamed: [], suppliers: [], benchmarks: [] });
      expect(showProduct.present?.(product, { id: 'azure' })).not.toMatch(/NaN|Infinity/u);
    });
  });

  describe('a price by size', () => {
    it('of a product is that of a naive computation over what the contracts publish', async () => {
      const homes = new Map([
        ['Marram District Council', 7400],
        ['Sallow Vale District Council', 5900],
        ['Pennock Borough Council', 9100],
        ['Coldhallow City Council', 21_500],
        ['Withymoor Homes', 12_300],
      ]);
      const { perSize } = await price({ product: 'dwellmark-housing', per: 'dwellings' });
      const { items } = await contractsOf('dwellmark-housing');
      const rows = await listPricedContracts(await context.register(), { segment: 'sector-systems', buyerType: null, size: null }, perSize?.from ?? '');
      const values = items
        .flatMap(({ id, buyer }) => {
          const row = rows.find((one) => one.contract_id === id);
          const size = homes.get(buyer?.name ?? '');
          if (row === undefined || size === undefined || row.net_pence === null) return [];
          const days = (Date.parse(row.end_on ?? '') - Date.parse(row.start_on ?? '')) / 86_400_000 + 1;
          return [(row.net_pence / days) * (30.4375 * 12) / size];
        })
        .toSorted((a, b) => a - b);
      expect(values.length).toBeGreaterThanOrEqual(5);
      expect(perSize).toMatchObject({ n: values.length, unit: 1, product: { id: 'dwellmark-housing' }, isWider: false });
      expect(perSize?.yearlyPence?.least).toBe(Math.round(values[0] ?? 0));
      expect(perSize?.yearlyPence?.most).toBe(Math.round(values.at(-1) ?? 0));
      if (values.length === 5) expect(perSize?.yearlyPence?.median).toBe(Math.round(values[2] ?? 0));
    }); // prettier-ignore

    it('places a contract by its buyer, whose measure needs no asking', async () => {
      const { items } = await contractsOf('dwellmark-housing');
      const own = items.find(({ buyer }) => buyer?.name === 'Withymoor Homes');
      const found = await findSizeBenchmark(context, { contract: own?.id });
      expect(found).toMatchObject({ per: 'dwellings', contract: { id: own?.id, size: 12_300 } });
      expect(found?.contract?.shareBelow).toBeGreaterThanOrEqual(0);
      expect(found?.contract?.of).toBe((found?.n ?? 0) - 1);
    });

    it('tells contracts without a known size apart, and over too few says so', async () => {
      const { perSize } = await price({ segment: 'digital-delivery', per: 'dwellings' });
      expect(perSize?.comparable).toBeGreaterThan(perSize?.n ?? Infinity);
      const nothing = await price({ segment: 'digital-delivery', per: 'residents' }, empty);
      expect(nothing.perSize).toMatchObject({ n: 0, comparable: 0, yearlyPence: null });
      const text = showPriceBenchmark.present?.(nothing, {}) ?? '';
      expect(text).toContain('not enough data');
      expect(text).not.toMatch(/NaN|Infinity/u);
    });

    it('is refused for a product without a measure, an unknown product and nothing at all', async () => {
      await expect(price({ product: 'azure' })).rejects.toThrow(/Say what to divide by/u);
      await expect(price({ product: 'nothing', per: 'staff' })).rejects.toThrow(/No product has the id nothing/u);
      await expect(price({ per: 'staff' })).rejects.toThrow(/Name a contract or a segment/u);
      expect(() => showPriceBenchmark.input.parse({ segment: 'cloud-hosting', per: 'voters' })).toThrow();
    }); // prettier-ignore
  });

  it('a buyer shows its published size with source and year, and one that is not listed shows none', async () => {
    const sizesOf = async (q: string) => {
      const [item] = (await findBuyers.run(context, findBuyers.input.parse({ q }))).items;
      return (await showBuyer.run(context, { id: item?.id ?? '' })).sizes;
    };
    expect(await sizesOf('Marram District Council')).toMatchObject([
      { measure: 'dwellings', value: 7400, year: 2026, source: 'the sample market, invented' },
      { measure: 'residents', value: 118_000 },
    ]);
    expect(await sizesOf('University')).toEqual([]);
  });
});
