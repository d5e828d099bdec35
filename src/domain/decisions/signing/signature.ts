import { z } from 'zod';
import { words } from '../case-parts/case-fields.ts';
import { caseStages } from '../case-parts/governance.ts';

/** What is signed for, in the order in which it happens; `returned` and `refused` end a round. */
export const signingActions = ['submitted', 'returned', 'verified', 'approved', 'refused'] as const;

/** What is signed for. */
export type SigningAction = (typeof signingActions)[number];

/** What local mode says of every signature. */
export const typedName = 'name typed, not authenticated';

/** SHA-256, in lower-case hexadecimal. */
export const digestText = z.string().regex(/^[0-9a-f]{64}$/u, 'a SHA-256 in lower-case hexadecimal');

/** An instant in UTC, as `Date.toISOString` writes it. */
export const instantText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u, 'an instant such as 2026-11-23T09:30:00.000Z');

/**
 * A signature. It holds for one content of the case, by its hash; the name stands apart, so that it can be erased and the
 * signature still be verified.
 */
export const signaturePart = z.strictObject({
  action: z.enum(signingActions),
  stage: z.enum(caseStages),
  post: words,
  nameDigest: digestText,
  authentication: z.literal(typedName),
  reasons: words.describe('In the words of who signed.'),
  considered: z
    .boolean()
    .describe('Had the evidence, considered the alternatives, and had due regard to the equality duty.'),
  conditions: z.array(words),
  releases: words.nullable().describe('What is released now.'),
  returns: words.nullable().describe('What comes back, and when.'),
  revision: z.number().int().min(1),
  documentHash: digestText.describe('Of the content that was signed for, see documentHash.'),
  signedAt: instantText,
});

/** A signature as a record holds it. */
export type Signature = z.output<typeof signaturePart>;
