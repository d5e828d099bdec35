import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { AppError } from '../../lib/errors.ts';
import { showContract } from '../contracts/show-contract.ts';
import type { Context } from '../context.ts';
import { bridgeOf, type BridgeView } from './bridge.ts';
import { contractForCase } from './contract-facts.ts';

/**
 * The latest safe days of a case and what could bridge from its present contract, with the months that the case says.
 *
 * @returns null where the case names no contract that the register has
 * @example (await presentBridgeOf(context, document))?.awardBy // '2027-12-31'
 */
export async function presentBridgeOf(context: Context, document: CaseDocument): Promise<BridgeView | null> {
  const { present, preparationMonths, transitionMonths } = document.need;
  if (present?.contract === undefined) return null;
  try {
    const contract = await showContract.run(context, { id: present.contract });
    return await bridgeOf(context, contractForCase(contract), { preparationMonths, transitionMonths });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
