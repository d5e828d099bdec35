import { z } from 'zod';
import { leverHolders, outcomes } from '../../domain/segments/playbook/playbook.ts';
import { sectionIds } from '../../domain/segments/playbook/sections.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';

const basisView = z.enum(['source', 'judgement']);

const paragraphView = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  text: z.string(),
  basis: basisView,
  /** Ids of its sources. */
  sources: z.array(z.string()),
  formula: z.string().nullable(),
  by: z.enum(leverHolders).nullable(),
  model: z.object({ id: z.string(), name: z.string() }).nullable(),
});

/** A playbook as it is read. */
export const playbookView = z.object({
  segment: z.enum(digitalSegmentIds),
  summary: z.string(),
  owner: z.string().nullable(),
  reviewed: z.string(),
  status: z.enum(['unreviewed', 'reviewed']),
  /** Day by which it should be gone through again, and whether that day has come. */
  reviewDueOn: z.string(),
  isReviewDue: z.boolean(),
  /** From 1, which is the file that comes with the program. */
  version: z.number().int(),
  /** When this version was saved and by whom; null for the file that comes with the program. */
  savedAt: z.string().nullable(),
  savedBy: z.string().nullable(),
  /** Whether it was saved after the day on which it was last gone through. */
  isChangedSince: z.boolean(),
  /** Why newer versions aren’t the one that counts. */
  warnings: z.array(z.string()),
  sections: z.array(z.object({ id: z.enum(sectionIds), paragraphs: z.array(paragraphView) })),
  checks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** When it fires, in words. */
      when: z.string(),
      /** Facts that it asks for. */
      facts: z.array(z.string()),
      outcome: z.enum(outcomes),
      because: z.string(),
      act: z.string(),
      basis: basisView,
      sources: z.array(z.string()),
      passage: z.string(),
      /** Whether it is of this segment alone. */
      isOwn: z.boolean(),
    }),
  ),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      date: z.string(),
      read: z.enum(['primary', 'secondary', 'unverified']),
      note: z.string().nullable(),
    }),
  ),
});
export type PlaybookView = z.output<typeof playbookView>;
