import type { CompositionOption, CompositionProblem } from '../../src/maths/composition.ts';
import type { Rng } from '../../src/lib/rng.ts';

/** An option of one year that costs and is worth what is said, and asks nothing of the team. */
export function compositionOption(fields: Partial<CompositionOption> = {}): CompositionOption {
  return { model: 'build', supplier: null, worth: 0, costByYear: [0], teamFte: 0, ...fields };
}

/** A problem of one year without any limit. */
export function compositionProblem(fields: Partial<CompositionProblem> = {}): CompositionProblem {
  return {
    components: [],
    interfaces: [],
    extraSupplier: { teamFte: 0, costByYear: [0] },
    teamCapacityFte: Infinity,
    budgetByYear: [Infinity],
    ...fields,
  };
}

/** How large a random problem is, and how narrow its limits are (share of what all components take on average). */
export type RandomComposition = {
  components: number;
  models: number;
  interfaces: number;
  suppliers: number;
  years: number;
  limitShare: number;
};

/** A problem drawn from a seeded generator, in whole pounds. */
export function randomComposition(rng: Rng, size: RandomComposition): CompositionProblem {
  const whole = (low: number, high: number): number => low + Math.floor(rng.next() * (high - low + 1));
  const years = Array.from({ length: size.years }, (_, year) => year);
  const costs = (low: number, high: number): number[] => years.map(() => whole(low, high) * 100);
  const components = Array.from({ length: size.components }, () => ({
    options: Array.from({ length: size.models }, (_, model) => ({
      model: `m${model + 1}`,
      supplier: model === 0 ? null : `s${whole(1, size.suppliers)}`,
      worth: whole(200, 1000) * 5000,
      costByYear: costs(500, 20_000),
      teamFte: whole(0, 5),
    })),
  }));
  const pairs = components.flatMap((_, one) =>
    components.slice(one + 1).map((__, at) => [one, one + 1 + at] as const),
  );
  const interfaces = pairs
    .map((between) => ({ between, at: rng.next() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, size.interfaces)
    .map(({ between }) => ({ between, costByYear: costs(100, 2500) }));
  const typicalCost = size.components * 1_025_000;
  return {
    components,
    interfaces,
    extraSupplier: { teamFte: 0.5, costByYear: years.map(() => 20_000) },
    teamCapacityFte: Math.round(size.components * 2.5 * size.limitShare),
    budgetByYear: years.map(() => Math.round((typicalCost * size.limitShare) / 100) * 100),
  };
}
