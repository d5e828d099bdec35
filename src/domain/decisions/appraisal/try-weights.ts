import { chooseOption, type Candidate, type Choice } from './choose-option.ts';
import type { OptionValues } from './value-options.ts';

/** What comes out with other weights: by value alone, and at a price of a point. */
export type TriedWeights = {
  /** The weights that were looked at, each 0 to 1, together 1. */
  weights: { criterion: string; weight: number }[];
  /** Options with a value, the highest first; those that can’t be chosen stand among them. */
  values: { option: string; value: number }[];
  /** The first by value among those that can be chosen; null where none can. */
  first: string | null;
  /** The choice at the price; null where none can be chosen, a cost is missing, or no price is given. */
  choice: Choice | null;
};

/** What is tried. */
export type WeightTrial = {
  /** Weights in any unit, by criterion; one that is missing counts as 0. All 0: as they were locked. */
  weights: ReadonlyMap<string, number>;
  /** Pounds that a point is worth; null to look at value alone. */
  pricePerPoint: number | null;
  /** Options that can be chosen. */
  eligible: readonly string[];
  /** P50 in pounds, by option. */
  costs: ReadonlyMap<string, number>;
};

/**
 * The order of the options with other weights than those that were locked, and what would be the choice at a price of a point. A
 * value is the sum of weight × points, so that whoever holds the points can follow. Nothing of it is kept.
 *
 * @throws RangeError where a weight is below 0 or no number
 * @example tryWeights(values, { weights: new Map([['fit', 80], ['people', 20]]), pricePerPoint: null, eligible: ['build'], costs: new Map() }).first // 'build'
 */
export function tryWeights(
  { criteria, options }: OptionValues,
  { weights, pricePerPoint, eligible, costs }: WeightTrial,
): TriedWeights {
  const given = criteria.map(({ id }) => weights.get(id) ?? 0);
  if (given.some((weight) => !(weight >= 0 && Number.isFinite(weight))))
    throw new RangeError('A weight is a number from 0.');
  const sum = given.reduce((total, weight) => total + weight, 0);
  const shares = criteria.map(({ weight }, at) => (sum === 0 ? weight : (given[at] ?? 0) / sum));
  const values = options
    .flatMap(({ option, value, parts }) =>
      value === null
        ? []
        : [
            {
              option,
              value: parts.reduce((total, { points }, at) => total + (points ?? 0) * (shares[at] ?? 0), 0),
            },
          ],
    )
    .toSorted((one, other) => other.value - one.value);
  const candidates = values
    .filter(({ option }) => eligible.includes(option))
    .map(({ option, value }): Candidate => ({ option, value, cost: costs.get(option) ?? null }));
  return {
    weights: criteria.map(({ id }, at) => ({ criterion: id, weight: shares[at] ?? 0 })),
    values,
    first: candidates[0]?.option ?? null,
    choice:
      pricePerPoint === null || candidates.some(({ cost }) => cost === null)
        ? null
        : chooseOption(candidates, pricePerPoint),
  };
}
