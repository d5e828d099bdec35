import { phrasesIn } from './phrase-tree.ts';
import type { Vendor, VendorProduct } from './vendor.ts';
import type { VendorCatalogue } from './vendor-catalogue.ts';

/** Texts of a contract, by how much they say about what is bought. */
export type ProductTexts = {
  title: string;
  /** Titles of lots. */
  lots: readonly string[];
  /** Descriptions of the process, its lots and contracts. */
  descriptions: readonly string[];
};

/** Where a product was found; the title says most. */
export const productPlaces = ['title', 'lot', 'description'] as const;
export type ProductPlace = (typeof productPlaces)[number];

/** A product, or a vendor alone (`product` null), that a text names. */
export type ProductFound = {
  vendor: Vendor;
  product: VendorProduct | null;
  /** The first of title, lot and description that names it. */
  place: ProductPlace;
  /** The words as the text writes them. */
  words: string;
};

/**
 * Which known products a contract's texts name, each once at its best place, in order of appearance.
 *
 * A vendor's name alone counts in titles only, and so do tools that procurements are run with ("join on Microsoft Teams").
 * Addresses of pages and e-mails don't count.
 *
 * @example productsIn({ title: 'Adobe Creative Cloud renewal', lots: [], descriptions: [] }, catalogue)[0]?.product?.name // 'Adobe Creative Cloud'
 */
export function productsIn(texts: ProductTexts, catalogue: VendorCatalogue): ProductFound[] {
  const found = new Map<string, ProductFound>();
  const read = (text: string, place: ProductPlace): void => {
    for (const { meaning, words } of phrasesIn(text, catalogue.phrases)) {
      const { vendor, product } = meaning;
      if (place === 'description' && (product === null || product.isAmbient)) continue;
      const key = `${vendor.id}/${product?.name ?? ''}`;
      if (!found.has(key)) found.set(key, { vendor, product, place, words });
    }
  };
  read(texts.title, 'title');
  for (const text of texts.lots) read(text, 'lot');
  for (const text of texts.descriptions) read(text, 'description');
  // "Oracle Fusion" beside "Oracle" says it all.
  const exact = new Set([...found.values()].flatMap(({ vendor, product }) => (product ? [vendor.id] : [])));
  return [...found.values()].filter(({ vendor, product }) => product !== null || !exact.has(vendor.id));
}
