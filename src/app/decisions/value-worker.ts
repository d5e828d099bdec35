/** The thread that weighs, values and compares the options of a case: see value-case.ts. */
import { appraiseOptions } from '../../domain/decisions/appraisal/appraise-options.ts';
import { answerOnThread } from '../../lib/run-on-thread.ts';
import type { ValueQuestion } from './value-case.ts';

await answerOnThread(async ({ document, problems, costs, tasks }: ValueQuestion) =>
  Promise.resolve(appraiseOptions(document, { problems, costs: new Map(costs), tasks })),
);
