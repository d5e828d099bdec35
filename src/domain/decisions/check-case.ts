import type { CaseProblem } from './case-problem.ts';
import { checkAmounts } from './checks/check-amounts.ts';
import { checkAppraisal } from './checks/check-appraisal.ts';
import { checkComponents } from './checks/check-components.ts';
import { checkCorrelations } from './checks/check-correlations.ts';
import { checkHeld } from './checks/check-held.ts';
import { checkEvidence } from './checks/check-evidence.ts';
import { checkGovernance } from './checks/check-governance.ts';
import { checkMoney } from './checks/check-money.ts';
import { checkOptions } from './checks/check-options.ts';
import { checkReferences } from './checks/check-references.ts';
import { checkTests } from './checks/check-tests.ts';
import { checkRiskTreatment } from './checks/check-risk-treatment.ts';
import type { HeldIds } from './held-ids.ts';
import { readAnswers } from './triage-answers.ts';
import type { CaseDocument } from './case-parts/case-document.ts';

/**
 * Everything that is wrong with a case or missing from it, errors first, in the order of the document’s parts.
 *
 * @param models ids of the delivery models that are known
 * @param held ids of the reference data that the case may refer to
 * @example checkCase(document, new Set(['saas'])).filter(({ kind }) => kind === 'error') // []
 */
export function checkCase(
  document: CaseDocument,
  models: ReadonlySet<string>,
  held: HeldIds = {},
): CaseProblem[] {
  const found = [
    ...checkReferences(document, models),
    ...checkHeld(document, held),
    ...readAnswers(document.triage).problems,
    ...checkComponents(document),
    ...checkOptions(document),
    ...checkTests(document),
    ...checkMoney(document),
    ...checkAmounts(document),
    ...checkCorrelations(document),
    ...checkRiskTreatment(document),
    ...checkAppraisal(document),
    ...checkGovernance(document),
    ...checkEvidence(document, models),
  ];
  const kinds = ['error', 'warning', 'missing'];
  return found.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}
