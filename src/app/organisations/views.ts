import { z } from 'zod';
import { candidateParts } from '../../domain/organisations/score-candidate.ts';

/** One side of a decision or of a pair: an organisation with the keys that make it. */
export const decidedSide = z.object({
  id: z.string(),
  name: z.string(),
  /** `SCHEME:id` and `name:<kind>:<name>`. */
  keys: z.array(z.string()),
  /** Where it has contracts. */
  sides: z.array(z.enum(['buyer', 'supplier'])),
});
export type DecidedSide = z.output<typeof decidedSide>;

/** A decision about who is who, with its history. */
export const identityDecisionView = z.object({
  number: z.number().int(),
  kind: z.enum(['same', 'apart']),
  /** What it speaks of, in keys that hold in any register. */
  keys: z.array(z.string()),
  apartFrom: z.string().nullable(),
  reason: z.string(),
  /** The organisations as they were shown when it was made. */
  shown: z.array(decidedSide),
  madeBy: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** Whether the organisations are at present as it says. Following it never joins two company numbers. */
  isFollowed: z.boolean(),
});
export type IdentityDecisionView = z.output<typeof identityDecisionView>;

/** What a decision led to. */
export const decisionOutcome = z.object({
  decision: identityDecisionView,
  /** The organisations that its keys belong to now. */
  organisations: z.array(decidedSide),
});
export type DecisionOutcome = z.output<typeof decisionOutcome>;

/** Why somebody decided; kept with the decision. */
export const reasonInput = z
  .string()
  .trim()
  .min(5, 'Say in a sentence why.')
  .max(1000, 'Use at most 1,000 characters.')
  .describe('Why, and how you know.');

/** Two organisations that may be one. */
export const candidateView = z.object({
  /** 0 to 1: the sum of the parts, kept within these bounds. */
  score: z.number(),
  parts: z.array(z.object({ part: z.enum(candidateParts), weight: z.number(), detail: z.string() })),
  sides: z.array(decidedSide),
});
export type CandidateView = z.output<typeof candidateView>;
