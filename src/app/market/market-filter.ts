import { z } from 'zod';
import { committedGaps } from '../../domain/market/committed-value.ts';
import { exposureWays } from '../../domain/organisations/vendor-exposure.ts';
import {
  bidGroups,
  marketSizes,
  noMarketConditions,
  type MarketConditions,
} from '../../domain/market/market-conditions.ts';

/** Parts of counted contracts that a list may keep to. */
export const countedParts = [
  'all',
  'valued',
  'sole',
  'sole-valued',
  'revalued',
  'running',
  'timed',
  'followed',
  'rewon',
] as const;

const year = z.coerce.number().int().min(1950).max(2199);

/** Filters of a list of contracts that lead to what stands behind one figure of the market. */
export const marketFilter = {
  counted: z
    .enum(countedParts)
    .optional()
    .describe(
      'Only contracts that the measures of the market count (no framework agreements, nothing withdrawn): all of them, those with a believable value, of one supplier alone, both, those whose value was published again, those of which no notice says that they have ended, those whose procurement could be timed, those that another contract of their buyer followed, or those of them whose supplier won it.',
    ),
  committedIn: year
    .optional()
    .describe('Committed in the financial year that begins in this year: 2025 is 2025-26.'),
  extensionIn: year.optional().describe('With options in the financial year that begins in this year.'),
  prices: z
    .enum(['real'])
    .optional()
    .describe(
      'What is committed, or in options, in the prices of one financial year, as the pages of the market give it: `real`. Left out: as in the contracts.',
    ),
  notCommitted: z.enum(committedGaps).optional().describe('Left out of committed value for this reason.'),
  size: z.enum(marketSizes).optional().describe('Size of the supplier as the notice says.'),
  bids: z
    .enum(bidGroups)
    .optional()
    .describe(
      'Number of bids as published, of competitions open to the market above the thresholds; direct awards and call-offs are left out.',
    ),
  endsIn: z
    .string()
    .regex(/^\d{4}-Q[1-4]$/u, 'A quarter is written 2027-Q1.')
    .optional()
    .describe('Ends in this quarter of the calendar, 2027-Q1, and nothing says that it has ended before.'),
  vendor: z
    .string()
    .max(100)
    .optional()
    .describe('Leads to this vendor group: sold by it, or a product of it resold or named.'),
  vendorWay: z.enum(exposureWays).optional().describe('How it leads to the vendor group.'),
  product: z
    .string()
    .max(100)
    .optional()
    .describe('Its title or the title of a lot names this product, from `products find`.'),
};

type MarketFilter = { [Name in keyof typeof marketFilter]: z.output<(typeof marketFilter)[Name]> };

/**
 * The filters as conditions.
 *
 * @example readMarketConditions({ committedIn: 2025 }).committedIn // 2025
 */
export function readMarketConditions(filter: Partial<MarketFilter>): MarketConditions {
  const { counted } = filter;
  return {
    ...noMarketConditions,
    isCounted: counted !== undefined,
    isValued: counted === 'valued' || counted === 'sole-valued',
    isSole: counted === 'sole' || counted === 'sole-valued',
    isRevalued: counted === 'revalued',
    isRunning: counted === 'running',
    isTimed: counted === 'timed',
    isFollowed: counted === 'followed' || counted === 'rewon',
    isRewon: counted === 'rewon',
    vendorGroup: filter.vendor ?? null,
    vendorWay: filter.vendorWay ?? null,
    product: filter.product ?? null,
    committedIn: filter.committedIn ?? null,
    extensionIn: filter.extensionIn ?? null,
    committedGap: filter.notCommitted ?? null,
    size: filter.size ?? null,
    bids: filter.bids ?? null,
    endsIn: filter.endsIn ?? null,
  };
}
