import { eigenOf } from '../../../maths/correlation/matrix.ts';
import { problem, type CaseProblem } from '../case-problem.ts';
import { isOf } from '../case-years.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

/** Rounding, and correlations at the very edge of what can hold. */
const slack = 1e-6;

/**
 * Whether correlations are given once for every two groups, and can hold at once among the lines of every option.
 *
 * @example checkCorrelations(document) // [{ kind: 'warning', path: 'costs.correlations', message: 'The correlations can’t all hold for "saas": …' }]
 */
export function checkCorrelations(document: CaseDocument): CaseProblem[] {
  return [...checkTwice(document), ...checkPossible(document)];
}

function checkTwice({ costs: { correlations } }: CaseDocument): CaseProblem[] {
  const keys = correlations.map(({ between }) => between.toSorted().join(' '));
  return correlations.flatMap(({ between: [one, other] }, at) => {
    const first = keys.indexOf(keys[at] ?? '');
    return first === at
      ? []
      : [
          problem('error')(
            `costs.correlations[${at}]`,
            `${one} and ${other} are correlated at costs.correlations[${first}] already: keep one.`,
          ),
        ];
  });
}

function checkPossible(document: CaseDocument): CaseProblem[] {
  const { correlations, lines } = document.costs;
  if (correlations.length === 0) return [];
  const broken = document.options
    .filter(({ shortlisted }) => shortlisted)
    .map(({ id }) => ({
      id,
      groups: Map.groupBy(
        lines.filter((line) => isOf(line.options, id) && varies(line)),
        ({ group }) => group,
      ),
    }))
    .filter(
      ({ groups }) =>
        !canHold(
          [...groups].map(([group, own]) => ({ group, count: own.length })),
          correlations,
        ),
    );
  if (broken.length === 0) return [];
  const names = broken.map(({ id }) => `"${id}"`).join(', ');
  return [
    problem('warning')(
      'costs.correlations',
      `The correlations can’t all hold for ${names}: ${adviceFor(
        document,
        broken.flatMap(({ groups }) => [...groups]),
      )} The nearest that can hold are taken, and the result says how far they lie from these.`,
    ),
  ];
}

/** Mostly two groups of several lines are said to move together, and nothing is said of the lines within them. */
function adviceFor(
  { costs }: CaseDocument,
  groups: readonly (readonly [string, readonly unknown[]])[],
): string {
  const silent = [...new Set(groups.flatMap(([group, lines]) => (lines.length > 1 ? [group] : [])))].filter(
    (group) =>
      costs.correlations.some(({ between: [one, other] }) => one !== other && [one, other].includes(group)) &&
      !costs.correlations.some(({ between }) => between.every((one) => one === group)),
  );
  return silent.length === 0
    ? 'what moves with one thing moves with what that moves with, and many lines can’t all move against each other.'
    : `lines that move with another group move with each other too, so say how strongly, as in ${silent.map((group) => `{ between: [${group}, ${group}], rank: 0.4 }`).join(' and ')}.`;
}

/** A figure that is known moves with nothing. */
function varies({ quantity, unitCost }: CaseDocument['costs']['lines'][number]): boolean {
  return typeof quantity !== 'number' || typeof unitCost !== 'number';
}

/**
 * Whether there are quantities with such rank correlations. Lines of one group are alike, so that the eigenvalues of the
 * whole matrix are those of one row for each group, and what lies between the lines of a group.
 */
function canHold(
  groups: readonly { group: string; count: number }[],
  correlations: CaseDocument['costs']['correlations'],
): boolean {
  const pearson = (one: string, other: string): number => {
    const rank =
      correlations.find(
        ({ between: [first, second] }) =>
          (first === one && second === other) || (first === other && second === one),
      )?.rank ?? 0;
    return 2 * Math.sin((Math.PI * rank) / 6);
  };
  const matrix = groups.map((one, at) =>
    groups.map((other, place) =>
      at === place
        ? 1 + (one.count - 1) * pearson(one.group, one.group)
        : pearson(one.group, other.group) * Math.sqrt(one.count * other.count),
    ),
  );
  return matrix.length === 0 || Math.min(...eigenOf(matrix).values) > -slack;
}
