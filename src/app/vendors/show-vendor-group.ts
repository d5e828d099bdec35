import { z } from 'zod';
import { countMemberEnds, listMemberParties, listMemberQuarters } from '../../db/queries/member-sums.ts';
import { listProductSums } from '../../db/queries/products.ts';
import { groupMembers, listGroupSums } from '../../db/queries/vendor-groups.ts';
import { productIdOf } from '../../domain/organisations/vendor.ts';
import { exposureWays } from '../../domain/organisations/vendor-exposure.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import {
  coverageWithGaps,
  endCoverageOf,
  partiesShown,
  presentMember,
  presentSeller,
  wallOf,
} from '../market/members.ts';
import { operation } from '../operation.ts';
import { presentProduct } from '../products/find-products.ts';
import { presentGroupSum } from './find-vendors.ts';
import { firmsOf } from './vendor-firms.ts';
import { vendorGroupText } from './vendor-group-text.ts';
import { vendorGroup } from './vendor-group-view.ts';

/** One vendor group: what leads to it, who buys and sells, when contracts end, its firms and products. */
export const showVendorGroup = operation({
  id: 'vendors.show',
  summary:
    'Show a vendor group: contracts direct and through resellers, buyers, products, when they end, its firms and which suppliers these are.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({ id: z.string().min(1).max(100).describe('Id of the group, from `vendors find`.') }),
  output: vendorGroup,
  present: vendorGroupText,
  run: async (context, { id }) => {
    const { vendors } = context.reference;
    const group = vendors.groups.get(id);
    if (group === undefined) {
      throw new AppError(
        'not-found',
        `No vendor group has the id ${id}. Search for it with \`sourcing vendors find\`.`,
      );
    }
    const register = await context.register();
    const today = londonDayOf(context.clock.now());
    const members = groupMembers(id);
    const asked = { members, today, limit: partiesShown };
    const [firms, sums, buyers, suppliers, quarters, ends, productSums] = await Promise.all([
      firmsOf(context, group),
      listGroupSums(register, today, id),
      listMemberParties(register, 'buyer', asked),
      listMemberParties(register, 'supplier', asked),
      listMemberQuarters(register, members, today),
      countMemberEnds(register, members),
      listProductSums(register, today),
    ]);
    const totals = presentGroupSum(sums.find(({ way }) => way === null));
    const sold = new Map(productSums.map((sum) => [sum.productId, sum]));
    return {
      id,
      name: group.name,
      asOf: today,
      ...totals,
      firms,
      ways: exposureWays.flatMap((way) =>
        sums.filter((sum) => sum.way === way).map((sum) => ({ way, ...presentGroupSum(sum) })),
      ),
      valueCoverage: coverageWithGaps(totals.contracts, totals.netCount, {
        'no-value': totals.contracts - totals.netCount,
      }),
      buyersNamed: buyers.map(presentMember),
      suppliers: suppliers.map(presentSeller),
      products: group.vendors
        .flatMap((vendor) => vendor.products.map((product) => ({ vendor, product })))
        .map((listed) => {
          const productId = productIdOf(listed.product);
          return presentProduct(productId, listed, sold.get(productId));
        })
        .filter(({ contracts, mentions }) => contracts + mentions > 0)
        .toSorted((a, b) => b.contracts - a.contracts || a.name.localeCompare(b.name, 'en')),
      ends: wallOf(quarters, today),
      endCoverage: endCoverageOf(ends),
    };
  },
});
