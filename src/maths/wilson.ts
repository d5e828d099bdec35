/** The 97.5 % point of the standard normal distribution, for an interval of 95 %. */
const z95 = 1.959_963_984_540_054;

/** A share between 0 and 1, with the interval that holds the true share 95 times in 100. */
export type ShareInterval = { share: number; low: number; high: number };

/**
 * A share of a count with Wilson's score interval at 95 % (without continuity correction), or null where nothing was counted.
 * Unlike the interval of the textbooks it stays within 0 and 1, and says something where the share is 0 or 1.
 *
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927); checked against Newcombe, Statistics
 * in Medicine 17 (1998), Table I.
 *
 * @param hits how many of them
 * @param count of how many
 * @throws RangeError where there are more hits than counted, or fewer than none
 * @example wilson(81, 263) // { share: 0.308, low: 0.2553, high: 0.3662 }, rounded
 * @example wilson(0, 0) // null
 */
export function wilson(hits: number, count: number): ShareInterval | null {
  if (!(hits >= 0 && hits <= count)) throw new RangeError(`${hits} of ${count} is no share.`);
  if (count === 0) return null;
  const share = hits / count;
  const square = z95 ** 2;
  const middle = (hits + square / 2) / (count + square);
  const half = (z95 / (count + square)) * Math.sqrt(count * share * (1 - share) + square / 4);
  return {
    share,
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === count ? 1 : Math.min(1, middle + half),
  };
}
