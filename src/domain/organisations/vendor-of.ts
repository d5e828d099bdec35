import type { Mention } from './mention.ts';
import type { Vendor } from './vendor.ts';
import { vendorNameKey, type VendorCatalogue } from './vendor-catalogue.ts';

/** The vendor that a party is, and what says so. */
export type VendorFound = { vendor: Vendor; basis: 'number' | 'name' };

/**
 * Which vendor a party is, by an official number, else by a whole name with or without its legal form. Never by part of a name:
 * "Oracle Care Ltd" is not Oracle.
 *
 * @param party what a notice says of it, or an organisation with all its identifiers and spellings in `names`
 * @example vendorOf({ keys: [], name: 'SOFTCAT LIMITED' }, catalogue)?.vendor.group // 'Softcat'
 */
export function vendorOf(
  party: Pick<Mention, 'keys' | 'name'> & { names?: readonly string[] },
  catalogue: VendorCatalogue,
): VendorFound | null {
  for (const key of party.keys) {
    const vendor = catalogue.byKey.get(key);
    if (vendor !== undefined) return { vendor, basis: 'number' };
  }
  for (const name of [party.name, ...(party.names ?? [])]) {
    const vendor = catalogue.byName.get(vendorNameKey(name));
    if (vendor !== undefined) return { vendor, basis: 'name' };
  }
  return null;
}
