import { paretoFrontier, type CostAndValue } from './pareto-frontier.ts';

/** What a point has to be worth, at least and at most, for an option to be the choice; `to` null: however much. */
export type PreferredPrice = { option: number; from: number; to: number | null };

/**
 * Which option is the choice at which price of a point, from nothing upwards: the one whose value at that price less its cost
 * is the most. At nothing it is the cheapest, and beyond the last price the one with the highest value. An option on the
 * frontier may be missing here: two others, taken in turn, then beat it at every price (extended dominance).
 *
 * Of options that are the same in both the first stands for all. Cost: options².
 *
 * @returns in order of price, without a gap
 * @throws RangeError where a cost or value is no number
 * @example preferredPrices([{ cost: 36, value: 60 }, { cost: 53, value: 77 }]) // [{ option: 0, from: 0, to: 1 }, { option: 1, from: 1, to: null }]
 */
export function preferredPrices(options: readonly CostAndValue[]): PreferredPrice[] {
  const rising = paretoFrontier(options)
    .filter(({ isOnFrontier, tiedWith, option }) => isOnFrontier && tiedWith.every((tied) => tied > option))
    .flatMap(({ option }) => {
      const own = options[option];
      return own === undefined ? [] : [{ option, ...own }];
    })
    .toSorted((one, other) => one.cost - other.cost);
  const found: PreferredPrice[] = [];
  let [held, from] = [rising[0], 0];
  while (held !== undefined) {
    const now: CostAndValue = held;
    const priceTo = ({ cost, value }: CostAndValue): number => (cost - now.cost) / (value - now.value);
    const next = rising
      .filter(({ value }) => value > now.value)
      .toSorted((one, other) => priceTo(one) - priceTo(other) || other.value - one.value)[0];
    const to = next === undefined ? null : priceTo(next);
    found.push({ option: held.option, from, to });
    [held, from] = [next, to ?? 0];
  }
  return found;
}
