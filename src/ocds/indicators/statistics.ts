/** The statistics that indicators rest on. They are given from outside: this folder has none of its own. */
export type Statistics = {
  /** The quartiles of a sample in any order, by definition R-8; null where there is none. */
  quartiles(values: Iterable<number>): { q1: number; q3: number } | null;
  /** The fences of Tukey's box plot. */
  fences(quartiles: { q1: number; q3: number }): { lower: number; upper: number };
  /** The value below which a share of an ascending sample lies, by definition R-8; null where there is none. */
  quantile(sorted: ArrayLike<number>, share: number): number | null;
};

/** Quartiles and fences of a sample. */
export type Spread = { q1: number; q3: number; lower: number; upper: number };

/**
 * Quartiles and fences of a sample, or null where there is none.
 *
 * @example spreadOf([1, 2, 3, 4], statistics) // { q1: 1.4166666666666665, q3: 3.583333333333333, … }
 */
export function spreadOf(values: Iterable<number>, statistics: Statistics): Spread | null {
  const quartiles = statistics.quartiles(values);
  if (quartiles === null) return null;
  return { q1: quartiles.q1, q3: quartiles.q3, ...statistics.fences(quartiles) };
}
