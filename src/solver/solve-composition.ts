import {
  assessComposition,
  availableOf,
  checkComposition,
  keepsLimits,
  limitsOf,
  usedOf,
  type Composition,
  type CompositionAnswer,
  type CompositionLimit,
  type CompositionProblem,
  type CompositionShortfall,
} from '../maths/composition.ts';
import { compositionModel } from './composition-model.ts';
import type { MixedIntegerSolver, SolverSession } from './mixed-integer.ts';

/** Neighbours that are kept as guesses: more than compositions are asked for. */
const nearKept = 50;

/** How many compositions to find, and how long that may take together. */
export type CompositionQuestion = { count: number; timeLimitMs: number };

/**
 * The best compositions, proven: after each one that was found, a row forbids exactly that one (a no-good cut) and the
 * solver runs again. Limits and objectives of what it finds are worked out anew from the problem, so that nothing rests
 * on its tolerances. Where no composition keeps the limits, each limit is asked how much of it would do.
 *
 * @throws RangeError for a problem that can't be meant
 * @example const answer = solveComposition(await openHighs(), problem, { count: 5, timeLimitMs: 10_000 });
 */
export function solveComposition(
  solver: MixedIntegerSolver,
  problem: CompositionProblem,
  { count, timeLimitMs }: CompositionQuestion,
): CompositionAnswer {
  checkComposition(problem);
  if (!(count >= 1)) throw new RangeError(`At least one composition is asked for, not ${count}.`);
  const withoutOption = problem.components.flatMap(({ options }, at) => (options.length === 0 ? [at] : []));
  if (withoutOption.length > 0) return { kind: 'infeasible', withoutOption, shortfalls: [] };
  const endsAt = performance.now() + timeLimitMs;
  const search = new Search(solver, problem, { least: null, endsAt });
  try {
    const best: Composition[] = [];
    let bound: number | null = null;
    while (best.length < count) {
      const found = search.next();
      if (found.kind === 'none') break;
      if (best.length === 0) bound = found.bound;
      if (found.composition !== null) best.push(found.composition);
      if (found.kind === 'out-of-time') return { kind: 'out-of-time', best: byObjective(best), bound };
    }
    const [first] = byObjective(best);
    if (first !== undefined && bound !== null)
      return { kind: 'proven', best: byObjective(best), bound: Math.max(bound, first.objective) };
  } finally {
    search.dispose();
  }
  const shortfalls = limitsOf(problem).flatMap(
    (least) => shortfallOf(solver, problem, { least, endsAt }) ?? [],
  );
  return { kind: 'infeasible', withoutOption, shortfalls };
}

type Aim = { least: CompositionLimit | null; endsAt: number };

function shortfallOf(
  solver: MixedIntegerSolver,
  problem: CompositionProblem,
  aim: Aim & { least: CompositionLimit },
): CompositionShortfall | null {
  const search = new Search(solver, problem, aim);
  try {
    const found = search.next();
    if (found.kind === 'out-of-time') return null;
    return {
      limit: aim.least,
      available: availableOf(problem, aim.least),
      needed: found.kind === 'found' ? usedOf(found.composition, aim.least) : null,
    };
  } finally {
    search.dispose();
  }
}

type Found =
  | { kind: 'found'; composition: Composition; bound: number }
  | { kind: 'none' }
  | { kind: 'out-of-time'; composition: Composition | null; bound: number | null };

/** Compositions with one or two other options than a given one. */
function* neighboursOf({ components }: CompositionProblem, choice: readonly number[]): Generator<number[]> {
  for (let one = 0; one < choice.length; one += 1) {
    for (const first of components[one]?.options.keys() ?? []) {
      if (first === choice[one]) continue;
      const changed = choice.with(one, first);
      yield changed;
      for (let other = one + 1; other < choice.length; other += 1)
        for (const second of components[other]?.options.keys() ?? [])
          if (second !== choice[other]) yield changed.with(other, second);
    }
  }
}

/** A model in the solver from which one composition after the other is taken. */
class Search {
  private readonly session: SolverSession;
  private readonly problem: CompositionProblem;
  private readonly options: readonly (readonly number[])[];
  private readonly aim: Aim;
  private readonly found = new Set<string>();
  /** Near to what was found, the best first: the next best is mostly among them, which leaves only its proof to the solver. */
  private near: Composition[] = [];

  constructor(solver: MixedIntegerSolver, problem: CompositionProblem, aim: Aim) {
    const { model, options } = compositionModel(problem, aim.least);
    // Half the time of the five best of a large problem (bench/composition.ts).
    this.session = solver.open(model, { withHeuristics: false });
    this.problem = problem;
    this.options = options;
    this.aim = aim;
  }

  /** The best that is left. What breaks a limit by less than the solver can see is forbidden and passed over. */
  next(): Found {
    while (true) {
      const result = this.session.run(this.aim.endsAt - performance.now());
      if (result.kind === 'infeasible') return { kind: 'none' };
      const composition = result.values === null ? null : this.take(result.values);
      if (result.kind === 'out-of-time') return { ...result, composition };
      if (composition === null) continue;
      if (this.aim.least === null) this.suggestNear(composition);
      return { kind: 'found', composition, bound: result.bound };
    }
  }

  private suggestNear({ choice }: Composition): void {
    const near = new Map(this.near.map((each) => [each.choice.join(), each]));
    for (const neighbour of neighboursOf(this.problem, choice)) {
      const composition = assessComposition(this.problem, neighbour);
      if (keepsLimits(this.problem, composition)) near.set(neighbour.join(), composition);
    }
    for (const key of this.found) near.delete(key);
    this.near = byObjective([...near.values()]).slice(0, nearKept);
    const [guess] = this.near;
    if (guess === undefined) return;
    this.session.suggest(
      this.options.flatMap((columns, at) =>
        columns.map((column, option) => [column, option === guess.choice[at] ? 1 : 0] as const),
      ),
    );
  }

  dispose(): void {
    this.session.dispose();
  }

  private take(values: Float64Array): Composition | null {
    const choice = this.options.map((columns) => columns.findIndex((column) => (values[column] ?? 0) > 0.5));
    const chosen = this.options.map((columns, at) => columns[choice[at] ?? -1] ?? -1);
    this.session.addRow({
      lower: -Infinity,
      upper: chosen.length - 1,
      terms: chosen.map((column) => [column, 1]),
    });
    this.found.add(choice.join());
    const composition = assessComposition(this.problem, choice);
    return keepsLimits(this.problem, composition, this.aim.least) ? composition : null;
  }
}

function byObjective(best: readonly Composition[]): Composition[] {
  return best.toSorted((one, other) => other.objective - one.objective);
}
