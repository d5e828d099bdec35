import { z } from 'zod';
import { outcomes } from '../../domain/segments/playbook/playbook.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';

/** One thing that a check found. */
export const checkFinding = z.object({
  id: z.string(),
  segment: z.enum(digitalSegmentIds),
  outcome: z.enum(outcomes),
  title: z.string(),
  because: z.string(),
  act: z.string(),
  /** What the check rests on: titles of its sources, none where it is a judgement. */
  sources: z.array(z.object({ id: z.string(), title: z.string(), publisher: z.string() })),
  /** The passage of the playbook that says more: a section, or a paragraph of it as `section.paragraph`. */
  passage: z.string(),
  /** The facts that decided, each with what it was read from. */
  facts: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), evidence: z.string() })),
  /** Options of a case that it concerns; empty for contracts and drafts. */
  options: z.array(z.string()),
});
export type CheckFinding = z.output<typeof checkFinding>;

/** A check that couldn’t be judged, and which facts were missing. */
export const checkNotStated = z.object({
  id: z.string(),
  segment: z.enum(digitalSegmentIds),
  title: z.string(),
  missing: z.array(z.object({ name: z.string(), label: z.string() })),
});
export type CheckNotStated = z.output<typeof checkNotStated>;

/** What the checks of playbooks say of a subject: what fired by severity, what didn’t, what nobody can say. */
export const checkReport = z.object({
  /** What was checked, as its title. */
  subject: z.string(),
  kind: z.enum(['case', 'contract', 'draft']),
  /** Segments whose playbooks were asked, and why these. */
  segments: z.array(
    z.object({ id: z.enum(digitalSegmentIds), because: z.string(), isReviewed: z.boolean() }),
  ),
  findings: z.array(checkFinding),
  /** Checks that looked and found nothing. */
  clear: z.number().int(),
  notStated: z.array(checkNotStated),
  /** Of a draft: what it was read to state, with the words it was read from; empty for cases and contracts. */
  stated: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), evidence: z.string() })),
  /** Of a draft: what of it was not read, in sentences. */
  notRead: z.array(z.string()),
});
export type CheckReport = z.output<typeof checkReport>;
