import type { CaseProblem } from './case-problem.ts';
import type { CaseDocument } from './case-parts/case-document.ts';
import type { InterestTestReference } from './public-interest-test.ts';
import { taskChecks } from './task-checks.ts';
import { caseTasks, type CaseTask } from './triage-question.ts';

/** How far a task is. `not-asked`: the path of the case doesn't ask it. */
export type TaskStatus = 'done' | 'under-way' | 'missing' | 'not-asked';

/** A task of the case with what keeps it from being done. */
export type TaskState = { task: CaseTask; name: string; status: TaskStatus; reasons: string[] };

/** One of the ten steps of the method with its tasks. */
export type StepState = { number: number; name: string; status: TaskStatus; tasks: TaskState[] };

/** The task list of a case, and whether it can go to approval. */
export type CaseReadiness = {
  steps: StepState[];
  status: 'ready for approval' | 'not ready for approval';
  /** Why it isn't ready, in the order of the method. */
  causes: string[];
};

/** What the task list goes by beside the document. */
export type ReadinessFacts = {
  /** What the path asks, see the triage. */
  asks: readonly CaseTask[];
  /** What the checks of the case found. */
  problems: readonly CaseProblem[];
  interestTest: InterestTestReference;
};

/** The ten steps in the order of the method, each of which can send one back. */
const steps: readonly { name: string; tasks: readonly CaseTask[] }[] = [
  { name: 'Need, outcomes and business as usual', tasks: ['need'] },
  { name: 'Reuse check', tasks: ['reuse'] },
  { name: 'Market health and engagement', tasks: ['market'] },
  { name: 'Public Interest Test', tasks: ['interest-test'] },
  {
    name: 'Delivery model assessment',
    tasks: ['service', 'options', 'tests', 'costs', 'criteria', 'scores'],
  },
  { name: 'Pilot or test', tasks: ['pilot'] },
  { name: 'Indicative result and recommendation', tasks: ['recommendation'] },
  { name: 'Assurance and approval', tasks: ['approval'] },
  { name: 'Route and contract strategy', tasks: ['route'] },
  { name: 'Outcome and review', tasks: ['review'] },
];

const taskNames: Readonly<Record<CaseTask, string>> = {
  need: 'State the need',
  reuse: 'Look at what exists',
  market: 'Ask the market',
  'interest-test': 'Answer the Public Interest Test',
  service: 'Divide the service into components',
  options: 'Choose options',
  tests: 'Test the options',
  costs: 'Cost the options',
  criteria: 'Set criteria and lock weights',
  scores: 'Score the options',
  pilot: 'Try what is new',
  recommendation: 'Recommend an option',
  approval: 'Get it verified and approved',
  route: 'Choose the route',
  review: 'Plan the review',
};

/** Parts of the document → the task that works on them. */
const taskOfPart: Readonly<Record<string, CaseTask>> = {
  need: 'need', triage: 'need', buyer: 'need', components: 'service', reuse: 'reuse', market: 'market',
  publicInterestTest: 'interest-test', options: 'options', tests: 'tests', costs: 'costs', appraisal: 'costs',
  benefits: 'costs', unmonetised: 'costs', budgets: 'costs', stressTests: 'costs', enquiries: 'costs',
  criteria: 'criteria', weights: 'criteria', assessors: 'scores', scores: 'scores', moderation: 'scores',
  composition: 'scores', pilot: 'pilot', recommendation: 'recommendation', roles: 'approval',
  assessments: 'approval', approvals: 'approval', delegations: 'approval', release: 'approval', route: 'route',
  review: 'review',
}; // prettier-ignore

type Judged = TaskState & { blocking: string[] };

/**
 * The task list of a case by the ten steps of the method, and whether it is ready for approval. An unknown test, an error
 * or something missing in a task that is asked keeps it from being ready; warnings don't.
 *
 * @example caseReadiness(document, { asks, problems: [], interestTest }).status // 'not ready for approval'
 */
export function caseReadiness(document: CaseDocument, facts: ReadinessFacts): CaseReadiness {
  const judged = new Map(caseTasks.map((task) => [task, judgeTask(task, document, facts)]));
  const causes = [...judged.values()].flatMap(({ blocking }) => blocking);
  return {
    steps: steps.map(({ name, tasks }, index) => {
      const own = tasks.flatMap((task) => judged.get(task) ?? []);
      return {
        number: index + 1,
        name,
        status: statusOf(own.map(({ status }) => status)),
        tasks: own.map(({ task, name: called, status, reasons }) => ({
          task,
          name: called,
          status,
          reasons,
        })),
      };
    }),
    status: causes.length === 0 ? 'ready for approval' : 'not ready for approval',
    causes,
  };
}

function judgeTask(task: CaseTask, document: CaseDocument, facts: ReadinessFacts): Judged {
  const found = facts.problems.filter(
    ({ kind, path }) =>
      kind !== 'warning' &&
      taskOfPart[path.split(/[.[]/u)[0] ?? ''] === task &&
      // A light case has no model to verify, and its approver stands under approvals.
      (kind === 'error' || path !== 'roles' || facts.asks.includes('scores')),
  );
  const name = taskNames[task];
  if (!facts.asks.includes(task)) {
    // What nobody asks needn't be done, but what was written must not be wrong.
    const errors = found.filter(({ kind }) => kind === 'error').map(({ message }) => message);
    return {
      task,
      name,
      status: errors.length > 0 ? 'under-way' : 'not-asked',
      reasons: errors,
      blocking: errors,
    };
  }
  const checks = taskChecks[task](document, facts.interestTest);
  const unmet = checks.filter(({ isMet }) => !isMet);
  const messages = found.map(({ message }) => message);
  const reasons = [...new Set([...unmet.map(({ says }) => says), ...messages])];
  // The first check of a task asks whether anything is there.
  const isBegun = checks[0]?.isMet === true;
  return {
    task,
    name,
    status: reasons.length === 0 ? 'done' : isBegun ? 'under-way' : 'missing',
    reasons,
    blocking: [...new Set([...unmet.filter(({ blocks }) => blocks).map(({ says }) => says), ...messages])],
  };
}

/** A step is done where all that is asked is, missing where nothing was begun. */
function statusOf(statuses: readonly TaskStatus[]): TaskStatus {
  const asked = statuses.filter((status) => status !== 'not-asked');
  if (asked.length === 0) return 'not-asked';
  if (asked.every((status) => status === 'done')) return 'done';
  return asked.every((status) => status === 'missing') ? 'missing' : 'under-way';
}
