import type { ExposureWay } from '../organisations/vendor-exposure.ts';
import type { CommittedGap } from './committed-value.ts';

/** Sizes by which contracts are counted; `no-size` where the notice doesn't say. */
export const marketSizes = ['sme', 'large', 'mixed', 'no-size'] as const;
/** Numbers of bids by which contracts are counted. */
export const bidGroups = ['one', 'several', 'no-bids', 'no-bid-statistics'] as const;

/**
 * What narrows a list of contracts to those behind one figure of the market, so that their number and sum are the figure's.
 * Null where a condition isn't set.
 */
export type MarketConditions = {
  /** Only what measures count: no framework agreements, nothing withdrawn. */
  isCounted: boolean;
  /** Only those with a believable value in pounds without VAT. */
  isValued: boolean;
  /** Of one supplier alone. */
  isSole: boolean;
  /** Committed in, or with options in, the financial year that begins in this year. */
  committedIn: number | null;
  extensionIn: number | null;
  /** Left out of committed value for this reason. */
  committedGap: CommittedGap | null;
  size: (typeof marketSizes)[number] | null;
  bids: (typeof bidGroups)[number] | null;
  /** Ends in this quarter, `YYYY-Qn`. */
  endsIn: string | null;
  /** A notice gave another value than the first. */
  isRevalued: boolean;
  /** No notice says that it has ended. */
  isRunning: boolean;
  /** Its procurement could be timed. */
  isTimed: boolean;
  /** Another contract of its buyer followed it; the same, and its supplier won it. Kept for digital segments. */
  isFollowed: boolean;
  isRewon: boolean;
  /** Leads to this vendor group, and in this way; attributions from a description alone don't count. */
  vendorGroup: string | null;
  vendorWay: ExposureWay | null;
  /** Its title or a lot names this product. */
  product: string | null;
};

/** Nothing is narrowed. */
export const noMarketConditions: MarketConditions = {
  isCounted: false,
  isValued: false,
  isSole: false,
  committedIn: null,
  extensionIn: null,
  committedGap: null,
  size: null,
  bids: null,
  endsIn: null,
  isRevalued: false,
  isRunning: false,
  isTimed: false,
  isFollowed: false,
  isRewon: false,
  vendorGroup: null,
  vendorWay: null,
  product: null,
};

/**
 * Whether any of the conditions is set.
 *
 * @example isMarketList({ ...noMarketConditions, committedIn: 2025 }) // true
 */
export function isMarketList(conditions: MarketConditions): boolean {
  return Object.values(conditions).some((value) => value !== null && value !== false);
}
