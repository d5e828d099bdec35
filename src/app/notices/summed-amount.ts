import { isSummable, type Amount } from '../../domain/contracts/amount.ts';
import type { ContractFacts } from '../../domain/contracts/contract-facts.ts';

/**
 * The one amount of a contract that enters sums: the value of the signed contract in pounds without VAT, believable. Null
 * where there is none, for framework agreements, and for what was cancelled.
 *
 * @example summedAmount(contract)?.minorUnits // 71040000
 */
export function summedAmount(contract: ContractFacts): Amount | null {
  const headline = contract.headlineIndex === null ? undefined : contract.amounts[contract.headlineIndex];
  if (contract.isFrameworkAgreement || headline?.kind === 'ceiling' || contract.stage === 'cancelled')
    return null;
  return (
    contract.amounts.find(
      (amount) =>
        amount.kind === 'contract' &&
        amount.basis === 'net' &&
        amount.currency === 'GBP' &&
        isSummable(amount),
    ) ?? null
  );
}
