import { dayInWords } from '../../../lib/day-in-words.ts';
import { problem, type CaseProblem } from '../case-problem.ts';
import { isOf } from '../case-years.ts';
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
    ...checkReach(document),
    ...checkReadiness(document),
    ...checkPhases(document),
    ...checkRejections(document),
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
  for (const role of ['business-as-usual', 'do-minimum'] as const)
    for (const { at } of options
      .map((one, place) => ({ ...one, at: place }))
      .filter((one) => one.role === role)
      .slice(1))
      found.push(
        error(
          `options[${at}].role`,
          `Another option is ${role} already: one comparator of each kind is enough.`,
        ),
      );
  if (options.filter(({ role, shortlisted }) => role === 'option' && shortlisted).length < 2)
    found.push(missing('options', 'Fewer than two options are shortlisted beside the comparators.'));
  return found;
}

/** A mixed option says a model for every component, or delivers less than the others. */
function checkReach({ options, components }: CaseDocument): CaseProblem[] {
  return options.flatMap(({ id, model, models, shortlisted, scope }, at) => {
    if (!shortlisted || model !== undefined || models === undefined || scope.differs !== undefined) return [];
    const left = components.filter((one) => models[one.id] === undefined).map(({ name }) => `“${name}”`);
    return left.length === 0
      ? []
      : [
          error(
            `options[${at}].models`,
            `"${id}" says no delivery model for ${left.join(', ')}, so that it seems to deliver less than the others: name one, or explain it in scope.differs.`,
          ),
        ];
  });
}

/** A plan that comes after the day of need passes in time only on what bridges the gap, so the test says on what it rests. */
function checkReadiness({ options, tests, need }: CaseDocument): CaseProblem[] {
  const dayAfter = new Date(Date.parse(need.neededBy) + dayMs).toISOString().slice(0, 10);
  return options.flatMap(({ id, readyOn }, at) =>
    readyOn !== undefined &&
    readyOn > dayAfter &&
    tests.some(
      ({ option, test, result, evidence }) =>
        option === id && test === 'delivered-in-time' && result === 'pass' && evidence === undefined,
    )
      ? [
          warning(
            `options[${at}].readyOn`,
            `"${id}" works on ${dayInWords(readyOn)}, after the day of need (${dayInWords(need.neededBy)}), and passes “delivered in time” without evidence: make that a condition with a lawful bridge, or say what runs until then.`,
          ),
        ]
      : [],
  );
}

const dayMs = 86_400_000;

/** What every way of getting a service pays at some time, and cases forget. */
const usualPhases = ['procurement', 'exit'] as const;

function checkPhases({ options, costs }: CaseDocument): CaseProblem[] {
  if (costs.lines.length === 0) return [];
  return usualPhases.flatMap((phase) => {
    const without = options
      .filter(({ role, shortlisted }) => role === 'option' && shortlisted)
      .filter(({ id }) => !costs.lines.some((line) => line.phase === phase && isOf(line.options, id)))
      .map(({ id }) => `"${id}"`);
    const all = options.filter(({ role, shortlisted }) => role === 'option' && shortlisted).length;
    // Where no option has it, the case may have its reasons; where some have it, the others look cheaper than they are.
    return without.length === 0 || without.length === all
      ? []
      : [
          warning(
            'costs.lines',
            `Other options have a line of the phase ${phase}, but ${without.join(', ')} ${without.length === 1 ? 'has' : 'have'} none: add one, or one of 0 that says why.`,
          ),
        ];
  });
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
