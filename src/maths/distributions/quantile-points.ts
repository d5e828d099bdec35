import type { Law } from './_law.ts';
import { checkShare } from './_law.ts';
import { fixedLaw } from './fixed.ts';

/** A distribution of which some quantiles are known, from share 0 to share 1; straight lines between them. */
export type QuantilePoints = {
  kind: 'quantiles';
  points: readonly { share: number; value: number }[];
};

/**
 * The distribution whose quantile function goes in straight lines through the points: between two of them every value is
 * equally likely. Nothing lies beyond the first and the last.
 *
 * @throws RangeError unless shares rise from 0 to 1 and values don't fall
 * @example quantilePointsLaw({ kind: 'quantiles', points: [{ share: 0, value: 1 }, { share: 0.5, value: 2 }, { share: 1, value: 6 }] }).quantile(0.75) // 4
 */
export function quantilePointsLaw({ points }: QuantilePoints): Law {
  const parts = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const [first, last] = [points[0], points.at(-1)];
  const rises = parts.every(({ from, to }) => to.share > from.share && to.value >= from.value);
  if (first?.share !== 0 || last?.share !== 1 || !rises || !Number.isFinite(last.value - first.value))
    throw new RangeError(
      'Quantiles are given from share 0 to share 1, shares rising and values not falling.',
    );
  if (first.value === last.value) return fixedLaw(first);
  /** The mean of a power of the distance from a point, exact on each line. */
  const moment = (power: number, around: number): number =>
    parts.reduce((sum, { from, to }) => {
      const [low, high] = [from.value - around, to.value - around];
      let terms = 0;
      for (let each = 0; each <= power; each += 1) terms += low ** each * high ** (power - each);
      return sum + ((to.share - from.share) * terms) / (power + 1);
    }, 0);
  const mean = moment(1, 0);
  const variance = moment(2, mean);
  return {
    quantile: (share) => {
      checkShare(share);
      const part = parts.find(({ to }) => share <= to.share);
      if (part === undefined) return last.value;
      const along = (share - part.from.share) / (part.to.share - part.from.share);
      return part.from.value + along * (part.to.value - part.from.value);
    },
    cdf: (x) => {
      if (x < first.value) return 0;
      const part = parts.findLast(({ from }) => from.value <= x);
      if (part === undefined || x >= last.value) return 1;
      if (part.to.value === part.from.value) return part.to.share;
      const along = (x - part.from.value) / (part.to.value - part.from.value);
      return part.from.share + along * (part.to.share - part.from.share);
    },
    mean,
    variance,
    skewness: moment(3, mean) / variance ** 1.5,
  };
}
