import { z } from 'zod';
import type { ContractFacts } from '../../domain/contracts/contract-facts.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { productPlaces } from '../../domain/organisations/products-in.ts';
import { groupIdOf, productIdOf } from '../../domain/organisations/vendor.ts';
import type { VendorCatalogue } from '../../domain/organisations/vendor-catalogue.ts';
import { certainties, exposureWays, vendorExposureOf } from '../../domain/organisations/vendor-exposure.ts';

/** A vendor group that a contract leads to, with the products that its texts name. */
export const contractVendor = z.object({
  group: z.object({ id: z.string(), name: z.string() }),
  vendor: z.string(),
  way: z.enum(exposureWays),
  certainty: z.enum(certainties),
  products: z.array(
    z.object({
      /** Null, as the name is, where a title names the vendor alone. */
      id: z.string().nullable(),
      name: z.string().nullable(),
      segment: z.string().nullable(),
      place: z.enum(productPlaces),
      /** As the notice writes it. */
      words: z.string(),
    }),
  ),
});
export type ContractVendor = z.output<typeof contractVendor>;

/**
 * The vendor groups of one contract: its suppliers as far as they are listed, and the makers of products that its texts name.
 *
 * @example presentVendors(facts, contract, reference.vendors).map(({ group, way }) => [group.name, way]) // [['Softcat', 'direct'], ['Microsoft', 'through-reseller']]
 */
export function presentVendors(
  facts: ProcessFacts,
  contract: ContractFacts,
  catalogue: VendorCatalogue,
): ContractVendor[] {
  const suppliers = facts.mentions.filter(
    ({ partyId, isPlaceholder }) => contract.supplierPartyIds.includes(partyId) && !isPlaceholder,
  );
  const lots = facts.lots.filter(
    ({ lotId }) => contract.lotIds.length === 0 || contract.lotIds.includes(lotId),
  );
  const texts = {
    title: `${contract.title} / ${facts.title}`,
    lots: lots.flatMap(({ title }) => title ?? []),
    descriptions: [
      contract.description,
      facts.description,
      ...lots.map(({ description }) => description),
    ].filter((text) => text !== null),
  };
  return vendorExposureOf({ suppliers, texts }, catalogue).map(({ vendor, way, certainty, products }) => ({
    group: { id: groupIdOf(vendor.group), name: vendor.group },
    vendor: vendor.name,
    way,
    certainty,
    products: products.map(({ product, place, words }) => ({
      id: product === null ? null : productIdOf(product),
      name: product?.name ?? null,
      segment: product?.segment ?? null,
      place,
      words,
    })),
  }));
}
