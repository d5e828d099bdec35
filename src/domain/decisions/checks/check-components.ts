import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { evolutionAt } from '../wardley-map.ts';

const warning = problem('warning');

/**
 * Whether components say one thing: a place on the map that belongs to the stage, and links to others only.
 *
 * @example checkComponents(document) // [{ kind: 'warning', path: 'components[0].maturity', message: '"workflow" is called product, but its place on the map (0.2) is that of custom: …' }]
 */
export function checkComponents({ components }: CaseDocument): CaseProblem[] {
  return components.flatMap(({ id, evolution, maturity, connects }, at) => [
    ...(maturity === undefined || evolutionAt(maturity) === evolution
      ? []
      : [
          warning(
            `components[${at}].maturity`,
            `"${id}" is called ${evolution}, but its place on the map (${maturity}) is that of ${evolutionAt(maturity)}: change one of them; suggestions go by the stage.`,
          ),
        ]),
    ...(connects.includes(id)
      ? [
          warning(
            `components[${at}].connects`,
            `"${id}" is connected to itself, which says nothing: take it away.`,
          ),
        ]
      : []),
  ]);
}
