import type { CaseProblem } from '../case-problem.ts';
import type { OptionStanding } from './stand-options.ts';
import type { OptionValues } from './value-options.ts';

/** Something that keeps a result from being ready for approval. */
export type NotReadyReason =
  | { kind: 'error' | 'missing'; path: string; message: string }
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

/**
 * Why a result isn't ready for approval; empty where it is.
 *
 * @param values null where there are none
 * @param costed options whose cost is known
 * @example judgeReadiness({ problems: [], standings, values, costed: new Set(['bau', 'saas']) }) // []
 */
export function judgeReadiness(given: {
  problems: readonly CaseProblem[];
  standings: readonly OptionStanding[];
  values: OptionValues | null;
  costed: ReadonlySet<string>;
}): NotReadyReason[] {
  const { problems, standings, values, costed } = given;
  const eligible = standings.filter(({ status }) => status === 'eligible');
  const shown = standings.filter(({ status }) => status !== 'not-shortlisted');
  return [
    ...problems.flatMap(({ kind, path, message }) => (kind === 'warning' ? [] : [{ kind, path, message }])),
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
    ...(values === null ? [{ kind: 'no-value' as const }] : []),
    ...(values?.leftOut ?? []).map((one) => ({ kind: 'left-out-criterion' as const, ...one })),
    ...(values?.options ?? []).flatMap(({ option, notScored }) =>
      notScored.length > 0 && eligible.some((one) => one.option === option)
        ? [{ kind: 'missing-scores' as const, option, criteria: notScored }]
        : [],
    ),
    ...shown.flatMap(({ option }) => (costed.has(option) ? [] : [{ kind: 'no-cost' as const, option }])),
  ];
}
