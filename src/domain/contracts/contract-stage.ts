import type { JsonObject } from '../../lib/json.ts';
import { objectAt, textAt } from '../notices/json-fields.ts';
import type { ContractStage } from './contract-facts.ts';
import { objectsAt } from '../notices/json-fields.ts';

/** Where a contract stands, why it ended, and a doubt to note. */
export type StageFinding = { stage: ContractStage; endReason: string | null; doubt: string | null };

/** Reason classes of `contracts[].terminationRationaleClassifications[].id` that mean "ran its course". */
const completionReasons = new Set(['contractCompleted', 'contractExpired']);

/**
 * Where a contract stands by what the notices say.
 *
 * `contracts[].status`: `cancelled` (UK12 after award) · `terminated` (UK11), where the reason class decides the
 * word: `contractCompleted` is completed; `breachOfContract`, `mutuallyAgreed`, `other` … are terminated; without a
 * class it is called completed and noted, because UK11 also reports a normal end · `pending` without a day of signature is
 * still only awarded. An award alone: `cancelled` (UK12) or awarded.
 *
 * @example stageOf(award, { status: 'terminated', terminationRationaleClassifications: [{ id: 'contractCompleted' }] }).stage // 'completed'
 */
export function stageOf(award: JsonObject | undefined, contract: JsonObject | undefined): StageFinding {
  if (contract === undefined) return plain(textAt(award, 'status') === 'cancelled' ? 'cancelled' : 'awarded');
  const status = textAt(contract, 'status');
  if (status === 'cancelled') return plain('cancelled');
  const [reason] = terminationReasons(contract);
  if (status === 'terminated' || reason !== undefined) {
    if (reason === undefined) {
      return { stage: 'completed', endReason: null, doubt: 'ended without a reason class; called completed' };
    }
    return {
      stage: completionReasons.has(reason) ? 'completed' : 'terminated',
      endReason: reason,
      doubt: null,
    };
  }
  if (status === 'pending' && textAt(contract, 'dateSigned') === null) return plain('awarded');
  const isEnded = textAt(objectAt(contract, 'implementation'), 'endDate') !== null;
  return plain(isEnded ? 'completed' : 'signed');
}

const plain = (stage: ContractStage): StageFinding => ({ stage, endReason: null, doubt: null });

function terminationReasons(contract: JsonObject): string[] {
  const ids: string[] = [];
  for (const name of ['terminationRationaleClassifications', 'terminationRationaleClassification']) {
    for (const reason of objectsAt(contract, name)) {
      const id = textAt(reason, 'id');
      if (id !== null) ids.push(id);
    }
  }
  return ids;
}
