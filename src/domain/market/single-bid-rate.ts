import { competitionByRoute } from '../indicators/competition-of.ts';
import { coverageOf, shareOf, type Coverage } from './coverage.ts';
import { isCounted, type MarketContract } from './market-contract.ts';
import type { Share } from './sme-share.ts';

type Bid = Pick<
  MarketContract,
  'stage' | 'isFrameworkAgreement' | 'isCopy' | 'route' | 'isBelowThreshold' | 'bidCount'
>;

/**
 * Why a contract says nothing about how many bid; null where it does. Only competitions that are open to the market count: a
 * direct award asks nobody else, below the thresholds a few are asked, a call-off asks the holders of an agreement (some ask
 * one of them, as they may). Bid statistics are given for some of them only.
 *
 * @example singleBidGap({ ...contract, bidCount: null }) // 'no-bid-statistics'
 */
export function singleBidGap(contract: Bid): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.route === 'direct-award') return 'direct-award';
  if (contract.isBelowThreshold || contract.route === 'below-threshold') return 'below-threshold';
  const competition = competitionByRoute[contract.route];
  if (competition === undefined) return 'competition-not-stated';
  if (competition === 'call-off') return 'call-off';
  if (contract.bidCount === null) return 'no-bid-statistics';
  return contract.bidCount === 0 ? 'no-bids' : null;
}

/**
 * The share of contracts that were competed for in the market, of those whose bid statistics are published, for which one bid came in.
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
