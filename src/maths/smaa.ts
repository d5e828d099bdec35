import type { Rng } from '../lib/rng.ts';
import { scoreDrawer, type ScoreBelief } from './score-belief.ts';
import { weightDrawer, type WeightBelief } from './weight-belief.ts';

/** What stochastic multi-criteria acceptability analysis says. */
export type RankAcceptability = {
  draws: number;
  /** Option × rank (best first): the share of draws in which the option has the rank, 0 to 1. Rows and columns add up to 1. */
  acceptability: number[][];
  /**
   * The mean of the weights that make an option the first; null where its first-rank acceptability is below
   * {@link leastFirstRank}, because a mean of hardly any weights says nothing.
   */
  centralWeights: (number[] | null)[];
  /** Option × option: the share of draws in which the row beats the column, a tie counting half; 0 on the diagonal. */
  pairwiseWinning: number[][];
};

/** The first-rank acceptability from which central weights are stated. */
export const leastFirstRank = 0.001;

/**
 * SMAA-2: how often each option comes first, second, …, when weights and values are drawn from what is known about them, by the
 * additive model. Options that tie share their ranks evenly.
 *
 * Lahdelma and Salminen, "SMAA-2: Stochastic multicriteria acceptability analysis for group decision making", Operations Research
 * 49 (2001). The standard error of an acceptability a is √(a(1 − a) ÷ draws): at most 0.005 for 10,000 draws, and much more for
 * the central weights of an option that seldom comes first.
 *
 * Cost: draws × options × (criteria + options).
 *
 * @param values in the same unit on all criteria, more being better (value functions make them so)
 * @param weights what is known about them; nothing unless said otherwise
 * @param sampling how many draws, and the stream of chance, which decides the answer to the last digit
 * @throws RangeError where values or weights don't hold together, or there isn't a draw
 * @example smaa({ kind: 'fixed', values: [[1, 0], [0, 3]] }, { kind: 'uniform' }, { draws: 100_000, rng: seededRng(1) }).acceptability // about [[0.25, 0.75], [0.75, 0.25]]
 */
export function smaa(
  values: ScoreBelief,
  weights: WeightBelief,
  { draws, rng }: { draws: number; rng: Rng },
): RankAcceptability {
  if (!(Number.isInteger(draws) && draws > 0))
    throw new RangeError(`The number of draws is a whole number from 1, not ${draws}.`);
  const scores = scoreDrawer(values, rng);
  const { options, criteria } = scores;
  const drawWeights = weightDrawer(weights, criteria, rng);
  const value = new Float64Array(options * criteria);
  const weight = new Float64Array(criteria);
  const tally = new Tally(options, criteria);
  for (let draw = 0; draw < draws; draw += 1) {
    scores.draw(value);
    drawWeights(weight);
    tally.add(value, weight);
  }
  return tally.result(draws);
}

/** Counts of ranks, wins and weights over draws. Indexes are always inside their arrays. */
class Tally {
  readonly #options: number;
  readonly #criteria: number;
  readonly #totals: Float64Array;
  readonly #better: Int32Array;
  readonly #equal: Int32Array;
  readonly #ranks: Float64Array;
  readonly #wins: Float64Array;
  readonly #weights: Float64Array;

  constructor(options: number, criteria: number) {
    this.#options = options;
    this.#criteria = criteria;
    this.#totals = new Float64Array(options);
    this.#better = new Int32Array(options);
    this.#equal = new Int32Array(options);
    this.#ranks = new Float64Array(options * options);
    this.#wins = new Float64Array(options * options);
    this.#weights = new Float64Array(options * criteria);
  }

  add(value: Float64Array, weight: Float64Array): void {
    const options = this.#options;
    const criteria = this.#criteria;
    const totals = this.#totals;
    for (let option = 0, cell = 0; option < options; option += 1) {
      let total = 0;
      for (let criterion = 0; criterion < criteria; criterion += 1, cell += 1)
        total += (value[cell] ?? 0) * (weight[criterion] ?? 0);
      totals[option] = total;
    }
    this.#compare();
    for (let option = 0; option < options; option += 1) {
      const better = this.#better[option] ?? 0;
      const share = 1 / (1 + (this.#equal[option] ?? 0));
      for (let tied = this.#equal[option] ?? 0; tied >= 0; tied -= 1)
        addAt(this.#ranks, option * options + better + tied, share);
      if (better > 0) continue;
      for (let criterion = 0; criterion < criteria; criterion += 1)
        addAt(this.#weights, option * criteria + criterion, share * (weight[criterion] ?? 0));
    }
  }

  /** How many are better than each option and how many equal, and who beat whom. */
  #compare(): void {
    const options = this.#options;
    const totals = this.#totals;
    const better = this.#better.fill(0);
    const equal = this.#equal.fill(0);
    const wins = this.#wins;
    for (let one = 0; one < options; one += 1) {
      const own = totals[one] ?? 0;
      for (let other = one + 1; other < options; other += 1) {
        const rival = totals[other] ?? 0;
        if (own > rival) {
          addAt(better, other, 1);
          addAt(wins, one * options + other, 1);
        } else if (own < rival) {
          addAt(better, one, 1);
          addAt(wins, other * options + one, 1);
        } else {
          addAt(equal, one, 1);
          addAt(equal, other, 1);
          addAt(wins, one * options + other, 0.5);
          addAt(wins, other * options + one, 0.5);
        }
      }
    }
  }

  result(draws: number): RankAcceptability {
    const rows = (cells: Float64Array, width: number): number[][] =>
      Array.from({ length: this.#options }, (_, option) =>
        Array.from(cells.subarray(option * width, (option + 1) * width), (cell) => cell / draws),
      );
    const acceptability = rows(this.#ranks, this.#options);
    const centralWeights = rows(this.#weights, this.#criteria).map((sums, option) => {
      const first = acceptability[option]?.[0] ?? 0;
      return first < leastFirstRank ? null : sums.map((sum) => sum / first);
    });
    return { draws, acceptability, centralWeights, pairwiseWinning: rows(this.#wins, this.#options) };
  }
}

function addAt(values: Float64Array | Int32Array, index: number, amount: number): void {
  values[index] = (values[index] ?? 0) + amount;
}
