import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

const error = problem('error');
const warning = problem('warning');
const missing = problem('missing');

/**
 * Whether the options can be compared: both comparators are there, scopes are alike or the difference is explained, every
 * rejection has its reason, and every test that is open has an owner and a day.
 *
 * @example checkOptions(document) // [{ kind: 'missing', path: 'options', message: 'Business as usual is missing: …' }]
 */
export function checkOptions(document: CaseDocument): CaseProblem[] {
  return [
    ...checkComparators(document),
    ...checkScope(document),
    ...checkRejections(document),
    ...checkTests(document),
  ];
}

function checkComparators({ options }: CaseDocument): CaseProblem[] {
  const found: CaseProblem[] = [];
  if (!options.some(({ role }) => role === 'business-as-usual'))
    found.push(
      missing(
        'options',
        'Business as usual is missing: it is always costed and shown. Add an option with role business-as-usual.',
      ),
    );
  if (!options.some(({ role }) => role === 'do-minimum'))
    found.push(
      missing(
        'options',
        'The do-minimum is missing: the least that meets the obligation. Add an option with role do-minimum.',
      ),
    );
  if (options.filter(({ role, shortlisted }) => role === 'option' && shortlisted).length < 2)
    found.push(missing('options', 'Fewer than two options are shortlisted beside the comparators.'));
  return found;
}

/** The same-scope check: what differs in scope, service level, term or volumes needs a line that explains it. */
function checkScope({ options }: CaseDocument): CaseProblem[] {
  const compared = options.flatMap((option, at) => (option.shortlisted ? [{ option, at }] : []));
  const [first] = compared;
  if (first === undefined) return [];
  const aspects = [
    ['serviceLevel', 'service level'],
    ['termYears', 'term'],
    ['volumes', 'volumes'],
  ] as const;
  return compared.slice(1).flatMap(({ option, at }) => {
    if (option.scope.differs !== undefined || first.option.scope.differs !== undefined) return [];
    const unlike = aspects
      .filter(([key]) => option.scope[key] !== first.option.scope[key])
      .map(([, name]) => name);
    return unlike.length === 0
      ? []
      : [
          error(
            `options[${at}].scope`,
            `"${option.id}" and "${first.option.id}" differ in ${unlike.join(' and ')}: compare like with like, or explain it in scope.differs.`,
          ),
        ];
  });
}

function checkRejections({ options }: CaseDocument): CaseProblem[] {
  return options.flatMap(({ id, shortlisted, because, role }, at) => {
    if (shortlisted) return [];
    if (role !== 'option')
      return [error(`options[${at}].shortlisted`, `"${id}" is a comparator: it is always costed and shown.`)];
    return because === undefined ? [missing(`options[${at}].because`, `Say why "${id}" was rejected.`)] : [];
  });
}

function checkTests({ tests, options }: CaseDocument): CaseProblem[] {
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
      ...(test.result === 'fail' && test.evidence === undefined
        ? [missing(`${path}.evidence`, `"${test.option}" fails "${test.test}": say on what evidence.`)]
        : []),
    ];
  });
  const eligible = options.filter(
    ({ id, role, shortlisted }) =>
      role === 'option' && shortlisted && !tests.some((test) => test.option === id && test.result === 'fail'),
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
