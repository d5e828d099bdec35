import type { Mention } from './mention.ts';
import { productsIn, type ProductFound, type ProductTexts } from './products-in.ts';
import type { VendorCatalogue } from './vendor-catalogue.ts';
import { vendorOf } from './vendor-of.ts';
import type { Vendor } from './vendor.ts';

/** How a contract exposes its buyer to a vendor. */
export const exposureWays = ['direct', 'through-reseller', 'inferred'] as const;
export type ExposureWay = (typeof exposureWays)[number];

/** How sure an attribution is; the rules stand in docs/methods/vendors.md. */
export const certainties = ['high', 'medium', 'low'] as const;
export type Certainty = (typeof certainties)[number];

/** A vendor that a contract leads to. */
export type VendorExposure = {
  vendor: Vendor;
  /** The vendor sells itself · a listed reseller sells its product · somebody else does, or nobody is named. */
  way: ExposureWay;
  certainty: Certainty;
  /** Products of the vendor that the texts name. */
  products: ProductFound[];
  /** Place among the contract's suppliers of who sells; null where nobody is named. */
  sellerIndex: number | null;
};

type Seller = Pick<Mention, 'keys' | 'name'>;

/**
 * The vendors that a contract leads to, each once: its suppliers as far as they are listed, and the makers of the products that
 * its texts name. A contract counts for a vendor group once, as direct where both hold.
 *
 * @example vendorExposureOf({ suppliers: [{ keys: [], name: 'Softcat PLC' }], texts: { title: 'Microsoft 365 licences', lots: [], descriptions: [] } }, catalogue).map(({ vendor, way }) => [vendor.name, way]) // [['Softcat', 'direct'], ['Microsoft', 'through-reseller']]
 */
export function vendorExposureOf(
  contract: { suppliers: readonly Seller[]; texts: ProductTexts },
  catalogue: VendorCatalogue,
): VendorExposure[] {
  const products = productsIn(contract.texts, catalogue);
  const exposures = new Map<string, VendorExposure>();
  const sellers = contract.suppliers.map((supplier) => vendorOf(supplier, catalogue));
  for (const [sellerIndex, seller] of sellers.entries()) {
    if (seller === null || exposures.has(seller.vendor.group)) continue;
    exposures.set(seller.vendor.group, {
      vendor: seller.vendor,
      way: 'direct',
      certainty: seller.basis === 'number' ? 'high' : 'medium',
      products: [],
      sellerIndex,
    });
  }
  const resellerIndex = sellers.findIndex((seller) => seller?.vendor.kind === 'reseller');
  for (const found of products) {
    const known = exposures.get(found.vendor.group);
    if (known !== undefined) {
      known.products.push(found);
      continue;
    }
    const isResold = resellerIndex !== -1;
    exposures.set(found.vendor.group, {
      vendor: found.vendor,
      way: isResold ? 'through-reseller' : 'inferred',
      certainty: certaintyOf(found, isResold),
      products: [found],
      sellerIndex: isResold ? resellerIndex : contract.suppliers.length > 0 ? 0 : null,
    });
  }
  return [...exposures.values()];
}

/** A title says what is bought; a description may only say what it has to work with. */
function certaintyOf({ place }: ProductFound, isResold: boolean): Certainty {
  if (place === 'title') return isResold ? 'high' : 'medium';
  return place === 'lot' && isResold ? 'medium' : 'low';
}
