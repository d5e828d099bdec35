import { correlationOf, ranksOf } from '../correlation/rank-correlation.ts';

/** Draws of one input of a simulation. */
export type InputDraws = { id: string; values: Float64Array };

/** How much a result goes with one input. */
export type TornadoBar = {
  id: string;
  /** Spearman's rank correlation of input and result; 0 where the input doesn't vary. */
  rankCorrelation: number;
  /** The mean result in the tenth of draws in which the input is lowest, and highest; in the unit of the result. */
  lowMean: number;
  highMean: number;
};

/**
 * The bars of a tornado diagram: inputs by the size of their rank correlation with the result, greatest first.
 *
 * Definition: Saltelli and others, Sensitivity Analysis (2000), 2.3. A rank correlation sees what rises or falls throughout; what
 * rises and then falls shows in {@link file://./first-order-shares.ts}. Correlated inputs carry each other's effect.
 *
 * Costs two sorts per input.
 *
 * @param inputs each with as many draws as the result, in the same order
 * @throws RangeError where they have fewer or more
 * @example tornado([{ id: 'a', values: Float64Array.of(1, 2, 3) }], Float64Array.of(5, 7, 9))[0] // { id: 'a', rankCorrelation: 1, lowMean: 5, highMean: 9 }
 */
export function tornado(inputs: readonly InputDraws[], result: Float64Array): TornadoBar[] {
  const resultRanks = ranksOf(result);
  const tenth = Math.max(1, Math.floor(result.length / 10));
  return inputs
    .map(({ id, values }) => {
      const ranks = ranksOf(values);
      const found = correlationOf(ranks, resultRanks);
      if (found === null) {
        const mean = meanWhere(result, () => true);
        return { id, rankCorrelation: 0, lowMean: mean, highMean: mean };
      }
      // Tied draws lie in neither tenth or in both together, by their common rank.
      const sorted = Float64Array.from(ranks).sort();
      const [low, high] = [sorted[tenth - 1] ?? 0, sorted[result.length - tenth] ?? 0];
      return {
        id,
        rankCorrelation: found,
        lowMean: meanWhere(result, (draw) => (ranks[draw] ?? 0) <= low),
        highMean: meanWhere(result, (draw) => (ranks[draw] ?? 0) >= high),
      };
    })
    .toSorted((one, other) => Math.abs(other.rankCorrelation) - Math.abs(one.rankCorrelation));
}

function meanWhere(values: Float64Array, isCounted: (draw: number) => boolean): number {
  let sum = 0;
  let count = 0;
  for (let draw = 0; draw < values.length; draw += 1)
    if (isCounted(draw)) {
      sum += values[draw] ?? 0;
      count += 1;
    }
  return sum / count;
}
