import type { Format } from '../format.ts';

/** Words of the pages of products. */
export const productWords = (format: Format) => ({
  title: 'Products',
  lead: 'Products of listed vendors that titles of digital contracts and of their lots name.',
  search: 'Part of a name',
  searchButton: 'Search',
  none: 'No contract names a product of the list.',
  noneFound: 'No listed product has this in its name.',
  table: 'Named products',
  description: 'How many contracts and buyers each product has, most contracts first.',
  note: 'Counted are contracts, without framework agreements and withdrawn ones, whose title or lot names the product as a whole word. Contracts that name it in a description alone are told apart: mostly it is something that they have to work with. Products outside the list are not seen.',
  product: 'Product',
  vendor: 'Vendor',
  contracts: 'Contracts',
  buyers: 'Buyers',
  running: 'Running',
  value: 'Value of signed contracts',
  mentions: 'In descriptions alone',
  segment: 'Segment',
  words: 'Named as',
  listed: 'Listed from',
  listedOn: (source: string, day: string) => `${source}; looked at on ${day}`,
  buyersTitle: 'Who buys it',
  buyersDescription: 'Buyers with most contracts, and when their next one ends.',
  suppliersTitle: 'Who sells it',
  suppliersDescription: 'Suppliers with most contracts: the maker itself, resellers, and others.',
  buyer: 'Buyer',
  supplier: 'Supplier',
  way: 'Sold',
  nextEnd: 'Next end',
  partiesNote: 'At most twenty-five are named; every number opens its contracts.',
  bySize: (measure: 'residents' | 'dwellings' | 'staff' | 'users') =>
    `Cost by ${{ residents: 'residents of the buyer', dwellings: 'homes of the buyer', staff: 'staff of the buyer', users: 'users that contracts give' }[measure]}`,
  noSize: 'Not enough data: no buyer’s size is known, and no contract gives a number of users.',
  allContracts: (count: number) =>
    count === 1
      ? 'The contract whose title or lot names it'
      : `All ${format.number(count)} contracts whose titles or lots name it`,
});
