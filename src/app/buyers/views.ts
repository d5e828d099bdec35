import { z } from 'zod';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { bodySizeView } from '../organisations/body-size-view.ts';
import { contractItem, facet, listPlace, total } from '../contracts/views.ts';

/** One organisation in a list of buyers or of suppliers. */
export const organisationItem = z.object({
  id: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()),
  buyerType: z.enum(buyerTypes).nullable(),
  scale: z.enum(['sme', 'large']).nullable(),
  place: z.string().nullable(),
  contractCount: z.number().int(),
  frameworkCount: z.number().int(),
  /** Sum, in pence without VAT, over the `netCount` signed contracts whose value is believable; no other kind enters it. */
  netPence: z.number().int(),
  netCount: z.number().int(),
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
});
export type OrganisationItem = z.output<typeof organisationItem>;

/** A page of organisations. */
export const organisationPage = z.object({
  items: z.array(organisationItem),
  total,
  ...listPlace.shape,
});

/** The other side of an organisation's contracts, with what it has with each. */
export const counterpart = z.object({
  id: z.string().nullable(),
  name: z.string(),
  contractCount: z.number().int(),
  netPence: z.number().int(),
  netCount: z.number().int(),
});

/** One organisation whole. */
export const organisationDetail = organisationItem.extend({
  identifiers: z.array(z.object({ scheme: z.string(), id: z.string(), url: z.string().nullable() })),
  /** Residents, homes or staff of a buyer, where a published size is known. */
  sizes: z.array(bodySizeView),
  isVcse: z.boolean().nullable(),
  region: z.string().nullable(),
  /** Contracts by year of signature or award. */
  years: z.array(
    z.object({
      year: z.number().int(),
      contractCount: z.number().int(),
      netPence: z.number().int(),
      netCount: z.number().int(),
    }),
  ),
  /** Suppliers of a buyer, buyers of a supplier; the twenty with most contracts. */
  counterparts: z.array(counterpart),
  /** Live contracts that end soonest. */
  endingNext: z.array(contractItem),
  newest: z.array(contractItem),
  facets: z.array(facet),
  /** Its other side: the same organisation also sells, or also buys. */
  alsoOnOtherSide: z.boolean(),
});
export type OrganisationDetail = z.output<typeof organisationDetail>;

/** Input of `buyers.find` and `suppliers.find`. */
export const findOrganisationsInput = z.strictObject({
  q: z.string().max(200, 'A name can have at most 200 characters.').optional().describe('Part of the name.'),
  sort: z.enum(['contracts', 'value', 'name']).default('contracts').describe('Order of the list.'),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .describe('Which page; from the `next` or `previous` of the page beside it.'),
});
