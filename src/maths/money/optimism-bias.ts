/** The bounds of optimism bias for one kind of cost, as shares of the estimate: 2 is 200 %. */
export type OptimismBounds = { lowerShare: number; upperShare: number };

/**
 * By how much an estimate is raised for optimism, as a share of it: the upper bound, brought down towards the lower one by the
 * share of the contributing causes that is shown to be dealt with.
 *
 * Definition: HM Treasury, Supplementary Green Book Guidance: Optimism Bias (after Mott MacDonald 2002): begin at the upper
 * bound, reduce it only with evidence. Bounds are set for one kind of cost (capital, running, time), never for a whole option,
 * and never beside a reference class or risks of the same cost.
 *
 * @param mitigatedShare 0 nothing shown, to 1 everything
 * @throws RangeError unless lower ≤ upper and the share is one
 * @example optimismBias({ lowerShare: 0.1, upperShare: 2 }, 0) // 2
 * @example optimismBias({ lowerShare: 0, upperShare: 0.41 }, 0.5) // 0.205
 */
export function optimismBias({ lowerShare, upperShare }: OptimismBounds, mitigatedShare: number): number {
  if (!(lowerShare > -1 && lowerShare <= upperShare && Number.isFinite(upperShare)))
    throw new RangeError(`Optimism bias needs lower ≤ upper, not ${lowerShare} and ${upperShare}.`);
  if (!(mitigatedShare >= 0 && mitigatedShare <= 1))
    throw new RangeError(`The share that is dealt with is from 0 to 1, not ${mitigatedShare}.`);
  return (1 - mitigatedShare) * upperShare + mitigatedShare * lowerShare;
}
