import type { Provenance } from '../notices/facts-reference.ts';
import type { OrganisationKey } from './mention.ts';

/** What a firm of `reference/vendors.yaml` does: makes what it sells, sells what others make, builds, advises, runs networks. */
export const vendorKinds = ['vendor', 'reseller', 'integrator', 'consultancy', 'operator'] as const;
export type VendorKind = (typeof vendorKinds)[number];

/** A product that notices name. */
export type VendorProduct = {
  name: string;
  /** Market segment that the product is bought in. */
  segment: string;
  /** Found as whole words in any case; a phrase with a capital letter only as it is written. */
  words: readonly string[];
  /** Also a tool that procurements are run with: a mention outside titles says nothing about what is bought. */
  isAmbient: boolean;
};

/** One firm that sells technology to the public sector. */
export type Vendor = Provenance & {
  id: string;
  name: string;
  /** The parent's name; the same for every firm of one group. */
  group: string;
  kind: VendorKind;
  /** Legal and trading names. */
  aliases: readonly string[];
  /** Official numbers, `SCHEME:id`. */
  keys: readonly OrganisationKey[];
  /** Words by which a text names the vendor without saying what of it. */
  brand: readonly string[];
  products: readonly VendorProduct[];
  /** Invented, for the sample market. */
  isSample: boolean;
};

/**
 * The id of a group in addresses: its name in small letters and hyphens.
 *
 * @example groupIdOf('Hewlett Packard Enterprise') // 'hewlett-packard-enterprise'
 */
export function groupIdOf(group: string): string {
  return group
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/**
 * The id of a product in addresses: its name in small letters and hyphens. No two products of the list share one.
 *
 * @example productIdOf({ ...product, name: 'SAP S/4HANA' }) // 'sap-s-4hana'
 */
export function productIdOf({ name }: Pick<VendorProduct, 'name'>): string {
  return groupIdOf(name);
}
