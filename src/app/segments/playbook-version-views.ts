import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';

/** Whose playbook is meant. */
export const playbookField = z.enum(digitalSegmentIds).describe('The segment.');

/** Which version of it. */
export const versionField = z.coerce
  .number()
  .int()
  .min(1)
  .describe('Version, from 1, which is the file that comes with the program.');

/** Who saves. */
export const editedByField = z
  .string()
  .trim()
  .min(1, 'Name who saves, or leave it out.')
  .max(200)
  .optional()
  .describe('Who saves, best as a post; left out, whoever uses this installation. The history shows it.');

/** Why it is saved. */
export const editNoteField = z
  .string()
  .trim()
  .min(1, 'Say why, or leave it out.')
  .max(1000)
  .optional()
  .describe('Why, for the history.');

/** Which version was read before the change. */
export const editSeenField = z.coerce
  .number()
  .int()
  .min(1)
  .optional()
  .describe('The version that was read before the change: refused where somebody saved another meanwhile.');

/** A version that was saved. */
export const savedPlaybookView = z.object({
  segment: z.enum(digitalSegmentIds),
  version: z.number().int(),
  savedAt: z.string(),
  savedBy: z.string(),
  note: z.string().nullable(),
});

/**
 * A version that was saved, in a line.
 *
 * @example savedPlaybookText({ segment: 'cloud-hosting', version: 2, savedAt, savedBy: 'local', note: null })
 */
export function savedPlaybookText({ segment, version, savedAt }: z.output<typeof savedPlaybookView>): string {
  return `The playbook of ${segment} stands at version ${version}, saved ${savedAt.slice(0, 16).replace('T', ' ')} UTC.`;
}

/** A version as the history lists it. */
export const playbookVersionView = z.object({
  version: z.number().int(),
  /** When it was saved; null for the file that comes with the program. */
  savedAt: z.string().nullable(),
  savedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** Whether it is the one that counts. */
  isLive: z.boolean(),
});

/** What changed, as operations answer it. */
export const playbookChangeView = z.object({
  place: z.string(),
  kind: z.enum(['changed', 'moved', 'removed', 'added']),
  parts: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
});
