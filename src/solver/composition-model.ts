import type { CompositionInterface, CompositionLimit, CompositionProblem } from '../maths/composition.ts';
import { availableOf, isSameLimit, limitsOf } from '../maths/composition.ts';
import type { Column, MixedIntegerModel, Row } from './mixed-integer.ts';

/** A composition problem as the solver takes it, and which columns stand for the options of each component. */
export type CompositionModel = { model: MixedIntegerModel; options: number[][] };

/** Amount of money of each year, and of team, that a column takes. */
type Use = { costByYear: readonly number[]; teamFte: number };

/**
 * The problem as a linear one. Each option is a column that is 0 or 1. An interface has, for each model that both its
 * components could take, a column that saves the cost of joining where both take it: this form leaves the least room
 * between the linear problem and the whole one. A supplier counts as soon as one of its options is taken. Only the
 * options need to be whole: the rest follows from them.
 *
 * @param least instead of the best composition, the one that takes least of this limit, which then doesn't hold
 */
export function compositionModel(
  problem: CompositionProblem,
  least: CompositionLimit | null = null,
): CompositionModel {
  const builder = new Builder(problem, least);
  const options = problem.components.map(({ options: all }) =>
    all.map((option) => builder.column(option, { worth: option.worth, upper: 1, isWhole: true })),
  );
  for (const columns of options)
    builder.row(
      1,
      1,
      columns.map((column) => [column, 1]),
    );
  for (const each of problem.interfaces) addInterface(builder, problem, options, each);
  addSuppliers(builder, problem, options);
  return { model: builder.model(), options };
}

function addInterface(
  builder: Builder,
  { components }: CompositionProblem,
  options: readonly (readonly number[])[],
  { between, costByYear }: CompositionInterface,
): void {
  const columnsOf = (component: number, model: string): number[] =>
    (components[component]?.options ?? []).flatMap((option, at) =>
      option.model === model ? [options[component]?.[at] ?? -1] : [],
    );
  builder.always(costByYear);
  const models = new Set(components[between[0]]?.options.map(({ model }) => model));
  for (const model of models) {
    const sides = between.map((component) => columnsOf(component, model));
    if (sides.some((columns) => columns.length === 0)) continue;
    const saved = costByYear.map((cost) => -cost);
    const alike = builder.column({ costByYear: saved, teamFte: 0 }, { upper: 1 });
    for (const columns of sides)
      builder.row(-Infinity, 0, [[alike, 1], ...columns.map((column) => [column, -1] as const)]);
  }
}

function addSuppliers(
  builder: Builder,
  { components, extraSupplier }: CompositionProblem,
  options: readonly (readonly number[])[],
): void {
  const isFree = extraSupplier.teamFte === 0 && extraSupplier.costByYear.every((cost) => cost === 0);
  const suppliers = new Set(
    components.flatMap((each) => each.options.flatMap(({ supplier }) => supplier ?? [])),
  );
  if (isFree || suppliers.size < 2) return;
  const taken = [...suppliers].map((supplier) => {
    const isTaken = builder.column(nothing(extraSupplier), { upper: 1 });
    components.forEach((component, at) => {
      const own = component.options.flatMap((option, place) =>
        option.supplier === supplier ? [[options[at]?.[place] ?? -1, 1] as const] : [],
      );
      if (own.length > 0) builder.row(-Infinity, 0, [...own, [isTaken, -1]]);
    });
    return isTaken;
  });
  const extra = builder.column(extraSupplier, { upper: Infinity });
  builder.row(-Infinity, 1, [...taken.map((column) => [column, 1] as const), [extra, -1]]);
}

function nothing({ costByYear }: Use): Use {
  return { costByYear: costByYear.map(() => 0), teamFte: 0 };
}

/** Collects columns and rows; each column tells what it takes of the limits, whose rows come last. */
class Builder {
  private readonly limits: {
    limit: CompositionLimit;
    available: number;
    fixed: number;
    terms: [number, number][];
  }[];
  private readonly least: CompositionLimit | null;
  private readonly columns: Column[] = [];
  private readonly rows: Row[] = [];
  private constant = 0;

  constructor(problem: CompositionProblem, least: CompositionLimit | null) {
    this.least = least;
    this.limits = limitsOf(problem).map((limit) => ({
      limit,
      available: availableOf(problem, limit),
      fixed: 0,
      terms: [],
    }));
  }

  column(
    use: Use,
    { worth = 0, upper, isWhole = false }: { worth?: number; upper: number; isWhole?: boolean },
  ): number {
    const at = this.columns.length;
    for (const each of this.limits) {
      const factor = usedBy(use, each.limit);
      if (factor !== 0) each.terms.push([at, factor]);
    }
    this.columns.push({ worth: this.worthOf(use, worth), lower: 0, upper, isWhole });
    return at;
  }

  row(lower: number, upper: number, terms: Row['terms']): void {
    this.rows.push({ lower, upper, terms });
  }

  /** Money that is spent whatever is chosen, until a column saves it. */
  always(costByYear: readonly number[]): void {
    const use = { costByYear, teamFte: 0 };
    this.constant += this.worthOf(use, 0);
    for (const each of this.limits) each.fixed += usedBy(use, each.limit);
  }

  model(): MixedIntegerModel {
    const limits = this.limits
      .filter(
        ({ limit, available }) =>
          available !== Infinity && (this.least === null || !isSameLimit(limit, this.least)),
      )
      .map(({ available, fixed, terms }) => limitRow(available - fixed, terms));
    return { constant: this.constant, columns: this.columns, rows: [...this.rows, ...limits] };
  }

  private worthOf(use: Use, worth: number): number {
    if (this.least !== null) return -usedBy(use, this.least);
    return worth - use.costByYear.reduce((total, cost) => total + cost, 0);
  }
}

function usedBy({ costByYear, teamFte }: Use, limit: CompositionLimit): number {
  return limit.of === 'team' ? teamFte : (costByYear[limit.year] ?? 0);
}

/** In parts of its largest number: the solver's tolerance is absolute, and pounds by the million would leave it no room. */
function limitRow(upper: number, terms: readonly (readonly [number, number])[]): Row {
  const largest = Math.max(Math.abs(upper), ...terms.map(([, factor]) => Math.abs(factor))) || 1;
  return {
    lower: -Infinity,
    upper: upper / largest,
    terms: terms.map(([column, factor]) => [column, factor / largest]),
  };
}
