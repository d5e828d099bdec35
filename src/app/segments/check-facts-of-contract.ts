import type { ContractFacts } from '../../domain/contracts/contract-facts.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { factsOfContract } from '../../domain/segments/checks/facts-of-contract.ts';
import { marketFacts, type SegmentMarket } from '../../domain/segments/checks/market-facts.ts';
import { productFacts } from '../../domain/segments/checks/product-facts.ts';
import { runChecks, type CheckResult } from '../../domain/segments/checks/run-checks.ts';
import type { Playbook } from '../../domain/segments/playbook/playbook.ts';
import type { Reference } from '../reference.ts';

/** A contract with the process that it came from. */
export type ProcessContract = { process: ProcessFacts; contract: ContractFacts };

/** Title, lots and descriptions of a contract as its notices have them. */
export function textsOfContract({ process, contract }: ProcessContract): {
  title: string;
  lots: string[];
  descriptions: string[];
} {
  const lots = process.lots.filter(
    ({ lotId }) => contract.lotIds.length === 0 || contract.lotIds.includes(lotId),
  );
  return {
    title: contract.title,
    lots: lots.flatMap(({ title }) => title ?? []),
    descriptions: [process.description, contract.description].filter((text) => text !== null),
  };
}

/**
 * What the checks of a playbook say of one contract.
 *
 * @param today `YYYY-MM-DD`
 */
export function checkFactsOfContract(
  found: ProcessContract,
  playbook: Playbook,
  { market, today, vendors }: { market: SegmentMarket; today: string; vendors: Reference['vendors'] },
): CheckResult[] {
  return runChecks(playbook.checks, {
    ...factsOfContract(found.process, found.contract, today),
    ...productFacts(textsOfContract(found), vendors),
    ...marketFacts(market),
  });
}
