import type { Facts } from './condition.ts';

/** What the register measures of a segment; null where too little could be measured. */
export type SegmentMarket = {
  /** Share of value of the four largest suppliers, 0 to 1. */
  topFourShare: number | null;
  /** Share of contracts with one bid, 0 to 1. */
  singleBidShare: number | null;
};

/**
 * The state of a market as facts.
 *
 * @example marketFacts({ topFourShare: 0.62, singleBidShare: null })['market-top-four-percent']?.value // 62
 */
export function marketFacts({ topFourShare, singleBidShare }: SegmentMarket): Facts {
  const evidence = 'the register';
  return {
    ...(topFourShare !== null && {
      'market-top-four-percent': { value: Math.round(topFourShare * 100), evidence },
    }),
    ...(singleBidShare !== null && {
      'market-single-bid-percent': { value: Math.round(singleBidShare * 100), evidence },
    }),
  };
}
