import { coverageOf, totalsOf, type Coverage, type Totals } from './coverage.ts';
import { quarterOf } from './financial-year.ts';
import { isCounted, type MarketContract } from './market-contract.ts';

type Ending = Pick<MarketContract, 'stage' | 'isFrameworkAgreement' | 'isCopy' | 'endOn' | 'netPence'>;

/**
 * Why a contract has no place in the wall of expiries; null where it has. What a notice says has ended is past.
 *
 * @example expiryGap({ ...contract, endOn: null }) // 'no-end'
 */
export function expiryGap(contract: Ending): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.stage === 'terminated' || contract.stage === 'completed') return 'ended';
  return contract.endOn === null ? 'no-end' : null;
}

/**
 * How many contracts end (without their options) in each quarter, oldest first, and what they were let for.
 *
 * @example expiryWall(contracts).quarters[0] // { quarter: '2026-Q4', contracts: 12, netCount: 9, netPence: 120_000_00 }
 */
export function expiryWall(contracts: readonly Ending[]): {
  quarters: ({ quarter: string } & Totals)[];
  coverage: Coverage;
} {
  const ending = contracts.filter((contract) => expiryGap(contract) === null);
  const quarters = [...Map.groupBy(ending, ({ endOn }) => quarterOf(endOn ?? ''))]
    .map(([quarter, rows]) => ({ quarter, ...totalsOf(rows) }))
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter));
  return { quarters, coverage: coverageOf(contracts, expiryGap) };
}
