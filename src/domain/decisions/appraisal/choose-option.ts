import { priceOfQuality } from '../../../maths/price-of-quality.ts';

/** An option that can be chosen: its value, and what it costs (pounds, P50), null where that isn't known. */
export type Candidate = { option: string; value: number; cost: number | null };

/**
 * On what a choice rests. best-and-cheapest: none is worth more and none costs less. stated-price: its value at what the body
 * says a point is worth, less its cost, is the most. highest-value: it is worth most, and what a point is worth nobody has said.
 * value-only: it is worth most, and a cost is missing. only-one: there is no other.
 */
export type ChoiceBasis = 'best-and-cheapest' | 'stated-price' | 'highest-value' | 'value-only' | 'only-one';

/** What the method indicates. */
export type Choice = { option: string; basis: ChoiceBasis; tiedWith: string[] };

/** Differences that arithmetic alone makes, in points. */
const slack = 1e-9;

/**
 * What the method indicates among options. Value and cost are compared, and never made into one score: what turns one into the
 * other is only what the body itself says a point is worth.
 *
 * @param pricePerPoint pounds; null where the body says nothing
 * @returns null where there is no option
 * @example chooseOption([{ option: 'saas', value: 61, cost: 12.5e6 }, { option: 'mixed', value: 76, cost: 14.2e6 }], 100_000)?.option // 'saas'
 */
export function chooseOption(candidates: readonly Candidate[], pricePerPoint: number | null): Choice | null {
  const [first] = candidates;
  if (first === undefined) return null;
  if (candidates.length === 1) return { option: first.option, basis: 'only-one', tiedWith: [] };
  const costed = candidates.flatMap(({ option, value, cost }) =>
    cost === null ? [] : [{ option, value, cost }],
  );
  if (costed.length < candidates.length) return bestBy(candidates, 'value-only', ({ value }) => value);
  const most = Math.max(...costed.map(({ value }) => value));
  const least = Math.min(...costed.map(({ cost }) => cost));
  const both = costed.filter(({ value, cost }) => value > most - slack && cost === least);
  if (both.length > 0) return bestBy(both, 'best-and-cheapest', () => 0);
  // Of those that are equal the cheaper one.
  const byCost = costed.toSorted((one, other) => one.cost - other.cost);
  if (pricePerPoint === null)
    return { ...bestBy(byCost, 'highest-value', ({ value }) => value), tiedWith: [] };
  if (pricePerPoint === 0) return bestBy(byCost, 'stated-price', ({ cost }) => -cost);
  return bestBy(byCost, 'stated-price', ({ value, cost }) => value - cost / pricePerPoint);
}

function bestBy<Option extends { option: string }>(
  options: readonly Option[],
  basis: ChoiceBasis,
  worth: (option: Option) => number,
): Choice {
  const most = Math.max(...options.map(worth));
  const [option = '', ...tiedWith] = options
    .filter((one) => worth(one) > most - slack)
    .map((one) => one.option);
  return { option, basis, tiedWith };
}

/** How an option stands to another one. */
export type OptionComparison = {
  with: string;
  /** Points more than the other; negative: fewer. Null where one has no value. */
  extraPoints: number | null;
  /** Pounds more than the other; negative: less. Null where one has no cost. */
  extraCost: number | null;
  /**
   * better-dearer and worse-cheaper: a point has a price. beats: as good at least, and no dearer, and better in one; beaten: the
   * other way round. same: alike in both. open: something is missing.
   */
  kind: 'better-dearer' | 'worse-cheaper' | 'beats' | 'beaten' | 'same' | 'open';
  /** Pounds for a point, where one is better and dearer. */
  perPoint: number | null;
};

/** An option as it is compared: either may be missing. */
export type Comparable = { option: string; value: number | null; cost: number | null };

/**
 * An option beside another: points more, pounds more, and what a point costs where one is better and dearer.
 *
 * @example compareTwo({ option: 'mixed', value: 76, cost: 14.2e6 }, { option: 'saas', value: 61, cost: 12.5e6 }).perPoint // 113_333.33
 */
export function compareTwo(own: Comparable, other: Comparable): OptionComparison {
  const extraPoints = own.value === null || other.value === null ? null : own.value - other.value;
  const extraCost = own.cost === null || other.cost === null ? null : own.cost - other.cost;
  const found = { with: other.option, extraPoints, extraCost };
  if (own.value === null || other.value === null || own.cost === null || other.cost === null)
    return { ...found, kind: 'open', perPoint: null };
  const price = priceOfQuality(
    { costPence: Math.round(own.cost * 100), points: own.value },
    { costPence: Math.round(other.cost * 100), points: other.value },
  );
  if (price.kind === 'same') return { ...found, kind: 'same', perPoint: null };
  if (price.kind === 'dominates')
    return { ...found, kind: price.better === 'one' ? 'beats' : 'beaten', perPoint: null };
  return {
    ...found,
    kind: price.better === 'one' ? 'better-dearer' : 'worse-cheaper',
    perPoint: price.pencePerPoint / 100,
  };
}
