import {
  assessComposition,
  type Composition,
  type CompositionAnswer,
  type CompositionProblem,
} from '../../../maths/composition.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { compositionProblem, type CaseComposition, type NotExpressed } from './composition-problem.ts';

/** What solves a composition: so many of the best ones, proven. */
export type CompositionSolver = (problem: CompositionProblem, count: number) => Promise<CompositionAnswer>;

/** One choice for every component, and what follows. Pounds, present value over the term. */
export type ComposedOption = {
  parts: { component: string; model: string; supplier: string | null }[];
  /** Mean of the points of the components. */
  value: number;
  /** Of the choices, of joining unlike models, of suppliers after the first, and all together. */
  choiceCost: number;
  interfaceCost: number;
  supplierCost: number;
  cost: number;
  /** Points at the price of a point, less cost. */
  net: number;
  staff: number;
  suppliers: number;
  /** More than one delivery model. */
  isMixed: boolean;
};

/** The best compositions of a case. */
export type ComposedOptions = {
  /** proven: nothing is better. out-of-time: the best that was found. infeasible: nothing keeps the limits. */
  kind: CompositionAnswer['kind'];
  /** The best first. */
  best: ComposedOption[];
  /** The best with one delivery model throughout; null where no model is offered for every component within the limits. */
  bestUnmixed: ComposedOption | null;
  /** Limits that stand in the way, and how much would do while the other stays; null: raising it alone doesn’t help. */
  shortfalls: { limit: 'staff' | 'budget'; available: number; needed: number | null }[];
  notExpressed: NotExpressed[];
};

/** Compositions that are shown. */
const shown = 5;

/**
 * The five best compositions of a case, and the best with one delivery model throughout beside them.
 *
 * @returns null where the case says nothing of compositions
 * @example (await composeOptions(document, solve))?.best[0]?.isMixed // true
 */
export async function composeOptions(
  document: CaseDocument,
  solve: CompositionSolver,
): Promise<ComposedOptions | null> {
  const composition = compositionProblem(document);
  if (composition === null) return null;
  const answer = await solve(composition.problem, shown);
  const best = answer.kind === 'infeasible' ? [] : answer.best;
  return {
    kind: answer.kind,
    best: best.map((one) => presentComposition(composition, one)),
    bestUnmixed: await solveUnmixed(composition, solve),
    shortfalls:
      answer.kind === 'infeasible'
        ? answer.shortfalls.map(({ limit, available, needed }) => ({
            limit: limit.of === 'team' ? 'staff' : 'budget',
            available,
            needed,
          }))
        : [],
    notExpressed: composition.notExpressed,
  };
}

function presentComposition(
  { problem, components }: CaseComposition,
  { choice, cost, objective, teamFte, suppliers }: Composition,
): ComposedOption {
  const taken = components.flatMap(({ choices }, at) => choices[choice[at] ?? -1] ?? []);
  const alone = { ...problem, interfaces: [] };
  const choiceCost = taken.reduce((sum, one) => sum + one.cost, 0);
  const withoutInterfaces = assessComposition(alone, choice).cost;
  return {
    parts: taken.map(({ component, model, supplier }) => ({ component, model, supplier: supplier ?? null })),
    value: taken.reduce((sum, one) => sum + one.value, 0) / taken.length,
    choiceCost,
    interfaceCost: cost - withoutInterfaces,
    supplierCost: withoutInterfaces - choiceCost,
    cost,
    net: objective,
    staff: teamFte,
    suppliers,
    isMixed: new Set(taken.map(({ model }) => model)).size > 1,
  };
}

/** Of the models that every component could have, the best one taken throughout. */
async function solveUnmixed(
  composition: CaseComposition,
  solve: CompositionSolver,
): Promise<ComposedOption | null> {
  const { problem, components } = composition;
  const models = new Set(components[0]?.choices.map(({ model }) => model));
  const found: ComposedOption[] = [];
  for (const model of models) {
    const kept = components.map(({ component, choices }) => ({
      component,
      choices: choices.filter((one) => one.model === model),
    }));
    if (kept.some(({ choices }) => choices.length === 0)) continue;
    const own = {
      ...composition,
      components: kept,
      problem: {
        ...problem,
        components: problem.components.map(({ options }) => ({
          options: options.filter((one) => one.model === model),
        })),
      },
    };
    const answer = await solve(own.problem, 1);
    const [first] = answer.kind === 'infeasible' ? [] : answer.best;
    if (first !== undefined) found.push(presentComposition(own, first));
  }
  return found.toSorted((one, other) => other.net - one.net)[0] ?? null;
}
