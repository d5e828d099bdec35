import { maskNames } from '../../domain/organisations/mask-names.ts';
import { groupIdOf } from '../../domain/organisations/vendor.ts';
import type { VendorCatalogue } from '../../domain/organisations/vendor-catalogue.ts';
import { vendorOf } from '../../domain/organisations/vendor-of.ts';
import { AppError } from '../../lib/errors.ts';
import type { ContractFilter } from './contract-filter.ts';
import type { ContractItem, Facet } from './views.ts';

/** Stands for the supplier of a contract in such a list. */
export const supplierWithheldText = 'supplier not named in this list';

/** Why such a list names no supplier, as the list itself says. */
export const suppliersWithheldText =
  'suppliers are not named in a list of contracts with one bid: a single bid is a reason to look, and often has an innocent cause';

/**
 * Whether a filter keeps to what a review indicator points at. Such a list never names suppliers, so that it can't be read as a
 * list of firms under suspicion.
 *
 * @example isIndicatorList({ ...filter, bids: 'one' }) // true
 */
export function isIndicatorList(filter: Pick<ContractFilter, 'bids'>): boolean {
  return filter.bids === 'one';
}

/**
 * Refuses a filter that would ask for the single bids of one supplier or buyer; a product is its vendor's.
 *
 * @throws AppError `bad-request`
 * @example refuseByName({ ...filter, bids: 'one', supplier: ['s1'] }) // throws
 */
export function refuseByName(filter: ContractFilter): void {
  const isNamed =
    filter.supplier.length > 0 ||
    filter.buyer.length > 0 ||
    filter.vendor !== undefined ||
    filter.product !== undefined ||
    filter.q !== undefined;
  if (!isIndicatorList(filter) || !isNamed) return;
  throw new AppError(
    'bad-request',
    'Contracts with one bid are not listed by supplier, buyer, vendor, product or words. Leave out either the number of bids or the other.',
    {
      fields: {
        bids: 'Leave it out, or leave out the supplier, the buyer, the vendor, the product and the words.',
      },
    },
  );
}

/**
 * Refuses to export what must not be listed by supplier.
 *
 * @throws AppError `bad-request`
 * @example refuseExport({ ...filter, bids: 'one' }) // throws
 */
export function refuseExport(filter: ContractFilter): void {
  if (!isIndicatorList(filter)) return;
  throw new AppError(
    'bad-request',
    'Contracts with one bid can be read as a list, and are not exported: an export names suppliers. Leave out the number of bids.',
    { fields: { bids: 'Leave it out.' } },
  );
}

/**
 * Facets of such a list: it is not counted by name.
 *
 * @example withoutNames(facets).map(({ name }) => name) // neither 'supplier' nor 'buyer'
 */
export function withoutNames(facets: readonly Facet[]): Facet[] {
  return facets.filter(({ name }) => name !== 'supplier' && name !== 'buyer');
}

/** Stands in a title for the name of the supplier. */
const nameWithheld = '[supplier]';

/**
 * The same contracts without their suppliers, also where a title names one, or the vendor group that it belongs to.
 *
 * @example withoutSuppliers([item], reference.vendors)[0]?.suppliers // []
 */
export function withoutSuppliers(items: readonly ContractItem[], catalogue: VendorCatalogue): ContractItem[] {
  return items.map((item) => {
    const names = item.suppliers.flatMap(({ name }) => [name, ...groupNames(name, catalogue)]);
    const title = maskNames(item.title, names, nameWithheld);
    return { ...item, suppliers: [], title, titleMarked: [{ text: title, isMatch: false }] };
  });
}

/** What the firms of a supplier's vendor group are called, where it is listed. */
function groupNames(name: string, catalogue: VendorCatalogue): string[] {
  const found = vendorOf({ keys: [], name }, catalogue);
  const group = found === null ? undefined : catalogue.groups.get(groupIdOf(found.vendor.group));
  return [
    group?.name ?? [],
    ...(group?.vendors ?? []).map((firm) => [firm.name, ...firm.aliases, ...firm.brand]),
  ].flat();
}
