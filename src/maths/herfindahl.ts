/** How concentrated a market is. */
export type Concentration = {
  /** Herfindahl–Hirschman index: sum of the squared percentage shares, from near 0 to 10,000 (one seller). */
  hhi: number;
  /** Share of the four largest sellers together, 0 to 1 (CR4). */
  topFourShare: number;
  sellers: number;
};

/**
 * The Herfindahl–Hirschman index and the share of the four largest, from each seller's sales; null where nothing was sold.
 *
 * Definition: the index is the sum of squared market shares in percent, as the Competition and Markets Authority's
 * Merger Assessment Guidelines and the United States' Horizontal Merger Guidelines use it.
 *
 * @param sales what each seller sold, any unit, none below zero; sellers with nothing don't count
 * @throws RangeError where sales are below zero or no number
 * @example herfindahl([30, 30, 20, 20]) // { hhi: 2600, topFourShare: 1, sellers: 4 }
 * @example herfindahl([]) // null
 */
export function herfindahl(sales: Iterable<number>): Concentration | null {
  const sold = [...sales];
  const bad = sold.find((one) => !(one >= 0 && Number.isFinite(one)));
  if (bad !== undefined) throw new RangeError(`Sales of ${bad} make no market share.`);
  const positive = sold.filter((one) => one > 0).toSorted((a, b) => b - a);
  const total = positive.reduce((sum, one) => sum + one, 0);
  if (total === 0) return null;
  return {
    hhi: positive.reduce((sum, one) => sum + ((100 * one) / total) ** 2, 0),
    topFourShare: positive.slice(0, 4).reduce((sum, one) => sum + one, 0) / total,
    sellers: positive.length,
  };
}
