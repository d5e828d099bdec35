import type { CaseProblem } from '../../domain/decisions/case-problem.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { caseReadiness, type CaseReadiness } from '../../domain/decisions/readiness.ts';
import { answersOfCase, triageFactsOf } from '../../domain/decisions/triage-case.ts';
import type { CaseTask, TriagePath } from '../../domain/decisions/triage-question.ts';
import { triageCase } from '../../domain/decisions/triage.ts';
import type { Reference } from '../reference.ts';

/** The task list of a case with the path that its triage gives. */
export type CaseTasks = CaseReadiness & { path: TriagePath; asks: CaseTask[] };

/**
 * The task list of a case: which path its answers give, what that asks, what is done and what is open.
 *
 * @example caseTasksOf(context.reference, document, problems).status // 'not ready for approval'
 */
export function caseTasksOf(
  reference: Reference,
  document: CaseDocument,
  problems: readonly CaseProblem[],
): CaseTasks {
  const { triage, interestTest, approvals } = reference.decisions;
  const rules = { triage, interestTest, approvals, models: reference.deliveryModels };
  const { path, asks } = triageCase(answersOfCase(document).answers, triageFactsOf(document), rules);
  return { path, asks, ...caseReadiness(document, { asks, problems, interestTest }) };
}
