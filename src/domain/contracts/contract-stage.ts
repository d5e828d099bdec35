import type { JsonObject } from '../../lib/json.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import { objectAt, objectsAt, textAt, type MaybeObject } from '../notices/json-fields.ts';
import type { ContractStage } from './contract-facts.ts';

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
 * still intended. An award alone: `cancelled` (UK12), intended or awarded, see {@link isIntended}.
 *
 * @example stageOf({ award, contract: { status: 'terminated', terminationRationaleClassifications: [{ id: 'contractCompleted' }] } }, reader).stage // 'completed'
 */
export function stageOf(
  { award, contract }: { award: MaybeObject; contract: MaybeObject },
  reader: Pick<FactsReader, 'publisher' | 'isDirective'>,
): StageFinding {
  if (contract === undefined) {
    if (textAt(award, 'status') === 'cancelled') return plain('cancelled');
    return plain(isIntended(award, reader) ? 'intended' : 'awarded');
  }
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
  if (status === 'pending' && textAt(contract, 'dateSigned') === null) return plain('intended');
  const isEnded = textAt(objectAt(contract, 'implementation'), 'endDate') !== null;
  return plain(isEnded ? 'completed' : 'signed');
}

/**
 * Whether an award without a contract is only an intention. Under the Procurement Act 2023 a transparency notice (UK5,
 * section 44) and a contract award notice (UK6, section 50) say that the authority intends to enter into a contract; what
 * was signed comes with the contract details notice (UK7). `awards[].status` doesn't tell: of 220 awards in UK6 160 say
 * `active`, 60 `pending`. Elsewhere award notices come after the contract, unless the award says `pending`.
 */
function isIntended(
  award: MaybeObject,
  { publisher, isDirective }: Pick<FactsReader, 'publisher' | 'isDirective'>,
): boolean {
  return (publisher === 'find-a-tender' && !isDirective) || textAt(award, 'status') === 'pending';
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
