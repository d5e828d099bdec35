import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Composition, CompositionAnswer, CompositionProblem } from '../../maths/composition.ts';
import type { CaseResult } from './case-result.ts';

const matrix = z.array(z.array(z.number()));

const compositionCase = z.object({
  id: z.string(),
  models: z.array(z.string()),
  cost: matrix,
  value: matrix,
  teamFte: matrix,
  allowed: z.array(z.array(z.boolean())),
  interfaces: z.array(
    z.object({ between: z.tuple([z.number().int(), z.number().int()]), costIfModelsDiffer: z.number() }),
  ),
  teamCapacityFte: z.number(),
  budget: z.number(),
  poundsPerValuePoint: z.number(),
  expected: z.object({
    feasible: z.boolean(),
    best: z
      .array(z.object({ objective: z.number(), choice: z.array(z.string()), cost: z.number() }))
      .default([]),
  }),
});
type CompositionCase = z.output<typeof compositionCase>;

const caseFile = z.object({ cases: z.array(compositionCase).min(1) });

/** Whole pounds are expected; fractions of value points make sums go astray by less than a penny. */
const penny = 0.01;

/** What finds the best compositions of a problem. */
export type ComposeBest = (problem: CompositionProblem, count: number) => CompositionAnswer;

/**
 * Compares the best compositions of each case, optimum and runners-up, with those of an exhaustive search by others.
 * Of compositions with the same objective any may stand in either's place.
 *
 * @param parsed the file: components by models with cost, value, team, what is allowed, and what is expected
 * @throws AppError input-unreadable naming what the file lacks
 * @example checkCompositionCases(JSON.parse(text), searchCompositions)[0] // { id: 'composition-1', what: 'feasible', expected: 1, … }
 */
export function checkCompositionCases(parsed: unknown, composeBest: ComposeBest): CaseResult[] {
  const file = caseFile.safeParse(parsed);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new AppError(
      'input-unreadable',
      `${issue?.path.join('.') ?? 'The file'} is of another form: ${issue?.message ?? ''}.`,
    );
  }
  return file.data.cases.flatMap((each) => checkCase(each, composeBest));
}

function checkCase(given: CompositionCase, composeBest: ComposeBest): CaseResult[] {
  const { id, expected } = given;
  const problem = problemOf(given);
  // One more than is expected: the last may stand beside others that are as good.
  const answer = composeBest(problem, Math.max(1, expected.best.length) + 1);
  const best = answer.kind === 'infeasible' ? [] : answer.best;
  const feasible = { proven: 1, infeasible: 0, 'out-of-time': Number.NaN }[answer.kind];
  return [
    compare(id, { what: 'feasible', expected: expected.feasible ? 1 : 0, got: feasible, tolerance: 0 }),
    ...expected.best.flatMap((one, at) => {
      const name = at === 0 ? 'best' : `best but ${at}`;
      const found = sameChoice(problem, best, one) ?? best[at];
      const alike = found === undefined ? Number.NaN : agreeing(problem, found, one.choice);
      return [
        {
          what: `${name}: objective`,
          expected: one.objective,
          got: best[at]?.objective ?? Number.NaN,
          tolerance: penny,
        },
        { what: `${name}: cost`, expected: one.cost, got: found?.cost ?? Number.NaN, tolerance: penny },
        { what: `${name}: options alike`, expected: one.choice.length, got: alike, tolerance: 0 },
      ].map((value) => compare(id, value));
    }),
  ];
}

function problemOf(given: CompositionCase): CompositionProblem {
  const at = <T>(rows: readonly (readonly T[])[], component: number, model: number): T => {
    const value = rows[component]?.[model];
    if (value === undefined)
      throw new AppError(
        'input-unreadable',
        `${given.id} has no value for component ${component}, model ${model}.`,
      );
    return value;
  };
  return {
    components: given.cost.map((_, component) => ({
      options: given.models.flatMap((model, place) =>
        at(given.allowed, component, place)
          ? [
              {
                model,
                supplier: null,
                worth: given.poundsPerValuePoint * at(given.value, component, place),
                costByYear: [at(given.cost, component, place)],
                teamFte: at(given.teamFte, component, place),
              },
            ]
          : [],
      ),
    })),
    interfaces: given.interfaces.map(({ between, costIfModelsDiffer }) => ({
      between,
      costByYear: [costIfModelsDiffer],
    })),
    extraSupplier: { teamFte: 0, costByYear: [0] },
    teamCapacityFte: given.teamCapacityFte,
    budgetByYear: [given.budget],
  };
}

function sameChoice(
  problem: CompositionProblem,
  best: readonly Composition[],
  { objective, choice }: { objective: number; choice: readonly string[] },
): Composition | undefined {
  return best.find(
    (one) => Math.abs(one.objective - objective) <= penny && agreeing(problem, one, choice) === choice.length,
  );
}

/** Components for which the same model was taken. */
function agreeing(
  { components }: CompositionProblem,
  { choice }: Composition,
  models: readonly string[],
): number {
  return components.filter(({ options }, at) => options[choice[at] ?? -1]?.model === models[at]).length;
}

function compare(id: string, value: Pick<CaseResult, 'what' | 'expected' | 'got' | 'tolerance'>): CaseResult {
  const deviation = Math.abs(value.got - value.expected);
  return { id, ...value, deviation, passed: deviation <= value.tolerance };
}
