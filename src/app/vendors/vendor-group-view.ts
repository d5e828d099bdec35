import { z } from 'zod';
import { exposureWays } from '../../domain/organisations/vendor-exposure.ts';
import { memberParty, memberSupplier } from '../market/members.ts';
import { coverageView, quarterTotals } from '../market/views.ts';
import { productItem } from '../products/find-products.ts';
import { groupTotals } from './find-vendors.ts';
import { vendorFirm } from './vendor-firms.ts';

/** What `vendors.show` answers. */
export const vendorGroup = groupTotals.extend({
  id: z.string(),
  name: z.string(),
  asOf: z.string(),
  firms: z.array(vendorFirm),
  /** Contracts by the way in which they lead to the group; each contract has one way. */
  ways: z.array(groupTotals.extend({ way: z.enum(exposureWays) })),
  /** How many contracts have a believable value. */
  valueCoverage: coverageView,
  buyersNamed: z.array(memberParty),
  suppliers: z.array(memberSupplier),
  /** Its listed products that contracts name. */
  products: z.array(productItem),
  ends: z.array(quarterTotals),
  endCoverage: coverageView,
});
export type VendorGroupDetail = z.output<typeof vendorGroup>;
