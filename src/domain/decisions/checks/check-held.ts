import { suggest } from '../../../lib/suggest.ts';
import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { HeldIds } from '../held-ids.ts';

/**
 * Ids of reference data that nothing carries: schedules of discount rates, approvals, reference classes, questions of the
 * Public Interest Test.
 *
 * @example checkHeld(document, { discountRates: new Set(['standard']) }) // [{ kind: 'error', path: 'appraisal.discountRates', message: 'No schedule of discount rates is called "standart". Did you mean "standard"?' }]
 */
export function checkHeld(document: CaseDocument, held: HeldIds): CaseProblem[] {
  const { appraisal, delegations, costs, publicInterestTest } = document;
  return [
    ...unknown(held.discountRates, 'schedule of discount rates', [
      ['appraisal.discountRates', appraisal.discountRates],
    ]),
    ...unknown(
      held.approvals,
      'approval',
      delegations.map(({ approval }, at) => [`delegations[${at}].approval`, approval]),
    ),
    ...unknown(
      held.referenceClasses,
      'reference class',
      costs.treatments.flatMap(({ referenceClass }, at) =>
        referenceClass === undefined
          ? []
          : [[`costs.treatments[${at}].referenceClass`, referenceClass] as const],
      ),
    ),
    ...unknown(
      held.interestTest,
      'question of the Public Interest Test',
      Object.keys(publicInterestTest).map((id) => [`publicInterestTest.${id}`, id]),
    ),
  ];
}

function unknown(
  known: ReadonlySet<string> | undefined,
  noun: string,
  uses: readonly (readonly [path: string, id: string])[],
): CaseProblem[] {
  if (known === undefined) return [];
  return uses
    .filter(([, id]) => !known.has(id))
    .map(([path, id]) => {
      const near = suggest(id, [...known]);
      const hint = near === null ? `There are: ${[...known].join(', ')}.` : `Did you mean "${near}"?`;
      return problem('error')(path, `No ${noun} is called "${id}". ${hint}`);
    });
}
