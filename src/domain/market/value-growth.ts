import { quartiles, type Quartiles } from '../../maths/quantile.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { isCounted, type MarketContract } from './market-contract.ts';

type Grown = Pick<MarketContract, 'stage' | 'isFrameworkAgreement' | 'isCopy' | 'firstPence' | 'lastPence'>;

/**
 * Why nothing is known of how a contract's value changed; null where a notice gave another value than the first.
 *
 * @example growthGap({ ...contract, lastPence: null }) // 'no-change-published'
 */
export function growthGap(contract: Grown): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.firstPence === null) return 'no-value';
  return contract.lastPence === null ? 'no-change-published' : null;
}

/** How contracts grew whose value was published again; ratios are last over first. */
export type ValueGrowth = {
  ratios: Quartiles | null;
  changed: number;
  firstPence: number;
  lastPence: number;
  coverage: Coverage;
};

/**
 * What contracts came to against their value when signed, of those for which a change or a final value was published.
 * Changes of a tenth or less need no notice, so that contracts without one are not known to be unchanged.
 *
 * @example valueGrowth(contracts).ratios?.median // 1.12
 */
export function valueGrowth(contracts: readonly Grown[]): ValueGrowth {
  const pairs = contracts
    .filter((contract) => growthGap(contract) === null)
    .map(({ firstPence, lastPence }) => ({ first: firstPence ?? 0, last: lastPence ?? 0 }));
  return {
    ratios: quartiles(pairs.map(({ first, last }) => last / first)),
    changed: pairs.length,
    firstPence: pairs.reduce((sum, { first }) => sum + first, 0),
    lastPence: pairs.reduce((sum, { last }) => sum + last, 0),
    coverage: coverageOf(contracts, growthGap),
  };
}
