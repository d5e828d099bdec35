import { z } from 'zod';
import { caseProblemView, problemCounts } from './problem-text.ts';

/** Which case is meant. */
export const caseField = z.string().min(1).max(60).describe('Id of the case.');

/** Which version of it. */
export const revisionField = z.coerce
  .number()
  .int()
  .min(1)
  .optional()
  .describe('Version, from 1; left out, the newest.');

/** Which version was read before it was changed. */
export const seenField = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe('The version that was read before the change: refused where somebody saved another meanwhile.');

/** Who saves. */
export const savedByField = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe('Who saves; left out, whoever uses this installation.');

/** Why it is saved. */
export const savingNoteField = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .optional()
  .describe('Why, for the list of versions.');

/** A case that is kept, without its text. */
export const savedCaseView = z.object({
  id: z.string(),
  revision: z.number().int(),
  savedAt: z.string(),
  savedBy: z.string(),
  note: z.string().nullable(),
  problems: z.array(caseProblemView),
});

/**
 * A kept case in a line.
 *
 * @example savedCaseText({ id: 'permits', revision: 2, savedAt, savedBy: 'local', note: null, problems: [] })
 */
export function savedCaseText({ id, revision, savedAt, problems }: z.output<typeof savedCaseView>): string {
  const checked = problemCounts(problems);
  return `${id}, version ${revision}, saved ${savedAt.slice(0, 16).replace('T', ' ')} UTC: ${checked}.`;
}
