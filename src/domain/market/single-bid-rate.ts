import { coverageOf, shareOf, type Coverage } from './coverage.ts';
import { isCounted, type MarketContract } from './market-contract.ts';
import type { Share } from './sme-share.ts';

type Bid = Pick<MarketContract, 'stage' | 'isFrameworkAgreement' | 'isCopy' | 'route' | 'bidCount'>;

/**
 * Why a contract says nothing about how many bid; null where it does. A direct award asks nobody else and has no bids to
 * count; bid statistics are given for some competitions only.
 *
 * @example singleBidGap({ ...contract, bidCount: null }) // 'no-bid-statistics'
 */
export function singleBidGap(contract: Bid): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.route === 'direct-award') return 'direct-award';
  if (contract.bidCount === null) return 'no-bid-statistics';
  return contract.bidCount === 0 ? 'no-bids' : null;
}

/**
 * The share of competed contracts, of those whose bid statistics are published, for which one bid came in.
 *
 * @example singleBidRate(contracts) // { share: 0.35, part: 115, whole: 325, coverage: … }
 */
export function singleBidRate(contracts: readonly Bid[]): Share & { coverage: Coverage } {
  const measured = contracts.filter((contract) => singleBidGap(contract) === null);
  const single = measured.filter(({ bidCount }) => bidCount === 1).length;
  return {
    share: shareOf(single, measured.length),
    part: single,
    whole: measured.length,
    coverage: coverageOf(contracts, singleBidGap),
  };
}
