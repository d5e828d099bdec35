import type { DigitalSegmentId } from '../segments/segment.ts';
import type { evolutions } from './case-parts/need.ts';

/** Families of delivery models, by who holds the capability. */
export const modelFamilies = ['keep-control', 'consume-product', 'buy-capability', 'share'] as const;

/** What kind of market a model needs. */
export const modelMarkets = ['none', 'thin', 'product', 'concentrated', 'competitive', 'any'] as const;

/** Low, medium or high. */
export const levels = ['low', 'medium', 'high'] as const;

/** A way to get a digital service or a part of one, as `reference/models.yaml` has it. */
export type DeliveryModel = {
  id: string;
  name: string;
  family: (typeof modelFamilies)[number];
  summary: string;
  fits: string[];
  fails: string[];
  /** Stages of evolution for which it is made. */
  evolution: (typeof evolutions)[number][];
  differentiation: (typeof levels)[number][];
  volatility: (typeof levels)[number][];
  market: (typeof modelMarkets)[number];
  /** Market segments that it is for alone; left out where it is for any. */
  segments?: DigitalSegmentId[] | undefined;
  /** Skills that the client needs, whoever supplies. */
  skills: string[];
  /** Client staff while it is set up, full-time equivalents. */
  staff: { low: number; high: number };
  costs: string[];
  risks: string[];
  exit: string;
  closesOff: string;
  /** Months that turning back usually takes. */
  reversalMonths: number;
  source: string;
  reviewed: string;
};
