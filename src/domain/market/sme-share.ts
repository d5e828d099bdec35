import { coverageOf, shareOf, totalsOf, type Coverage } from './coverage.ts';
import { isCounted, type MarketContract } from './market-contract.ts';

/** A share with its two parts, null where nothing could be measured. */
export type Share = { share: number | null; part: number; whole: number };

/** Share of small and medium-sized firms, by contracts and by value; each with its own coverage. */
export type SmeShare = {
  byCount: Share & { coverage: Coverage };
  byValue: Share & { coverage: Coverage };
};

type Sized = Pick<MarketContract, 'stage' | 'isFrameworkAgreement' | 'isCopy' | 'scale' | 'netPence'>;

/**
 * Why a contract says nothing about the share of small firms; null where it does. Size is what the notice says of the
 * supplier; a contract of small and large firms together belongs to neither.
 *
 * @example smeGap({ ...contract, scale: null }) // 'no-size'
 */
export function smeGap(contract: Sized): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.scale === null) return 'no-size';
  return contract.scale === 'mixed' ? 'mixed-sizes' : null;
}

/**
 * The share of contracts, and of their value, that went to small and medium-sized firms.
 *
 * @example smeShare(contracts).byCount // { share: 0.41, part: 57, whole: 140, coverage: … }
 */
export function smeShare(contracts: readonly Sized[]): SmeShare {
  const valueGap = (contract: Sized): string | null =>
    smeGap(contract) ?? (contract.netPence === null ? 'no-value' : null);
  const whole = totalsOf(contracts.filter((contract) => smeGap(contract) === null));
  const small = totalsOf(
    contracts.filter((contract) => smeGap(contract) === null && contract.scale === 'sme'),
  );
  return {
    byCount: {
      share: shareOf(small.contracts, whole.contracts),
      part: small.contracts,
      whole: whole.contracts,
      coverage: coverageOf(contracts, smeGap),
    },
    byValue: {
      share: shareOf(small.netPence, whole.netPence),
      part: small.netPence,
      whole: whole.netPence,
      coverage: coverageOf(contracts, valueGap),
    },
  };
}
