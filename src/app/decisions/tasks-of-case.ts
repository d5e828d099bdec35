import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { CaseProblem } from '../../domain/decisions/case-problem.ts';
import { caseReadiness, type CaseReadiness } from '../../domain/decisions/readiness.ts';
import { answersOfCase, triageFactsOf } from '../../domain/decisions/triage-case.ts';
import { triageCase, type TriageResult } from '../../domain/decisions/triage.ts';
import type { Context } from '../context.ts';

/** What twelve answers lead to for a case, and how far it is. */
export type TasksOfCase = { triage: TriageResult; readiness: CaseReadiness };

/**
 * The path of a case and its task list, by the rules of the day on which its facts hold.
 *
 * @param problems what the checks of the case found
 * @example tasksOfCase(context, document, problems).readiness.status // 'not ready for approval'
 */
export function tasksOfCase(
  { reference }: Pick<Context, 'reference'>,
  document: CaseDocument,
  problems: readonly CaseProblem[],
): TasksOfCase {
  const { triage: asked, interestTest, approvals } = reference.decisions;
  const rules = { triage: asked, interestTest, approvals, models: reference.deliveryModels };
  const triage = triageCase(answersOfCase(document).answers, triageFactsOf(document), rules);
  return { triage, readiness: caseReadiness(document, { asks: triage.asks, problems, interestTest }) };
}
