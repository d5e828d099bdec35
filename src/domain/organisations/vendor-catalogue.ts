import { shortId } from '../../lib/hash.ts';
import { normaliseName } from './normalise-name.ts';
import type { OrganisationKey } from './mention.ts';
import { phraseTree, wordsOf, type PhraseTree } from './phrase-tree.ts';
import { groupIdOf, productIdOf, type Vendor, type VendorProduct } from './vendor.ts';

/** What a phrase in a text names: a product, or the vendor alone (`product` null). */
export type NamedProduct = { vendor: Vendor; product: VendorProduct | null };

/** A parent with its firms. */
export type VendorGroup = { id: string; name: string; vendors: readonly Vendor[] };

/** The vendors of `reference/vendors.yaml`, ready to be looked up. */
export type VendorCatalogue = {
  /** Changes with whatever decides which vendors and products a contract leads to. */
  version: string;
  vendors: readonly Vendor[];
  groups: ReadonlyMap<string, VendorGroup>;
  byKey: ReadonlyMap<OrganisationKey, Vendor>;
  /** By name without its legal form, see {@link vendorNameKey}. */
  byName: ReadonlyMap<string, Vendor>;
  phrases: PhraseTree<NamedProduct>;
  /** By {@link productIdOf}. */
  products: ReadonlyMap<string, { vendor: Vendor; product: VendorProduct }>;
};

/** Legal forms that a vendor's name goes by with or without; its names are its own, unlike those of firms in general. */
const legalForm = / (?:ltd|plc|llp|inc|corp|co|gmbh|bv|b v|nv|n v|sarl|llc)$/;

/**
 * A vendor's name for comparison: {@link normaliseName} without the legal form at its end.
 *
 * @example vendorNameKey('Softcat PLC') // 'softcat'
 */
export function vendorNameKey(name: string): string {
  const key = normaliseName(name);
  return key.replace(legalForm, '');
}

/**
 * Makes the catalogue of a list of vendors.
 *
 * @throws Error where two vendors share an id, a number, a name, a product or a phrase: then nothing could be attributed for sure
 * @example vendorCatalogue(vendors).byKey.get('GB-COH:01624297')?.group // 'Microsoft'
 */
export function vendorCatalogue(vendors: readonly Vendor[]): VendorCatalogue {
  const ids = new Map<string, Vendor>();
  const byKey = new Map<OrganisationKey, Vendor>();
  const byName = new Map<string, Vendor>();
  const named = new Map<string, Vendor>();
  const phrases: { words: string; meaning: NamedProduct }[] = [];
  const groups = new Map<string, { id: string; name: string; vendors: Vendor[] }>();
  const sellers = new Map<string, Vendor>();
  const products = new Map<string, { vendor: Vendor; product: VendorProduct }>();
  for (const vendor of vendors) {
    claim(ids, vendor.id, vendor, 'id');
    for (const key of new Set(vendor.keys)) claim(byKey, key, vendor, 'number');
    for (const alias of new Set([vendor.name, ...vendor.aliases].map(vendorNameKey)))
      claim(byName, alias, vendor, 'name');
    const own = [
      ...vendor.brand.map((words) => ({ words, meaning: { vendor, product: null } })),
      ...vendor.products.flatMap((product) =>
        product.words.map((words) => ({ words, meaning: { vendor, product } })),
      ),
    ];
    for (const { words } of own) claim(named, wordsOf(words).join(' '), vendor, 'phrase');
    phrases.push(...own);
    for (const product of vendor.products) {
      claim(sellers, productIdOf(product), vendor, 'product');
      products.set(productIdOf(product), { vendor, product });
    }
    const group = groups.get(groupIdOf(vendor.group)) ?? {
      id: groupIdOf(vendor.group),
      name: vendor.group,
      vendors: [],
    };
    group.vendors.push(vendor);
    groups.set(group.id, group);
  }
  return {
    version: versionOf(vendors),
    vendors,
    groups,
    byKey,
    byName,
    phrases: phraseTree(phrases),
    products,
  };
}

/** Raised where the rules that read the list change what they find. */
const rulesVersion = 1;

/** Where a fact comes from and when it was looked at decides nothing. */
function versionOf(vendors: readonly Vendor[]): string {
  const facts = vendors.map(({ source: _source, reviewed: _reviewed, ...rest }) => rest);
  return `${rulesVersion}-${shortId([JSON.stringify(facts)])}`;
}

function claim(taken: Map<string, Vendor>, value: string, vendor: Vendor, what: string): void {
  const other = taken.get(value);
  if (other !== undefined) {
    throw new Error(`The ${what} "${value}" stands at ${other.id} and again at ${vendor.id}.`);
  }
  taken.set(value, vendor);
}
