import type { Confidence, RouteLot } from './route.ts';
import type { RouteStatus } from './route-status.ts';
import type { UncertainDay } from './uncertain-day.ts';

/** Facts of a route whose confidence matters to the answer. */
export const datedFacts = ['start', 'end'] as const;

/** Something to know about a route for a need. */
export type RouteFinding =
  /** Lots that serve the need. */
  | { code: 'serves'; weight: 'says'; lots: readonly RouteLot[] }
  | { code: 'ended'; weight: 'bars'; on: UncertainDay }
  | { code: 'ends-before-award'; weight: 'bars'; on: UncertainDay; awardOn: string }
  /** Of the month of its end the day isn’t held. */
  | { code: 'may-end-before-award'; weight: 'doubts'; on: UncertainDay; awardOn: string }
  /** The present framework of an open scheme ends, the scheme goes on. */
  | { code: 'next-framework'; weight: 'doubts'; on: UncertainDay; lastEnd: UncertainDay; awardOn: string }
  /** It ends within three months after the award. */
  | { code: 'ends-soon-after'; weight: 'warns'; on: UncertainDay; awardOn: string }
  | { code: 'end-not-held'; weight: 'doubts' }
  | { code: 'starts-after-award'; weight: 'bars'; from: UncertainDay; awardOn: string }
  | { code: 'not-started'; weight: 'waits'; from: UncertainDay }
  | { code: 'status-unknown'; weight: 'unknown'; status: Extract<RouteStatus, { kind: 'unknown' }> }
  | { code: 'not-this-body'; weight: 'bars' }
  | { code: 'not-this-nation'; weight: 'bars' }
  | { code: 'users-not-held'; weight: 'warns' }
  | { code: 'users-allowed'; weight: 'says'; confidence: Confidence }
  | { code: 'term-too-long'; weight: 'bars'; months: number; longest: number; confidence: Confidence }
  /** `lotId` names the lot where the terms of others aren’t held; null where they all are. */
  | { code: 'term-fits'; weight: 'says'; longest: number; lotId: string | null; confidence: Confidence }
  | { code: 'term-not-held'; weight: 'warns' }
  | { code: 'classification-not-served'; weight: 'bars' }
  | { code: 'classification-not-held'; weight: 'warns' }
  | { code: 'value-above-route'; weight: 'bars'; minorUnits: number }
  | { code: 'low-confidence'; weight: 'doubts'; of: readonly (typeof datedFacts)[number][] }
  | { code: 'checked-long-ago'; weight: 'doubts'; on: string; days: number }
  | { code: 'direct-award'; weight: 'says'; isAllowed: boolean; confidence: Confidence }
  | { code: 'direct-award-not-held'; weight: 'warns' }
  | { code: 'older-law'; weight: 'says'; confidence: Confidence }
  | { code: 'older-law-scotland'; weight: 'warns' }
  | { code: 'act-for-scotland'; weight: 'says' }
  | { code: 'law-not-held'; weight: 'warns' };

/** How a finding bears on the answer. */
export type FindingWeight = RouteFinding['weight'];
