import { z } from 'zod';
import { caseStages } from '../../domain/decisions/case-parts/governance.ts';
import { testIds } from '../../domain/decisions/case-parts/options.ts';
import { caseTasks, triageIds, triagePaths } from '../../domain/decisions/triage-question.ts';
import { caseProblemView } from './problem-text.ts';
import { triageQuestionEntry } from './triage-entries.ts';

const approval = z.object({
  id: z.string(),
  name: z.string(),
  approver: z.string(),
  stages: z.array(z.enum(caseStages)),
  because: z.string(),
  note: z.string(),
  source: z.string(),
  reviewed: z.string(),
});

/** What twelve answers lead to, as operations answer it. */
export const triageResultView = z.object({
  path: z.enum(triagePaths),
  couldBecome: z.enum(triagePaths),
  rules: z.array(
    z.object({
      question: z.enum(triageIds),
      raises: z.enum([...triagePaths, 'open', 'nothing']),
      because: z.string(),
    }),
  ),
  asks: z.array(z.enum(caseTasks)),
  shortlist: z
    .array(
      z.object({
        model: z.string(),
        verdict: z.enum(['suggested', 'possible', 'unlikely']),
        rules: z.array(
          z.object({
            rule: z.string(),
            effect: z.enum(['for', 'against', 'condition']),
            because: z.string(),
          }),
        ),
      }),
    )
    .nullable(),
  tests: z.array(
    z.object({
      test: z.enum(testIds),
      result: z.enum(['unknown', 'condition']),
      because: z.string(),
    }),
  ),
  interestTest: z.object({
    duty: z.enum(['required', 'good-practice', 'outside', 'unknown']),
    rule: z.string(),
    because: z.array(z.string()),
    source: z.string(),
  }),
  approvals: z.object({
    needed: z.array(approval),
    unanswered: z.array(approval),
    limitNotHeld: z.array(approval),
    limitNotReached: z.array(approval),
    superseded: z.array(approval),
    reminder: z.string(),
  }),
  unanswered: z.array(z.enum(triageIds)),
});

/** The answer of the triage: the questions, and what the answers lead to where there are any. */
export const triageView = z.object({
  questions: z.array(triageQuestionEntry),
  problems: z.array(caseProblemView.omit({ line: true })),
  result: triageResultView.nullable(),
});
