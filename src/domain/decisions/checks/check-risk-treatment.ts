import { problem, type CaseProblem } from '../case-problem.ts';
import { isOf } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

const error = problem('error');
const warning = problem('warning');

type Treatment = CaseDocument['costs']['treatments'][number];

/**
 * Whether each treatment of risk says what it needs, counts nothing twice and fits what the lines are: a percentage, a class,
 * no named risk beside either, and no uplift on what is contracted already.
 *
 * @example checkRiskTreatment(document) // [{ kind: 'error', path: 'costs.treatments[0].upliftPercent', message: 'Say how many per cent are added.' }]
 */
export function checkRiskTreatment(document: CaseDocument): CaseProblem[] {
  return [
    ...checkParts(document),
    ...checkNamedRisks(document),
    ...checkContracted(document),
    ...checkClasses(document),
  ];
}

function checkParts({ costs: { treatments } }: CaseDocument): CaseProblem[] {
  return treatments.flatMap(({ method, upliftPercent, referenceClass }, at) => {
    const path = `costs.treatments[${at}]`;
    if (method === 'optimism-bias' && upliftPercent === undefined)
      return [error(`${path}.upliftPercent`, 'Say how many per cent are added for optimism.')];
    if (method === 'reference-class' && referenceClass === undefined)
      return [error(`${path}.referenceClass`, 'Say which reference class the lines are multiplied by.')];
    return [];
  });
}

function treatmentOf(
  { treatments }: CaseDocument['costs'],
  group: string,
  option: string,
): Treatment | undefined {
  return treatments.find((one) => one.group === group && isOf(one.options, option));
}

/** What a percentage or a class holds already isn’t named once more. */
function checkNamedRisks({ costs, options }: CaseDocument): CaseProblem[] {
  return costs.risks.flatMap(({ label, group, options: of }, at) =>
    options.flatMap(({ id }) => {
      const method = isOf(of, id) ? (treatmentOf(costs, group, id)?.method ?? 'bottom-up') : 'bottom-up';
      return method === 'bottom-up'
        ? []
        : [
            error(
              `costs.risks[${at}]`,
              `"${label}" is counted twice in "${id}": risk of "${group}" is treated by ${method} there. Take it away, or put it in a group that is treated bottom-up.`,
            ),
          ];
    }),
  );
}

function checkContracted({ costs, options }: CaseDocument): CaseProblem[] {
  const present = options.find(({ role }) => role === 'business-as-usual')?.id;
  if (present === undefined) return [];
  return costs.treatments.flatMap((one, at) =>
    one.method !== 'bottom-up' &&
    isOf(one.options, present) &&
    costs.lines.some(({ group, options: of }) => group === one.group && isOf(of, present))
      ? [
          warning(
            `costs.treatments[${at}]`,
            `"${present}" is business as usual and has lines in "${one.group}": what is contracted already carries no ${one.method === 'optimism-bias' ? 'optimism bias' : 'reference class'}.`,
          ),
        ]
      : [],
  );
}

/** What a project does once, and what goes on while the service runs. */
const projectPhases: ReadonlySet<string> = new Set(['discovery', 'build', 'integration', 'data-migration']);
const runPhases: ReadonlySet<string> = new Set(['run', 'licences', 'contract-management', 'client-team']);

/** Outturn of projects is for projects, and growth of contracts for what is bought and run; the two are never pooled. */
function checkClasses({ costs }: CaseDocument): CaseProblem[] {
  return costs.treatments.flatMap(({ group, referenceClass }, at) => {
    const path = `costs.treatments[${at}].referenceClass`;
    if (referenceClass === 'project-time')
      return [
        error(path, 'This class is about how long projects take, and lines are costs: take project-cost.'),
      ];
    const unfit =
      referenceClass === 'project-cost'
        ? runPhases
        : referenceClass === 'contract-growth'
          ? projectPhases
          : null;
    const line =
      unfit === null ? undefined : costs.lines.find((one) => one.group === group && unfit.has(one.phase));
    if (line === undefined) return [];
    const about =
      referenceClass === 'project-cost'
        ? 'what projects come to, and isn’t for what is run'
        : 'how contracts grow, and isn’t for what is built';
    return [
      warning(
        path,
        `"${line.label}" is of the phase ${line.phase}, but the class ${referenceClass ?? ''} says ${about}: give it another cost group.`,
      ),
    ];
  });
}
