import { z } from 'zod';
import { evidencePart } from '../../domain/decisions/case-parts/evidence.ts';

/** What the register shows for a case, beside what a person typed. */
export const evidenceView = z.object({
  id: z.string(),
  title: z.string(),
  at: z.string(),
  figures: z.array(evidencePart.extend({ sentence: z.string() })),
  groups: z.array(z.object({ heading: z.string(), about: z.array(z.string()), ids: z.array(z.string()) })),
  /** What a person typed beside what the register shows. */
  beside: z.array(
    z.object({
      path: z.string(),
      typed: z.string(),
      register: z.string(),
      figure: z.string(),
      differs: z.boolean(),
    }),
  ),
  /** Empty places that the register could fill. */
  fills: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), value: z.unknown() })),
  /** What the register couldn’t be asked for, and why. */
  gaps: z.array(z.object({ about: z.string(), because: z.string() })),
  /** The version in which the figures are kept; null where they weren’t. */
  revision: z.number().int().nullable(),
});
export type EvidenceView = z.output<typeof evidenceView>;
