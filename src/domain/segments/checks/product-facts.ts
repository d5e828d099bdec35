import { productsIn, type ProductTexts } from '../../organisations/products-in.ts';
import type { VendorCatalogue } from '../../organisations/vendor-catalogue.ts';
import type { Facts } from './condition.ts';

/**
 * How many products of the vendor list a text names. Tools that procurements are run with don’t count.
 *
 * @example productFacts({ title: 'Adobe Creative Cloud renewal', lots: [], descriptions: [] }, catalogue)['products-named']?.value // 1
 */
export function productFacts(texts: ProductTexts, catalogue: VendorCatalogue): Facts {
  const named = productsIn(texts, catalogue).filter(({ product }) => product !== null && !product.isAmbient);
  const words = named.map((found) => found.words).join(', ');
  return {
    'products-named': { value: named.length, evidence: words === '' ? 'no product of the list' : words },
  };
}
