/**
 * What can be asked of a distribution. Each kind of {@link file://./distribution.ts} has a file that makes one, which
 * refuses parameters that make no distribution with a RangeError.
 */
export type Law = {
  /**
   * The least value that a share of the distribution doesn't exceed.
   *
   * @param share 0 to 1
   * @param near a value near the answer, if one is known
   */
  quantile(share: number, near?: number): number;
  /** The share of the distribution that isn't greater. */
  cdf(x: number): number;
  /** Infinity where the tail is too heavy for one. */
  mean: number;
  /** In squares of the value's unit; Infinity where the tail is too heavy for one. */
  variance: number;
  /** Third standardised moment; null where nothing varies, Infinity where the tail is too heavy. */
  skewness: number | null;
  /** The quantile of the share below a point of the standard normal distribution, where that is shorter to work out. */
  atNormal?(z: number): number;
  /** The values and the share up to each, where there are only some. */
  steps?: readonly { value: number; upTo: number }[];
};

/**
 * Throws a RangeError unless a share is one, for the kinds whose formula would answer something for any number.
 *
 * @example checkShare(0.5) // undefined
 */
export function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile's share is from 0 to 1, not ${share}.`);
}
