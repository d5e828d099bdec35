import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { failingTests, failsOption } from '../fails-option.ts';

const error = problem('error');
const warning = problem('warning');
const missing = problem('missing');

/** What is usually done about it, where a test can’t remove an option. */
const treatments: Readonly<Partial<Record<CaseDocument['tests'][number]['test'], string>>> = {
  'credible-suppliers':
    'open book, a should-cost model, work with new entrants, and a transparency notice for a direct award',
  'team-in-post': 'hire or borrow by the day of need, with time for clearance',
  'exit-tested': 'try the exit before acceptance, and cap its charge in the contract',
  'single-point-of-failure': 'a second source, or a plan for its failure that was tried',
  'data-protection': 'an assessment, and the terms that it asks for',
  accessibility: 'mend the gap by a day, with another way for those who meet it',
  'clinical-safety': 'a clinical safety case',
  'staff-transfer': 'advice on who transfers, and its price',
  'off-payroll': 'a determination for each role',
  subsidy: 'an assessment against the principles',
};

/**
 * Whether every pass/fail test says what it has to: one that is open has an owner and a day, one that fails its evidence, and
 * only what can remove an option fails.
 *
 * @example checkTests(document) // [{ kind: 'missing', path: 'tests[0].owner', message: '"team-in-post" of "build" is open: say which post answers for it.' }]
 */
export function checkTests({ tests, options }: CaseDocument): CaseProblem[] {
  const found = tests.flatMap((test, at) => {
    const path = `tests[${at}]`;
    const open = test.result === 'condition' || test.result === 'unknown';
    return [
      ...(test.result === 'condition' && test.treatment === undefined
        ? [
            missing(
              `${path}.treatment`,
              `"${test.option}" passes "${test.test}" on a condition: say what has to be done.`,
            ),
          ]
        : []),
      ...(open && test.owner === undefined
        ? [
            missing(
              `${path}.owner`,
              `"${test.test}" of "${test.option}" is open: say which post answers for it.`,
            ),
          ]
        : []),
      ...(open && test.by === undefined
        ? [missing(`${path}.by`, `"${test.test}" of "${test.option}" is open: say by when it is settled.`)]
        : []),
      ...(test.result === 'fail' && !failsOption(test)
        ? [
            error(
              `${path}.result`,
              `"${test.test}" of "${test.option}" can’t fail, since that would remove the option, and only ${failingTests.join(', ')} may: write condition, with what has to be done${treatments[test.test] === undefined ? '' : ` (${treatments[test.test] ?? ''})`}.`,
            ),
          ]
        : []),
      ...(test.result === 'fail' && test.evidence === undefined
        ? [missing(`${path}.evidence`, `"${test.option}" fails "${test.test}": say on what evidence.`)]
        : []),
    ];
  });
  const eligible = options.filter(
    ({ id, role, shortlisted }) =>
      role === 'option' && shortlisted && !tests.some((test) => test.option === id && failsOption(test)),
  );
  if (tests.length > 0 && eligible.length === 0)
    found.push(
      warning(
        'tests',
        'Every option fails a test: costs and scores are shown, but nothing can be indicated.',
      ),
    );
  return found;
}
