import { z } from 'zod';
import {
  listProductParties,
  listProductQuarters,
  listProductSums,
  type ProductPartyRow,
} from '../../db/queries/products.ts';
import { benchmarkMeasures } from '../../domain/benchmarks/size-benchmark.ts';
import { quarterOf, quartersFrom } from '../../domain/market/financial-year.ts';
import { exposureWays } from '../../domain/organisations/vendor-exposure.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import { suggest } from '../../lib/suggest.ts';
import { findSizeBenchmark, sizeBenchmarkView } from '../benchmarks/price-per-size.ts';
import { sizeBenchmarkText } from '../benchmarks/size-benchmark-text.ts';
import { countText } from '../count-text.ts';
import { sumText } from '../market/overview-text.ts';
import { quarterTotals } from '../market/views.ts';
import { operation } from '../operation.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import { presentProduct, productItem } from './find-products.ts';

/** Buyers and suppliers that are named. */
const partiesShown = 25;
const quartersAhead = 12;

const party = z.object({
  id: z.string(),
  name: z.string(),
  contracts: z.number().int(),
  netPence: z.number().int(),
  netCount: z.number().int(),
  /** When the first of its running contracts ends, without options. */
  nextEndOn: z.string().nullable(),
});

const productDetail = productItem.extend({
  asOf: z.string(),
  /** Words by which notices name it. */
  words: z.array(z.string()),
  source: z.string(),
  reviewed: z.string(),
  buyersNamed: z.array(party),
  /** Suppliers by the way in which they sell it: as its maker, as a reseller, or as somebody else. */
  suppliers: z.array(party.extend({ way: z.enum(exposureWays) })),
  ends: z.array(quarterTotals),
  /** What it costs by the size of its buyers, in each measure in which any is known. */
  benchmarks: z.array(sizeBenchmarkView),
});
export type ProductDetail = z.output<typeof productDetail>;

/** One product: who buys it, from whom, when contracts end, and what it costs by size. */
export const showProduct = operation({
  id: 'products.show',
  summary:
    'Show a product: its buyers, who sells it, when contracts end, and what it costs by size of buyer.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().min(1).max(100).describe('Id of the product, from `products find`.'),
  }),
  output: productDetail,
  present: productText,
  run: async (context, { id }) => {
    const { products } = context.reference.vendors;
    const listed = products.get(id);
    if (listed === undefined) {
      const near = suggest(id, [...products.keys()]);
      const hint = near === null ? 'Search for it with `sourcing products find`.' : `Did you mean ${near}?`;
      throw new AppError('not-found', `No product has the id ${id}. ${hint}`);
    }
    const register = await context.register();
    const today = londonDayOf(context.clock.now());
    const asked = { productId: id, today, limit: partiesShown };
    const [[sum], buyers, suppliers, quarters, benchmarks] = await Promise.all([
      listProductSums(register, today, id),
      listProductParties(register, 'buyer', asked),
      listProductParties(register, 'supplier', asked),
      listProductQuarters(register, id, today),
      Promise.all(benchmarkMeasures.map((per) => findSizeBenchmark(context, { per, product: id }))),
    ]);
    const found = new Map(quarters.map((one) => [one.quarter, one]));
    return {
      ...presentProduct(id, listed, sum),
      asOf: today,
      words: [...listed.product.words],
      source: listed.vendor.source,
      reviewed: listed.vendor.reviewed,
      buyersNamed: buyers.map(presentParty),
      suppliers: suppliers.map((row) => ({
        ...presentParty(row),
        way: exposureWays.find((one) => one === row.way) ?? 'inferred',
      })),
      ends: quartersFrom(quarterOf(today), quartersAhead).map(
        (quarter) => found.get(quarter) ?? { quarter, contracts: 0, netCount: 0, netPence: 0 },
      ),
      benchmarks: benchmarks.filter((one) => one !== null).filter(({ n }) => n > 0),
    };
  },
});

function presentParty(row: ProductPartyRow): z.output<typeof party> {
  const { organisationId, name, contracts, netPence, netCount, nextEndOn } = row;
  return { id: organisationId, name, contracts, netPence, netCount, nextEndOn };
}

function productText(product: ProductDetail): string {
  const facts = textBlock([
    ['vendor', product.vendor],
    ['segment', product.segment],
    ['named as', product.words.join(', ')],
    ['contracts', `${countText(product.contracts, 'contract')}, ${product.running} running`],
    ['value', sumText(product)],
    ['in descriptions alone', product.mentions === 0 ? null : countText(product.mentions, 'contract')],
  ]);
  return [
    `${product.name}\n${facts}`,
    textSection('Buyers', textTable(product.buyersNamed.map(partyCells))),
    textSection('Suppliers', textTable(product.suppliers.map((one) => [...partyCells(one), one.way]))),
    textSection(
      'Ends',
      textTable(product.ends.map((one) => [one.quarter, countText(one.contracts, 'contract')])),
    ),
    ...product.benchmarks.map((one) => textSection(`By size: ${one.per}`, sizeBenchmarkText(one))),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function partyCells({ name, contracts, nextEndOn }: z.output<typeof party>): (string | null)[] {
  return [name, countText(contracts, 'contract'), nextEndOn === null ? null : `ends ${nextEndOn}`];
}
