/** One way to deliver a component: what it is worth, what it costs each year, what it asks of the team. */
export type CompositionOption = {
  /** How it is delivered; an interface between two components costs where their models differ. */
  model: string;
  /** Who delivers it; null is the own team, which is no supplier. */
  supplier: string | null;
  /** Worth in the unit of the costs. */
  worth: number;
  /** Cost in each year, as many years as the problem has budgets. */
  costByYear: readonly number[];
  teamFte: number;
};

/** Two components that exchange something, by their places, and what it costs to join unlike models. */
export type CompositionInterface = {
  between: readonly [number, number];
  /** Cost in each year where the models differ, none below zero. */
  costByYear: readonly number[];
};

/** Which option to take for each component, within the team and the budgets. Any unit of money, the same throughout. */
export type CompositionProblem = {
  components: readonly { options: readonly CompositionOption[] }[];
  interfaces: readonly CompositionInterface[];
  /** What each supplier after the first asks of the client, none below zero. */
  extraSupplier: { teamFte: number; costByYear: readonly number[] };
  /** Infinity: no limit. */
  teamCapacityFte: number;
  /** One for each year; Infinity: no limit. */
  budgetByYear: readonly number[];
};

/** One option for every component, and what follows from it. */
export type Composition = {
  /** Place of the option taken for each component. */
  choice: number[];
  /** Worth less cost. */
  objective: number;
  worth: number;
  /** Over all years: of the options, of interfaces between unlike models, of extra suppliers. */
  cost: number;
  costByYear: number[];
  teamFte: number;
  /** How many different suppliers. */
  suppliers: number;
};

/** The team, or the budget of a year counted from 0. */
export type CompositionLimit = { of: 'team' } | { of: 'budget'; year: number };

/** A limit that stands in the way: what there is, and the least that would do while all other limits stay. */
export type CompositionShortfall = {
  limit: CompositionLimit;
  available: number;
  /** Null where it doesn't help to raise this limit alone. */
  needed: number | null;
};

/** What a search for the best compositions found. */
export type CompositionAnswer =
  /** The best first; nothing exceeds `bound`, which is proven. */
  | { kind: 'proven'; best: Composition[]; bound: number }
  /** No composition keeps every limit: components without an option, or what each limit would have to be. */
  | { kind: 'infeasible'; withoutOption: number[]; shortfalls: CompositionShortfall[] }
  /** Time ran out: the best so far, in which the last needn't be the best of what is left; `bound` null where none is known. */
  | { kind: 'out-of-time'; best: Composition[]; bound: number | null };

/** Sums of fractions go astray by far less than this share. */
const slack = 1e-12;

/**
 * What follows from a choice: worth, cost and team, whether or not the limits allow it.
 *
 * @param choice place of the option of each component
 * @throws RangeError where the choice names no option
 * @example assessComposition({ components: [{ options: [option] }], … }, [0]).objective
 */
export function assessComposition(problem: CompositionProblem, choice: readonly number[]): Composition {
  const taken = problem.components.map(({ options }, at) => {
    const option = options[choice[at] ?? -1];
    if (option === undefined)
      throw new RangeError(`Component ${at} has no option ${choice[at] ?? 'chosen'}.`);
    return option;
  });
  const costByYear = problem.budgetByYear.map(() => 0);
  const spend = (costs: readonly number[], times = 1): void =>
    costs.forEach((cost, year) => (costByYear[year] = (costByYear[year] ?? 0) + cost * times));
  for (const option of taken) spend(option.costByYear);
  for (const { between, costByYear: costs } of problem.interfaces)
    if (taken[between[0]]?.model !== taken[between[1]]?.model) spend(costs);
  const suppliers = new Set(taken.flatMap(({ supplier }) => (supplier === null ? [] : [supplier]))).size;
  const extra = Math.max(0, suppliers - 1);
  spend(problem.extraSupplier.costByYear, extra);
  const worth = sum(taken.map((option) => option.worth));
  const cost = sum(costByYear);
  return {
    choice: [...choice],
    objective: worth - cost,
    worth,
    cost,
    costByYear,
    teamFte: sum(taken.map((option) => option.teamFte)) + extra * problem.extraSupplier.teamFte,
    suppliers,
  };
}

/**
 * The limits of a problem in order: the team, then the budget of each year.
 *
 * @example limitsOf(problem) // [{ of: 'team' }, { of: 'budget', year: 0 }]
 */
export function limitsOf(problem: CompositionProblem): CompositionLimit[] {
  return [{ of: 'team' }, ...problem.budgetByYear.map((_, year) => ({ of: 'budget' as const, year }))];
}

/**
 * How much of a limit there is.
 *
 * @example availableOf(problem, { of: 'team' }) // 15
 */
export function availableOf(problem: CompositionProblem, limit: CompositionLimit): number {
  return limit.of === 'team' ? problem.teamCapacityFte : (problem.budgetByYear[limit.year] ?? 0);
}

/**
 * How much of a limit a composition takes.
 *
 * @example usedOf(composition, { of: 'budget', year: 0 }) // 6772800
 */
export function usedOf(composition: Composition, limit: CompositionLimit): number {
  return limit.of === 'team' ? composition.teamFte : (composition.costByYear[limit.year] ?? 0);
}

/**
 * Whether a composition keeps every limit but one that may be left out.
 *
 * @example keepsLimits(problem, composition) // true
 */
export function keepsLimits(
  problem: CompositionProblem,
  composition: Composition,
  leftOut: CompositionLimit | null = null,
): boolean {
  return limitsOf(problem).every((limit) => {
    if (leftOut !== null && isSameLimit(limit, leftOut)) return true;
    const available = availableOf(problem, limit);
    const margin = Number.isFinite(available) ? slack * Math.max(1, Math.abs(available)) : 0;
    return usedOf(composition, limit) <= available + margin;
  });
}

/**
 * Whether two limits are the same one.
 *
 * @example isSameLimit({ of: 'team' }, { of: 'budget', year: 0 }) // false
 */
export function isSameLimit(one: CompositionLimit, other: CompositionLimit): boolean {
  return one.of === 'team' ? other.of === 'team' : other.of === 'budget' && one.year === other.year;
}

/**
 * Refuses a problem that can't be meant: no component, numbers that are none, other years than the budgets have, an interface of a
 * component with itself or with none, costs of joining below zero (they would reward differences).
 *
 * @throws RangeError naming what is wrong
 * @example checkComposition(problem)
 */
export function checkComposition(problem: CompositionProblem): void {
  if (problem.components.length === 0) throw new RangeError('There is no component to compose.');
  const years = problem.budgetByYear.length;
  const costs = (values: readonly number[], of: string, least: number): void => {
    if (values.length !== years)
      throw new RangeError(`${of} has costs of ${values.length} years, and there are ${years} budgets.`);
    for (const value of values) number(value, `A cost of ${of}`, least);
  };
  problem.components.forEach(({ options }, at) =>
    options.forEach((option) => {
      costs(option.costByYear, `component ${at}`, -Infinity);
      number(option.worth, `A worth of component ${at}`, -Infinity);
      number(option.teamFte, `The team of component ${at}`, 0);
    }),
  );
  problem.interfaces.forEach(({ between: [one, other], costByYear }, at) => {
    if (one === other || problem.components[one] === undefined || problem.components[other] === undefined)
      throw new RangeError(`Interface ${at} joins ${one} and ${other}, which are no two components.`);
    costs(costByYear, `interface ${at}`, 0);
  });
  costs(problem.extraSupplier.costByYear, 'an extra supplier', 0);
  number(problem.extraSupplier.teamFte, 'The team of an extra supplier', 0);
  for (const limit of [problem.teamCapacityFte, ...problem.budgetByYear])
    if (Number.isNaN(limit)) throw new RangeError('A limit is no number.');
}

function number(value: number, of: string, least: number): void {
  if (!Number.isFinite(value) || value < least)
    throw new RangeError(
      `${of} is ${value}${Number.isFinite(least) ? `, and must be ${least} or more` : ''}.`,
    );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
