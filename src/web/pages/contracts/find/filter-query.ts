import type { z } from 'zod';
import type { findContractsInput } from '../../../../app/contracts/contract-filter.ts';
import type { AddressQuery } from '../../../paths.ts';

/** What a list of contracts was asked for. */
export type ContractsAsked = z.output<typeof findContractsInput>;

/** The filters that take several values, in the order in which the page shows them. */
export const listFilters = [
  'segment',
  'status',
  'buyerType',
  'valueBand',
  'route',
  'regime',
  'year',
  'cpvDivision',
  'buyer',
  'supplier',
  'publisher',
] as const;
export type ListFilter = (typeof listFilters)[number];

/** The filters that lead here from a figure of the market; they have no control of their own. */
export const marketFilters = [
  'counted',
  'committedIn',
  'extensionIn',
  'prices',
  'notCommitted',
  'size',
  'bids',
  'endsIn',
  'vendor',
  'vendorWay',
  'product',
] as const;

/**
 * What was asked for as an address carries it: defaults and the cursor left out, so that the same list always has the
 * same address.
 *
 * @example filterQuery({ ...asked, q: 'erp', status: ['live'] }) // { q: 'erp', status: ['live'] }
 */
export function filterQuery(asked: ContractsAsked): AddressQuery {
  return {
    q: asked.q,
    ...Object.fromEntries(listFilters.map((name) => [name, asked[name]])),
    framework: asked.framework,
    ocid: asked.ocid,
    endsFrom: asked.endsFrom,
    endsTo: asked.endsTo,
    agreements: asked.agreements === 'all' ? undefined : asked.agreements,
    ...Object.fromEntries(marketFilters.map((name) => [name, asked[name]])),
    sort: asked.sort === 'relevance' ? undefined : asked.sort,
    limit: asked.limit === defaultLimit ? undefined : asked.limit,
  };
}

const defaultLimit = 25;

/** The same without order and page size: what a download of the list takes. */
export function exportQuery(asked: ContractsAsked): AddressQuery {
  const { sort: _sort, limit: _limit, ...filters } = filterQuery(asked);
  return filters;
}
