import type { BuyerType } from '../organisations/mention.ts';
import type { testIds } from './case-parts/options.ts';
import type { TriageAnswers } from './triage-answers.ts';
import type { TriageReference } from './triage-question.ts';

/** A pass/fail test that has to be settled: unknown, or passed on a condition already. */
export type OpenTest = { test: (typeof testIds)[number]; result: 'unknown' | 'condition'; because: string };

type Limits = TriageReference['limits'];
type Rule = (answers: TriageAnswers, bodyType: BuyerType, limits: Limits) => OpenTest | null;

const unknown = (test: OpenTest['test'], because: string): OpenTest => ({ test, result: 'unknown', because });
const condition = (test: OpenTest['test'], because: string): OpenTest => ({
  test,
  result: 'condition',
  because,
});

const rules: readonly Rule[] = [
  () => unknown('lawful', 'Somebody with legal knowledge confirms that each option is within powers.'),
  ({ data }) =>
    data === undefined
      ? unknown('classification', 'It isn’t known how sensitive the data is.')
      : data === 'official'
        ? null
        : condition('classification', 'Settle who may hold the data, where, and with which clearance.'),
  ({ 'months-left': months }, _, { shortMonths }) =>
    months === undefined
      ? unknown('delivered-in-time', 'The day of need isn’t known.')
      : months < shortMonths
        ? condition('delivered-in-time', 'Little time: name what bridges the gap, and its legal ground.')
        : unknown('delivered-in-time', 'Each option needs a plan with a day that somebody answers for.'),
  (_, bodyType) =>
    unknown(
      'mandated-platform',
      bodyType === 'central-government'
        ? 'Look whether a common platform has to be used.'
        : 'Look whether your own policy asks for a platform.',
    ),
  () => unknown('affordable', 'Costs and budgets aren’t known yet.'),
  ({ suppliers }, _, { fewSuppliers }) =>
    suppliers === undefined
      ? unknown('credible-suppliers', 'Nobody has counted who could do it.')
      : suppliers < fewSuppliers
        ? condition(
            'credible-suppliers',
            'Open book, a should-cost model and engagement; direct award needs its notice.',
          )
        : null,
  ({ team }) =>
    team === undefined
      ? unknown('team-in-post', 'Nobody has said whether the team is in post.')
      : team
        ? null
        : condition('team-in-post', 'Hire or borrow by the day of need, with time for clearance.'),
  () => unknown('exit-tested', 'Each option says how data, code and staff come out, and how that was tried.'),
  ({ data }) =>
    data === 'official' ? null : unknown('data-protection', 'A data-protection assessment is due.'),
  ({ citizens }) =>
    citizens === 'none'
      ? null
      : unknown('accessibility', 'People outside use it, or may: accessibility is law.'),
  (_, bodyType) =>
    bodyType === 'nhs'
      ? unknown('clinical-safety', 'DCB0129 and DCB0160, DTAC and the data security toolkit.')
      : null,
  ({ bought }) =>
    bought === 'services' || bought === 'mixed'
      ? unknown('staff-transfer', 'People may have a right to move with the work.')
      : null,
  ({ bought }) =>
    bought === 'services' || bought === 'mixed'
      ? unknown('off-payroll', 'Specialists bought by the day may fall under off-payroll rules.')
      : null,
];

/**
 * Tests that twelve answers leave open or pass on a condition only. What isn’t listed isn’t passed: it has to be looked at
 * option by option.
 *
 * @example openTests({ team: false }, 'nhs', limits).find(({ test }) => test === 'team-in-post')?.result // 'condition'
 */
export function openTests(answers: TriageAnswers, bodyType: BuyerType, limits: Limits): OpenTest[] {
  return rules.flatMap((rule) => rule(answers, bodyType, limits) ?? []);
}
