import type { FactsReader } from '../notices/facts-reader.ts';
import { objectAt, objectsAt, type MaybeObject } from '../notices/json-fields.ts';
import type { Amount, AmountKind } from './amount.ts';
import { readAmounts } from './read-amounts.ts';

/** Whose amounts: award and contract as published, their ids and JSON paths. */
export type AmountSources = {
  award: MaybeObject;
  contract: MaybeObject;
  awardId: string;
  contractId: string;
  awardPath: string;
  contractPath: string;
};

/**
 * The amounts of one contract: its value (`contracts[].value`), the values of change notices
 * (`proposedAmendments[].value`, which flag what stood before as superseded), its award's value and its final value.
 *
 * @param isFrameworkAgreement whether award and contract values are ceilings
 * @example amountsOfContract(sources, false, reader).map((amount) => amount.kind) // ['contract', 'contract', 'award']
 */
export function amountsOfContract(
  names: AmountSources,
  isFrameworkAgreement: boolean,
  reader: FactsReader,
): Amount[] {
  const kind = (usual: AmountKind): AmountKind => (isFrameworkAgreement ? 'ceiling' : usual);
  const ofContract = { of: 'contract', ofId: names.contractId, kind: kind('contract') } as const;
  const ofAward = { of: 'award', ofId: names.awardId, kind: kind('award') } as const;
  const signed = readAmounts(
    objectAt(names.contract, 'value'),
    ofContract,
    `${names.contractPath}.value`,
    reader,
  );
  const amended: Amount[] = [];
  for (const name of ['amendments', 'proposedAmendments']) {
    for (const [index, amendment] of objectsAt(names.contract, name).entries()) {
      // "The total value of the amended contract": each replaces what stood before it.
      const path = `${names.contractPath}.${name}[${index}].value`;
      const rows = readAmounts(objectAt(amendment, 'value'), ofContract, path, reader);
      if (rows.length > 0) for (const earlier of [...signed, ...amended]) earlier.flag ??= 'superseded';
      amended.push(...rows);
    }
  }
  const final = objectAt(objectAt(names.contract, 'implementation'), 'finalValue');
  return [
    ...signed,
    ...amended,
    ...readAmounts(objectAt(names.award, 'value'), ofAward, `${names.awardPath}.value`, reader),
    ...readAmounts(
      final,
      { of: 'contract', ofId: names.contractId, kind: 'final' },
      `${names.contractPath}.implementation.finalValue`,
      reader,
    ),
  ];
}
