import type { ContractStage, Route } from '../contracts/contract-facts.ts';
import type { BuyerType } from '../organisations/mention.ts';

/** What the measures need of one contract. Days are `YYYY-MM-DD`, money is pence without VAT. */
export type MarketContract = {
  contractId: string;
  /** Null while the contract is not classified. */
  segment: string | null;
  buyerId: string | null;
  buyerType: BuyerType;
  /** Organisations that supply it; empty texts (placeholders) are left out. */
  supplierIds: readonly string[];
  /** Number of suppliers as the notice names them, placeholders included. */
  supplierCount: number;
  scale: 'sme' | 'large' | 'mixed' | null;
  route: Route;
  /** Bought below the thresholds of the law. */
  isBelowThreshold: boolean;
  stage: ContractStage;
  isFrameworkAgreement: boolean;
  /** Counted under the same process of another portal. */
  isCopy: boolean;
  /** The one column that is summed: value of the signed contract, believable, in pounds, without VAT, no ceiling. */
  netPence: number | null;
  startOn: string | null;
  /** End without options. */
  endOn: string | null;
  /** Last end with every option used. */
  maxEndOn: string | null;
  /** Day on which it really ended, where a notice says so. */
  endedOn: string | null;
  /** Signed, else awarded, else first published. */
  datedOn: string;
  /** Day of the first tender notice. */
  tenderOn: string | null;
  /** Day of signature, else of award. */
  decidedOn: string | null;
  /** Bids received for what this contract covers. */
  bidCount: number | null;
  /** Value when it was signed, and as last published by a change or at its end, where a notice gave another. */
  firstPence: number | null;
  lastPence: number | null;
  title: string;
};

/**
 * Whether a contract is counted by the measures: not a framework agreement (which is a place on a list, and whose value
 * is a ceiling), not withdrawn, and not counted already as another portal published it. An award counts before its contract is signed; its value doesn't.
 *
 * @example isCounted({ stage: 'cancelled', isFrameworkAgreement: false, isCopy: false }) // false
 */
export function isCounted(
  contract: Pick<MarketContract, 'stage' | 'isFrameworkAgreement' | 'isCopy'>,
): boolean {
  return !contract.isCopy && !contract.isFrameworkAgreement && contract.stage !== 'cancelled';
}

/**
 * The one supplier of a contract; null where there is none, a placeholder or several: a shared value is nobody's own.
 *
 * @example soleSupplierOf({ supplierIds: ['a', 'b'], supplierCount: 2 }) // null
 */
export function soleSupplierOf(
  contract: Pick<MarketContract, 'supplierIds' | 'supplierCount'>,
): string | null {
  return contract.supplierCount === 1 ? (contract.supplierIds[0] ?? null) : null;
}
