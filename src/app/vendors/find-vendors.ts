import { z } from 'zod';
import { countAttributed, listGroupSums, type GroupSum } from '../../db/queries/vendor-groups.ts';
import { vendorKinds } from '../../domain/organisations/vendor.ts';
import { vendorNameKey } from '../../domain/organisations/vendor-catalogue.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { countText } from '../count-text.ts';
import { coverageWithGaps } from '../market/members.ts';
import { coverageView, totalsView } from '../market/views.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';

/** What leads to a vendor group: counted digital contracts, each once. */
export const groupTotals = totalsView.extend({
  buyers: z.number().int(),
  /** Contracts that run on. */
  running: z.number().int(),
});

/**
 * A group's sums as an answer has them; none where no contract leads to it.
 *
 * @example presentGroupSum(undefined).contracts // 0
 */
export function presentGroupSum(sum: GroupSum | undefined): z.output<typeof groupTotals> {
  return {
    contracts: sum?.contracts ?? 0,
    buyers: sum?.buyers ?? 0,
    running: sum?.running ?? 0,
    netCount: sum?.netCount ?? 0,
    netPence: sum?.netPence ?? 0,
  };
}

const vendorItem = groupTotals.extend({
  id: z.string(),
  name: z.string(),
  kinds: z.array(z.enum(vendorKinds)),
  firms: z.array(z.string()),
  products: z.array(z.string()),
  /** Invented, for the sample market. */
  isSample: z.boolean(),
});
export type VendorItem = z.output<typeof vendorItem>;

/** Groups of vendors, resellers and integrators as they are listed, those that most contracts lead to first. */
export const findVendors = operation({
  id: 'vendors.find',
  summary: 'List the vendor groups that are known, with their firms, products and contracts.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  input: z.strictObject({
    q: z
      .string()
      .max(200, 'A name can have at most 200 characters.')
      .optional()
      .describe('Part of the name of a group, firm or product.'),
    kind: z.enum(vendorKinds).optional().describe('Only groups with a firm of this kind.'),
  }),
  output: z.object({
    asOf: z.string(),
    items: z.array(vendorItem),
    /** How many counted digital contracts lead to any group. */
    coverage: coverageView,
  }),
  present: ({ items }) =>
    items.length === 0
      ? 'No vendor group has this in a name.'
      : textTable(
          items.map(({ id, name, kinds, contracts, running, firms }) => [
            id,
            name,
            kinds.join(', '),
            countText(contracts, 'contract'),
            `${running} running`,
            firms.join(', '),
          ]),
        ),
  run: async (context, { q, kind }) => {
    const register = await context.register();
    const asOf = londonDayOf(context.clock.now());
    const [sums, { total, attributed }] = await Promise.all([
      listGroupSums(register, asOf),
      countAttributed(register, digitalSegmentIds),
    ]);
    const found = new Map(sums.filter(({ way }) => way === null).map((sum) => [sum.groupId, sum]));
    const wanted = q === undefined ? '' : vendorNameKey(q);
    const items = [...context.reference.vendors.groups.values()].map(({ id, name, vendors }) => ({
      id,
      name,
      kinds: vendorKinds.filter((each) => vendors.some((vendor) => vendor.kind === each)),
      firms: vendors.map((vendor) => vendor.name),
      products: vendors.flatMap((vendor) => vendor.products.map((product) => product.name)),
      ...presentGroupSum(found.get(id)),
      isSample: vendors.every((vendor) => vendor.isSample),
    }));
    return {
      asOf,
      items: items
        .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
        .filter(({ name, firms, products }) =>
          [name, ...firms, ...products].some((text) => vendorNameKey(text).includes(wanted)),
        )
        .toSorted((a, b) => b.contracts - a.contracts || a.name.localeCompare(b.name, 'en')),
      coverage: coverageWithGaps(total, attributed, { 'no-vendor-seen': total - attributed }),
    };
  },
});
