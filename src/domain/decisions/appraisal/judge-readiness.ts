import type { CaseProblem } from '../case-problem.ts';
import type { CaseTask } from '../triage-question.ts';
import type { OptionStanding } from './stand-options.ts';
import type { OptionValues } from './value-options.ts';

/** Something that keeps a result from being ready for approval. */
export type NotReadyReason =
  | { kind: 'error' | 'missing'; path: string; message: string }
  /** Something that a task of the case’s path has to show and doesn’t. */
  | { kind: 'open-task'; message: string }
  /** A test that nobody can answer yet, of an option that could be indicated. */
  | { kind: 'unknown-test'; option: string; test: string; owner: string | null; by: string | null }
  | { kind: 'no-eligible-option' }
  | { kind: 'no-value' }
  | { kind: 'missing-scores'; option: string; criteria: string[] }
  | { kind: 'left-out-criterion'; criterion: string; because: 'no-weight' | 'no-score' }
  | { kind: 'no-cost'; option: string };

/** Parts of the document without which options can't be compared by value. */
const comparedParts = /^(options|criteria|weights|scores|moderation|assessors)\b/u;

/**
 * Errors that keep options from being compared at all, among them a scope that differs without a line that explains it.
 *
 * @example refusingErrors([{ kind: 'error', path: 'costs.lines[0].when', message: '…' }]) // []
 */
export function refusingErrors(problems: readonly CaseProblem[]): CaseProblem[] {
  return problems.filter(({ kind, path }) => kind === 'error' && comparedParts.test(path));
}

/** What the path of the case asks, and what the task list says is open, see `caseReadiness`. */
export type OpenTasks = { asks: readonly CaseTask[]; causes: readonly string[] };

/**
 * Why a result isn't ready for approval; empty where it is.
 *
 * @param values null where there are none
 * @param costed options whose cost is known
 * @param tasks null where only the result itself is looked at, and every part of it is asked for
 * @example judgeReadiness({ problems: [], standings, values, costed: new Set(['bau', 'saas']) }) // []
 */
export function judgeReadiness(given: {
  problems: readonly CaseProblem[];
  standings: readonly OptionStanding[];
  values: OptionValues | null;
  costed: ReadonlySet<string>;
  tasks?: OpenTasks | null | undefined;
}): NotReadyReason[] {
  const { problems, standings, values, costed, tasks = null } = given;
  const eligible = standings.filter(({ status }) => status === 'eligible');
  const shown = standings.filter(({ status }) => status !== 'not-shortlisted');
  const isAsked = (task: CaseTask): boolean => tasks === null || tasks.asks.includes(task);
  return [
    ...(tasks === null ? toldProblems(problems) : openTasks(tasks, problems, eligible)),
    ...(eligible.length === 0 ? [{ kind: 'no-eligible-option' as const }] : []),
    ...eligible.flatMap(({ option, unknown }) =>
      unknown.map(({ test, owner, by }) => ({
        kind: 'unknown-test' as const,
        option,
        test,
        owner: owner ?? null,
        by: by ?? null,
      })),
    ),
    ...(values === null && isAsked('scores') ? [{ kind: 'no-value' as const }] : []),
    ...(values?.leftOut ?? []).map((one) => ({ kind: 'left-out-criterion' as const, ...one })),
    ...(values?.options ?? []).flatMap(({ option, notScored }) =>
      notScored.length > 0 && eligible.some((one) => one.option === option)
        ? [{ kind: 'missing-scores' as const, option, criteria: notScored }]
        : [],
    ),
    ...shown.flatMap(({ option }) =>
      costed.has(option) || !isAsked('costs') ? [] : [{ kind: 'no-cost' as const, option }],
    ),
  ];
}

function toldProblems(problems: readonly CaseProblem[]): NotReadyReason[] {
  return problems.flatMap(({ kind, path, message }) => (kind === 'warning' ? [] : [{ kind, path, message }]));
}

/** What the task list says is open, with its place where a check found it; open tests are told with who settles them. */
function openTasks(
  { causes }: OpenTasks,
  problems: readonly CaseProblem[],
  eligible: readonly OptionStanding[],
): NotReadyReason[] {
  const told = toldProblems(problems);
  const tests = new Set(
    eligible.flatMap(({ option, unknown }) => unknown.map(({ test }) => unknownTestText(option, test))),
  );
  const found = told.filter((one) => 'message' in one && causes.includes(one.message));
  const messages = new Set(found.flatMap((one) => ('message' in one ? [one.message] : [])));
  return [
    ...found,
    ...causes
      .filter((message) => !messages.has(message) && !tests.has(message))
      .map((message) => ({ kind: 'open-task' as const, message })),
  ];
}

/**
 * As the task list names a test that nobody can answer yet.
 *
 * @example unknownTestText('saas', 'lawful') // 'Whether “saas” passes “lawful” is unknown.'
 */
export function unknownTestText(option: string, test: string): string {
  return `Whether “${option}” passes “${test}” is unknown.`;
}
