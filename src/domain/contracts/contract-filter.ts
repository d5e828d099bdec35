import { isMarketList, type MarketConditions } from '../market/market-conditions.ts';
import type { SearchTerm } from './search-query.ts';

/** Names of the facets of a list of contracts. */
export const facetNames = [
  'segment',
  'buyer',
  'supplier',
  'buyerType',
  'regime',
  'route',
  'status',
  'year',
  'valueBand',
  'cpvDivision',
  'publisher',
] as const;
export type FacetName = (typeof facetNames)[number];

/** What narrows a list of contracts, after its text was read. Values of one facet are alternatives. */
export type ContractConditions = Record<Exclude<FacetName, 'year'>, readonly string[]> & {
  year: readonly number[];
  terms: readonly SearchTerm[];
  framework: string | null;
  ocid: string | null;
  endsFrom: string | null;
  endsTo: string | null;
  agreements: 'all' | 'contracts' | 'frameworks';
  /** The figure of the market that the list stands behind. */
  market: MarketConditions;
};

/** Orders of a list of contracts. */
export type ContractOrder = 'relevance' | 'newest' | 'value' | 'ending';

/**
 * Whether nothing narrows the list.
 *
 * @example isUnfiltered({ ...conditions, ocid: 'ocds-1' }) // false
 */
export function isUnfiltered(conditions: ContractConditions): boolean {
  return (
    facetNames.every((name) => conditions[name].length === 0) &&
    conditions.terms.length === 0 &&
    conditions.framework === null &&
    conditions.ocid === null &&
    conditions.endsFrom === null &&
    conditions.endsTo === null &&
    conditions.agreements === 'all' &&
    !isMarketList(conditions.market)
  );
}
