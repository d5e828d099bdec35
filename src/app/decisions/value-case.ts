import type { CaseProblem } from '../../domain/decisions/case-problem.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { Appraisal } from '../../domain/decisions/appraisal/appraise-options.ts';
import type { OptionCost } from '../../domain/decisions/appraisal/compare-costs.ts';
import type { OpenTasks } from '../../domain/decisions/appraisal/judge-readiness.ts';
import { runOnThread } from '../../lib/run-on-thread.ts';
import type { Context } from '../context.ts';

/** What the thread is asked: plain data. */
export type ValueQuestion = {
  document: CaseDocument;
  problems: readonly CaseProblem[];
  costs: readonly (readonly [option: string, cost: OptionCost])[];
  tasks: OpenTasks;
};

/**
 * The options of a case weighed, valued and compared on a thread of its own: thousands of trials of weights and of a hundred
 * thousand draws of cost take half a second, in which nobody else is to wait.
 *
 * @throws AppError where stopped
 * @example (await valueCase(context, { document, problems: [], costs: [], tasks })).indicated?.option // 'mixed'
 */
export async function valueCase(
  { signal }: Pick<Context, 'signal'>,
  question: ValueQuestion,
): Promise<Appraisal> {
  return runOnThread<Appraisal>(new URL('./value-worker.ts', import.meta.url), question, { signal });
}
