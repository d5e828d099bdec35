import type { CaseProblem } from './case-problem.ts';
import { checkAppraisal } from './checks/check-appraisal.ts';
import { checkGovernance } from './checks/check-governance.ts';
import { checkMoney } from './checks/check-money.ts';
import { checkOptions } from './checks/check-options.ts';
import { checkReferences } from './checks/check-references.ts';
import { readAnswers } from './triage-answers.ts';
import type { CaseDocument } from './case-parts/case-document.ts';

/**
 * Everything that is wrong with a case or missing from it, errors first, in the order of the document’s parts.
 *
 * @param models ids of the delivery models that are known
 * @example checkCase(document, new Set(['saas'])).filter(({ kind }) => kind === 'error') // []
 */
export function checkCase(document: CaseDocument, models: ReadonlySet<string>): CaseProblem[] {
  const found = [
    ...checkReferences(document, models),
    ...readAnswers(document.triage).problems,
    ...checkOptions(document),
    ...checkMoney(document),
    ...checkAppraisal(document),
    ...checkGovernance(document),
  ];
  const kinds = ['error', 'warning', 'missing'];
  return found.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}
