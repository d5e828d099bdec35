import type { QuantileEstimate } from './sample-error.ts';
import { quantileWithError } from './sample-error.ts';

/** When a simulation has drawn enough. */
export type Precision = {
  /** The quantile that is looked at; P80 unless said otherwise. */
  share?: number | undefined;
  /** The widest interval of 95 % that is narrow enough, as a share of the quantile; 0.01 unless said otherwise. */
  mostWidth?: number | undefined;
  /** Draws to begin with; 16,384 unless said otherwise. */
  first?: number | undefined;
  /** Draws at which it ends in any case; 2^20 unless said otherwise. */
  most?: number | undefined;
};

/** The draws with which a simulation ended, and how precise they are. */
export type PreciseDraws = {
  values: Float64Array;
  quantile: QuantileEstimate;
  /** The interval's width as a share of the quantile; of an interval around 0, Infinity. */
  width: number;
  /** False where the most draws were reached first. */
  isPrecise: boolean;
};

/**
 * Doubles the draws of a simulation until the interval of one of its quantiles is narrow enough.
 *
 * The interval is looked at several times, so that it is a little too hopeful; each look has twice the draws of the one before.
 * Costs at most twice the last round.
 *
 * @param simulate gives that many draws, in blocks of 512; of the same seed, so that they are the earlier ones and more
 * @throws RangeError where there is no number of draws to begin with
 * @example drawUntilPrecise((draws) => new Float64Array(draws).fill(7)).isPrecise // true
 */
export function drawUntilPrecise(
  simulate: (draws: number) => Float64Array,
  { share = 0.8, mostWidth = 0.01, first = 16_384, most = 2 ** 20 }: Precision = {},
): PreciseDraws {
  if (!(first >= 2 && first <= most))
    throw new RangeError(`A simulation begins with 2 to ${most} draws, not ${first}.`);
  for (let draws = first; ; draws = Math.min(most, draws * 2)) {
    const values = simulate(draws);
    const quantile = quantileWithError(values, share);
    const span = quantile.high - quantile.low;
    const width = span === 0 ? 0 : span / Math.abs(quantile.value);
    const isPrecise = width <= mostWidth;
    if (isPrecise || draws >= most) return { values, quantile, width, isPrecise };
  }
}
