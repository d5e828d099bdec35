import { herfindahl, type Concentration } from '../../maths/herfindahl.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { isCounted, soleSupplierOf, type MarketContract } from './market-contract.ts';

type Sold = Pick<
  MarketContract,
  'stage' | 'isFrameworkAgreement' | 'isCopy' | 'supplierIds' | 'supplierCount' | 'netPence'
>;

/**
 * Why a contract has no part in concentration; null where it has. A value shared by several firms is nobody's own.
 *
 * @example concentrationGap({ ...contract, supplierIds: ['a', 'b'], supplierCount: 2 }) // 'several-suppliers'
 */
export function concentrationGap(contract: Sold): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.supplierCount > 1) return 'several-suppliers';
  if (soleSupplierOf(contract) === null) return 'no-supplier';
  return contract.netPence === null ? 'no-value' : null;
}

/**
 * How concentrated a market is by the value of contracts won: the Herfindahl–Hirschman index and the share of the four
 * largest suppliers; `market` is null where no contract could be measured.
 *
 * @example concentration(contracts).market // { hhi: 1830, topFourShare: 0.71, sellers: 24 }
 */
export function concentration(contracts: readonly Sold[]): {
  market: Concentration | null;
  coverage: Coverage;
} {
  const sales = new Map<string, number>();
  for (const contract of contracts) {
    const supplier = soleSupplierOf(contract);
    if (concentrationGap(contract) !== null || supplier === null) continue;
    sales.set(supplier, (sales.get(supplier) ?? 0) + (contract.netPence ?? 0));
  }
  return { market: herfindahl(sales.values()), coverage: coverageOf(contracts, concentrationGap) };
}
