import type { DigitalSegmentId } from '../segments/segment.ts';
import type { BuyingBody } from './regime.ts';
import type { Classification } from './route.ts';

/** What a body wants to buy. */
export type RouteNeed = {
  segment: DigitalSegmentId;
  /** Estimate without VAT, every option and extension included. */
  netPence: number;
  /** The same with VAT, by which the Act’s thresholds count. */
  grossPence: number;
  /** The longest term, every extension included. */
  months: number;
  body: BuyingBody;
  /** Day on which the contract begins, `YYYY-MM-DD`. */
  startOn: string;
  /** Day on which it is planned to be awarded, at the latest the start. */
  awardOn: string;
  /** Null where nothing is said. */
  classification: Classification | null;
  /** The day of the question. */
  today: string;
};
