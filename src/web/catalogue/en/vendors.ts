import type { Format } from '../format.ts';

/** Words of the pages of vendor groups. */
export const vendorWords = (format: Format) => ({
  title: 'Vendors',
  lead: 'Groups of technology vendors, resellers and integrators that digital contracts lead to: sold by a firm of the group, through a reseller, or inferred from a product that they name.',
  search: 'Part of the name of a group, firm or product',
  kind: 'Kind',
  allKinds: 'All kinds',
  none: 'No contract leads to a listed vendor.',
  noneFound: 'No listed group has this in a name.',
  others: (count: number) =>
    `${format.number(count)} more listed ${format.plural(count, { one: 'group has no contract that leads to it. Search for it by name.', other: 'groups have no contract that leads to them. Search for them by name.' })}`,
  table: 'Vendor groups',
  description: 'Contracts that lead to each group, most contracts first.',
  group: 'Vendor group',
  contracts: 'Contracts',
  running: 'Running',
  buyers: 'Buyers',
  value: 'Value of signed contracts',
  note: 'Counted are digital contracts, without framework agreements and withdrawn ones. A reseller’s contract that names a maker’s product counts for both groups, so groups must not be added up. Values are of whole contracts: how much of a contract goes to a maker is not published. What a description alone names is left out, and so is everything outside the list.',
  exposure: 'Its running contracts by segment and kind of buyer',
  ways: 'Direct and through others',
  waysDescription: 'How contracts lead to the group; each contract has one way.',
  way: 'Way',
  products: 'Products',
  productsDescription: 'Its listed products that titles of contracts and of their lots name.',
  productsNote:
    'A contract that names several products counts for each. One whose lot alone names a product counts for the product, and for the group only where a listed firm sells it.',
  firms: 'Firms of the group',
  firmsLead:
    'As they are listed, with the suppliers of the register that they are: by an official number, else by a whole name.',
  suppliers: 'In the register',
  noSupplier: 'No supplier of this number or name',
  supplierFound: (contracts: string, basis: string) => `${contracts}; recognised by ${basis}`,
  listed: 'Listed from',
  listedOn: (source: string, day: string) => `${source}; looked at on ${day}`,
});
