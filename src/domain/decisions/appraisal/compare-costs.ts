import { paretoFrontier } from '../../../maths/pareto-frontier.ts';
import { preferredPrices } from '../../../maths/preferred-prices.ts';
import { lowestShares } from '../../../maths/simulation/lowest-share.ts';

/** What an option costs over the term: present value in pounds, and its draws, made with the same chance for every option. */
export type OptionCost = { p50: number; totals?: Float64Array | undefined };

/** An option with both, as it goes into the comparison. */
export type CostedOption = { option: string; value: number; cost: OptionCost };

/** Where an option stands between cost and value. */
export type CostPlace = {
  option: string;
  /** Pounds, P50. */
  cost: number;
  value: number;
  /** Nothing else costs no more and is worth no less, and is better in one. */
  isOnFrontier: boolean;
  dominatedBy: string[];
  /** What a point has to be worth, in pounds, for it to be the choice; null where no price makes it so. */
  preferred: { from: number; to: number | null } | null;
};

/** From one option on the frontier to the next better and dearer one. */
export type FrontierStep = {
  from: string;
  to: string;
  extraPoints: number;
  extraCost: number;
  /** Pounds. */
  perPoint: number;
};

/** How likely each option is the best choice where a point is worth so much. */
export type BestAtPrice = { perPoint: number; shares: { option: string; share: number; error: number }[] };

/** Cost beside value, never mixed into one figure. */
export type CostComparison = {
  /** The cheapest first. */
  places: CostPlace[];
  steps: FrontierStep[];
  /** Null where draws are missing, or not equally many. */
  bestAtPrice: BestAtPrice[] | null;
};

/**
 * Cost beside value: the frontier, the price of a point between neighbours on it, for which price of a point each option is the
 * choice, and with what probability, draw by draw, at several prices. Values are taken as they are: only costs are drawn here.
 *
 * @param pricePerPoint what the body says a point is worth, in pounds; null where it says nothing
 * @returns null with no option
 * @throws RangeError where a cost is no number
 * @example compareCosts([{ option: 'saas', value: 61, cost: { p50: 12.5e6 } }, { option: 'mixed', value: 76, cost: { p50: 14.2e6 } }], null)?.steps[0]?.perPoint // about 113,333
 */
export function compareCosts(
  options: readonly CostedOption[],
  pricePerPoint: number | null,
): CostComparison | null {
  if (options.length === 0) return null;
  const sorted = options.toSorted((one, other) => one.cost.p50 - other.cost.p50 || other.value - one.value);
  const pairs = sorted.map(({ cost, value }) => ({ cost: cost.p50, value }));
  const frontier = paretoFrontier(pairs);
  const preferred = new Map(preferredPrices(pairs).map(({ option, from, to }) => [option, { from, to }]));
  const places = sorted.map(({ option, value, cost }, index): CostPlace => ({
    option,
    cost: cost.p50,
    value,
    isOnFrontier: frontier[index]?.isOnFrontier ?? false,
    dominatedBy: (frontier[index]?.dominatedBy ?? []).map((rival) => sorted[rival]?.option ?? ''),
    preferred: preferred.get(index) ?? null,
  }));
  return { places, steps: stepsOf(places), bestAtPrice: drawBest(sorted, pricesOf(places, pricePerPoint)) };
}

function stepsOf(places: readonly CostPlace[]): FrontierStep[] {
  const along = places.filter(({ isOnFrontier }) => isOnFrontier);
  return along.slice(1).flatMap((to, index) => {
    const from = along[index];
    // The same in both: there is no step from one to the other.
    if (from === undefined || to.value === from.value) return [];
    const [extraPoints, extraCost] = [to.value - from.value, to.cost - from.cost];
    return [{ from: from.option, to: to.option, extraPoints, extraCost, perPoint: extraCost / extraPoints }];
  });
}

/** Nothing, where the choice turns, halfway between, beyond the last, and what the body says. */
function pricesOf(places: readonly CostPlace[], stated: number | null): number[] {
  const turns = places
    .flatMap(({ preferred }) => preferred?.from ?? [])
    .toSorted((one, other) => one - other);
  const between = turns.slice(1).map((turn, index) => (turn + (turns[index] ?? 0)) / 2);
  const beyond = (turns.at(-1) ?? 0) * 2;
  const all = [0, ...turns, ...between, beyond, ...(stated === null ? [] : [stated])];
  return [...new Set(all)].toSorted((one, other) => one - other);
}

function drawBest(options: readonly CostedOption[], prices: readonly number[]): BestAtPrice[] | null {
  const totals = options.flatMap(({ cost }) => cost.totals ?? []);
  const draws = totals[0]?.length ?? 0;
  if (totals.length < options.length || draws < 2 || totals.some(({ length }) => length !== draws))
    return null;
  return prices.map((perPoint) => {
    const nets = totals.map((own, index) =>
      own.map((cost) => cost - perPoint * (options[index]?.value ?? 0)),
    );
    const found = lowestShares(nets);
    return {
      perPoint,
      shares: options.map(({ option }, index) => ({
        option,
        share: found[index]?.value ?? 0,
        error: found[index]?.error ?? 0,
      })),
    };
  });
}
