import { z } from 'zod';
import { segmentIds } from '../../domain/segments/segment.ts';

/** The segment of a process with how it came about. */
export const segmentView = z.object({
  /** The one that counts. */
  segment: z.enum(segmentIds),
  basis: z.enum(['model', 'person']),
  model: z.object({
    segment: z.enum(segmentIds),
    /** How often such answers are right, 0 to 1. */
    probability: z.number(),
    second: z.enum(segmentIds),
    /** What decided, in plain words: what spoke for it strongest first, what is missing, and what spoke against. */
    because: z.array(z.string()),
  }),
  /** The person's choice that stands. */
  override: z.object({ reason: z.string(), madeBy: z.string(), madeAt: z.string() }).nullable(),
});
export type SegmentView = z.output<typeof segmentView>;

/** A person's choice, standing or withdrawn. */
export const overrideView = z.object({
  ocid: z.string(),
  title: z.string().nullable(),
  segment: z.enum(segmentIds),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
});
