import { z } from 'zod';
import { listProductSums, type ProductSum } from '../../db/queries/products.ts';
import { groupIdOf, type Vendor, type VendorProduct } from '../../domain/organisations/vendor.ts';
import { vendorNameKey } from '../../domain/organisations/vendor-catalogue.ts';
import { parseSegment, segmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';

/** A listed product with what the register holds of it. */
export const productItem = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  group: z.object({ id: z.string(), name: z.string() }),
  segment: z.enum(segmentIds),
  /** Counted contracts whose title, or that of a lot, names it. */
  contracts: z.number().int(),
  buyers: z.number().int(),
  /** Those of them that run on. */
  running: z.number().int(),
  /** Sum in pence without VAT over the `netCount` of them with a believable value. */
  netPence: z.number().int(),
  netCount: z.number().int(),
  /** Contracts that name it in a description alone. */
  mentions: z.number().int(),
  /** Invented, for the sample market. */
  isSample: z.boolean(),
});
export type ProductItem = z.output<typeof productItem>;

/**
 * A listed product with its sums; none where no contract names it.
 *
 * @example presentProduct('azure', { vendor, product }, undefined).contracts // 0
 */
export function presentProduct(
  id: string,
  { vendor, product }: { vendor: Vendor; product: VendorProduct },
  sum: ProductSum | undefined,
): ProductItem {
  return {
    id,
    name: product.name,
    vendor: vendor.name,
    group: { id: groupIdOf(vendor.group), name: vendor.group },
    segment: parseSegment(product.segment) ?? 'not-digital',
    contracts: sum?.contracts ?? 0,
    buyers: sum?.buyers ?? 0,
    running: sum?.running ?? 0,
    netPence: sum?.netPence ?? 0,
    netCount: sum?.netCount ?? 0,
    mentions: sum?.mentions ?? 0,
    isSample: vendor.isSample,
  };
}

/** Named products, those that most contracts name first. */
export const findProducts = operation({
  id: 'products.find',
  summary: 'List named products: how many contracts and buyers have them, most contracts first.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  input: z.strictObject({
    q: z
      .string()
      .max(200, 'A name can have at most 200 characters.')
      .optional()
      .describe('Part of the name of a product, its vendor or group; also products that no contract names.'),
    segment: z.enum(segmentIds).optional().describe('Only products bought in this segment.'),
  }),
  output: z.object({ asOf: z.string(), items: z.array(productItem) }),
  present: ({ items }) =>
    items.length === 0
      ? 'No contract names a product of the list.'
      : textTable(
          items.map(({ id, name, vendor, contracts, buyers, running, mentions }) => [
            id,
            name,
            vendor,
            countText(contracts, 'contract'),
            countText(buyers, 'buyer'),
            `${running} running`,
            mentions === 0 ? null : `${mentions} more in descriptions`,
          ]),
        ),
  run: async (context, { q, segment }) => {
    const asOf = londonDayOf(context.clock.now());
    const sums = new Map(
      (await listProductSums(await context.register(), asOf)).map((sum) => [sum.productId, sum]),
    );
    const wanted = q === undefined ? '' : vendorNameKey(q);
    const items = [...context.reference.vendors.products].flatMap(([id, listed]): ProductItem[] => {
      const sum = sums.get(id);
      const { vendor, product } = listed;
      const names = [product.name, vendor.name, vendor.group, ...product.words];
      const isWanted =
        wanted === '' ? sum !== undefined : names.some((text) => vendorNameKey(text).includes(wanted));
      const item = presentProduct(id, listed, sum);
      return isWanted && (segment === undefined || item.segment === segment) ? [item] : [];
    });
    items.sort((one, other) => other.contracts - one.contracts || one.name.localeCompare(other.name, 'en'));
    return { asOf, items };
  },
});
