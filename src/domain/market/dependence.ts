import { herfindahl } from '../../maths/herfindahl.ts';

/** How much of an organisation's value rests on few others. */
export type Dependence = {
  /** Share of the largest counterpart, and of the four largest, 0 to 1. */
  largestShare: number;
  topFourShare: number;
  counterparts: number;
};

/**
 * How much a buyer's value rests on its largest suppliers, or a supplier's on its largest buyers; null where no contract
 * has a believable value that one supplier holds alone.
 *
 * @param sums value with each counterpart, in pence
 * @example dependence([600, 300, 100]) // { largestShare: 0.6, topFourShare: 1, counterparts: 3 }
 */
export function dependence(sums: readonly number[]): Dependence | null {
  const found = herfindahl(sums);
  if (found === null) return null;
  const total = sums.reduce((sum, one) => sum + one, 0);
  return {
    largestShare: Math.max(...sums) / total,
    topFourShare: found.topFourShare,
    counterparts: found.sellers,
  };
}
