import { z } from 'zod';
import { countMemberEnds, listMemberParties, listMemberQuarters } from '../../db/queries/member-sums.ts';
import { listProductSums, productMembers } from '../../db/queries/products.ts';
import { benchmarkMeasures } from '../../domain/benchmarks/size-benchmark.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import { suggest } from '../../lib/suggest.ts';
import { findSizeBenchmark, sizeBenchmarkView } from '../benchmarks/price-per-size.ts';
import { sizeBenchmarkText } from '../benchmarks/size-benchmark-text.ts';
import { countText } from '../count-text.ts';
import { sumText } from '../market/overview-text.ts';
import {
  endCoverageOf,
  memberCells,
  memberParty,
  memberSupplier,
  partiesShown,
  presentMember,
  presentSeller,
  wallOf,
} from '../market/members.ts';
import { coverageView, quarterTotals } from '../market/views.ts';
import { operation } from '../operation.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import { presentProduct, productItem } from './find-products.ts';

const productDetail = productItem.extend({
  asOf: z.string(),
  /** Words by which notices name it. */
  words: z.array(z.string()),
  source: z.string(),
  reviewed: z.string(),
  buyersNamed: z.array(memberParty),
  /** Suppliers by the way in which they sell it: as its maker, as a reseller, or as somebody else. */
  suppliers: z.array(memberSupplier),
  ends: z.array(quarterTotals),
  endCoverage: coverageView,
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
    const members = productMembers(id);
    const asked = { members, today, limit: partiesShown };
    const [[sum], buyers, suppliers, quarters, ends, benchmarks] = await Promise.all([
      listProductSums(register, today, id),
      listMemberParties(register, 'buyer', asked),
      listMemberParties(register, 'supplier', asked),
      listMemberQuarters(register, members, today),
      countMemberEnds(register, members),
      Promise.all(benchmarkMeasures.map((per) => findSizeBenchmark(context, { per, product: id }))),
    ]);
    return {
      ...presentProduct(id, listed, sum),
      asOf: today,
      words: [...listed.product.words],
      source: listed.vendor.source,
      reviewed: listed.vendor.reviewed,
      buyersNamed: buyers.map(presentMember),
      suppliers: suppliers.map(presentSeller),
      ends: wallOf(quarters, today),
      endCoverage: endCoverageOf(ends),
      benchmarks: benchmarks.filter((one) => one !== null).filter(({ n }) => n > 0),
    };
  },
});

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
    textSection('Buyers', textTable(product.buyersNamed.map(memberCells))),
    textSection('Suppliers', textTable(product.suppliers.map((one) => [...memberCells(one), one.way]))),
    textSection(
      'Ends',
      textTable(product.ends.map((one) => [one.quarter, countText(one.contracts, 'contract')])),
    ),
    ...product.benchmarks.map((one) => textSection(`By size: ${one.per}`, sizeBenchmarkText(one))),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
