import type { ProcessFacts } from '../notices/process-facts.ts';
import type { Amount, AmountBasis } from './amount.ts';
import type { ContractFacts } from './contract-facts.ts';
import { headlineOf } from './headline.ts';

/** One published ceiling of a framework, of the whole or of a lot. */
export type FrameworkCeiling = { minorUnits: number; currency: string; basis: AmountBasis };

/**
 * The ceilings that a framework's own process publishes: of the whole, its lots and its agreements.
 *
 * @example ceilingsOf(facts) // [{ minorUnits: 6000000000, currency: 'GBP', basis: 'net' }]
 */
export function ceilingsOf(facts: ProcessFacts): FrameworkCeiling[] {
  const ceilings: FrameworkCeiling[] = [];
  for (const amount of [...facts.amounts, ...facts.contracts.flatMap((contract) => contract.amounts)]) {
    if (amount.kind !== 'ceiling' || amount.minorUnits === null || amount.currency === null) continue;
    if (amount.flag !== null && amount.flag !== 'shared') continue;
    ceilings.push({ minorUnits: amount.minorUnits, currency: amount.currency, basis: amount.basis });
  }
  return ceilings;
}

/**
 * Flags the award and contract values of a call-off that equal a ceiling of its framework: the buyer copied what the
 * framework may be used for, not what was bought. Basis is ignored, because the copy often lands in the other field.
 * Facts without such a value come back as they are.
 *
 * @param ceilings of the framework that `facts.framework` names
 * @example withCeilingFlags(callOff, ceilingsOf(framework)).contracts[0]?.headlineIndex // null
 */
export function withCeilingFlags(facts: ProcessFacts, ceilings: readonly FrameworkCeiling[]): ProcessFacts {
  const isCeiling = (amount: Amount): boolean =>
    amount.flag === null &&
    (amount.kind === 'award' || amount.kind === 'contract') &&
    ceilings.some((one) => one.minorUnits === amount.minorUnits && one.currency === amount.currency);
  if (!facts.contracts.some((contract) => contract.amounts.some(isCeiling))) return facts;
  return { ...facts, contracts: facts.contracts.map((contract) => flagContract(contract, isCeiling)) };
}

function flagContract(contract: ContractFacts, isCeiling: (amount: Amount) => boolean): ContractFacts {
  if (!contract.amounts.some(isCeiling)) return contract;
  const amounts = contract.amounts.map((amount): Amount =>
    isCeiling(amount) ? { ...amount, flag: 'framework-ceiling' } : amount,
  );
  return { ...contract, amounts, headlineIndex: headlineOf(amounts) };
}
