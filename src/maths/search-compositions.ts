import {
  assessComposition,
  availableOf,
  checkComposition,
  keepsLimits,
  limitsOf,
  usedOf,
  type Composition,
  type CompositionAnswer,
  type CompositionProblem,
  type CompositionShortfall,
} from './composition.ts';

/** Compositions that one search looks at: about a second. */
const mostCompositions = 2_000_000;

/**
 * How many compositions there are, allowed or not.
 *
 * @example countCompositions({ components: [{ options: [a, b] }, { options: [a, b, c] }], … }) // 6
 */
export function countCompositions(problem: CompositionProblem): number {
  return problem.components.reduce((count, { options }) => count * options.length, 1);
}

/**
 * The best compositions, by looking at every one: for small problems, and to check other methods against. Of equal
 * objectives the one with the earlier options comes first.
 *
 * @param count how many at most
 * @throws RangeError for a problem that can't be meant, and for more than 2,000,000 compositions
 * @example searchCompositions(problem, 5) // { kind: 'proven', best: [{ choice: [0, 1], … }], bound: 120 }
 */
export function searchCompositions(problem: CompositionProblem, count: number): CompositionAnswer {
  checkComposition(problem);
  const all = countCompositions(problem);
  if (all > mostCompositions)
    throw new RangeError(`There are ${all} compositions, too many to look at each. Use the solver.`);
  const withoutOption = problem.components.flatMap(({ options }, at) => (options.length === 0 ? [at] : []));
  if (withoutOption.length > 0) return { kind: 'infeasible', withoutOption, shortfalls: [] };
  const best: Composition[] = [];
  const shortfalls: CompositionShortfall[] = limitsOf(problem).map((limit) => ({
    limit,
    available: availableOf(problem, limit),
    needed: null,
  }));
  for (const choice of choicesOf(problem)) {
    const composition = assessComposition(problem, choice);
    if (keepsLimits(problem, composition)) insert(best, composition, count);
    if (best.length > 0) continue;
    for (const shortfall of shortfalls)
      if (keepsLimits(problem, composition, shortfall.limit))
        shortfall.needed = Math.min(shortfall.needed ?? Infinity, usedOf(composition, shortfall.limit));
  }
  const [first] = best;
  return first === undefined
    ? { kind: 'infeasible', withoutOption, shortfalls }
    : { kind: 'proven', best, bound: first.objective };
}

/** Every choice, the last component changing fastest. The array is the same one each time. */
function* choicesOf({ components }: CompositionProblem): Generator<readonly number[]> {
  const choice = components.map(() => 0);
  while (true) {
    yield choice;
    let at = components.length - 1;
    while (at >= 0 && (choice[at] ?? 0) + 1 >= (components[at]?.options.length ?? 0)) {
      choice[at] = 0;
      at -= 1;
    }
    if (at < 0) return;
    choice[at] = (choice[at] ?? 0) + 1;
  }
}

function insert(best: Composition[], composition: Composition, count: number): void {
  const place = best.findIndex(({ objective }) => objective < composition.objective);
  if (place === -1) best.push(composition);
  else best.splice(place, 0, composition);
  if (best.length > count) best.pop();
}
