import { z } from 'zod';
import { idText, words } from '../case-parts/case-fields.ts';
import { caseStages, markingPart } from '../case-parts/governance.ts';
import { digestText, instantText, signaturePart } from '../signing/signature.ts';

/** Format of a record, in its first line. */
export const recordFormat = 'digital-sourcing-decision-record/1';

/** How a record came about. `unsigned`: nobody has decided; it shows what the method gave. */
export const recordOutcomes = ['unsigned', 'approved', 'approved-in-part', 'refused'] as const;

/** Whether results are computed from it, or only judgements about the case rest on it. */
export const referenceUses = ['results', 'judgements'] as const;

const json = z.json();
const version = z.strictObject({ id: z.string().min(1), version: z.string().min(1) });

/** What a record says, before it is hashed. */
export const recordContent = z.strictObject({
  format: z.literal(recordFormat),
  case: idText,
  title: words,
  body: z.strictObject({ id: words, name: words }),
  number: z.number().int().min(1).nullable().describe('Place in the chain of the case; null while unsigned.'),
  previous: digestText.nullable().describe('Hash of the record before it; null for the first.'),
  stage: z.enum(caseStages),
  outcome: z.enum(recordOutcomes),
  waitsFor: z.array(words).describe('Posts whose approval of this stage is still to come.'),
  revision: z.number().int().min(1).nullable(),
  marking: markingPart,
  madeAt: instantText,
  document: z.record(z.string(), json).describe('The case. Names beside posts are replaced by digests.'),
  documentHash: digestText,
  seed: z.number().int().min(0),
  draws: z.number().int().min(0).describe('Draws that the simulation ended with; 0 where nothing was costed.'),
  methods: z.array(version).describe('Methods that the results come from.'),
  reference: z
    .array(version.extend({ restsOn: z.enum(referenceUses) }))
    .describe('Reference data that was used.'),
  figures: z.array(json).describe('Figures of the register that the case uses, each with query and instant.'),
  problems: z.array(z.strictObject({ kind: z.enum(['error', 'warning', 'missing']), path: z.string(), message: z.string() })),
  results: z.record(z.string(), json).describe('Figures to nine significant digits.'),
  signatures: z.array(signaturePart),
}); // prettier-ignore

/** What a record says, before it is hashed. */
export type RecordContent = z.output<typeof recordContent>;

/**
 * An immutable record of a case: everything that is needed to see what was decided on which figures, and to work them out
 * again. `hash` covers all but `hash` and `names`; `digests` has the hash of each part, so that a change can be placed.
 */
export const decisionRecord = recordContent.extend({
  digests: z.record(z.string(), digestText),
  hash: digestText.describe('SHA-256 of the canonical JSON (RFC 8785) of the record without hash and names.'),
  names: z
    .record(digestText, z.strictObject({ name: words, salt: z.string().regex(/^[0-9a-f]{32,}$/u) }))
    .describe('Names by their digests, outside the hash, so that they can be erased.'),
});

/** A sealed record. */
export type DecisionRecord = z.output<typeof decisionRecord>;
