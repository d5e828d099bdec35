import { z } from 'zod';
import { publishers } from '../../domain/notices/process-facts.ts';
import { pairParts } from '../../domain/processes/pair-part.ts';

/** A process as one side of a pair. */
export const processSide = z.object({
  ocid: z.string(),
  title: z.string(),
  publisher: z.enum(publishers),
  buyer: z.string().nullable(),
  firstPublishedAt: z.string().nullable(),
  contracts: z.number().int(),
});
export type ProcessSide = z.output<typeof processSide>;

/** One reason: what it is, its weight (log-odds) and what it rests on. */
export const pairPart = z.object({ part: z.enum(pairParts), weight: z.number(), detail: z.string() });

/** Two processes of different portals that may be one. */
export const processPair = z.object({
  /** Confidence that both are one, 0 to 1. */
  score: z.number(),
  parts: z.array(pairPart),
  sides: z.array(processSide),
});
export type ProcessPair = z.output<typeof processPair>;

/** Where else a process was published, and why we say so. */
export const publishedAlso = z.object({
  /** The process under which all are counted. */
  mainOcid: z.string(),
  others: z.array(
    processSide.extend({
      /** Confidence that it is the same process; null where only others of the group tie it to this one. */
      confidence: z.number().nullable(),
      parts: z.array(pairPart),
      /** The decision of a person that joins them, where there is one. */
      decision: z.object({ number: z.number().int(), reason: z.string() }).nullable(),
    }),
  ),
});
export type PublishedAlso = z.output<typeof publishedAlso>;

/** What a person decided about two processes. */
export const processDecision = z.object({
  number: z.number().int(),
  kind: z.enum(['same', 'apart']),
  ocids: z.array(z.string()),
  reason: z.string(),
  /** The processes as they were shown when it was made. */
  shown: z.array(z.object({ ocid: z.string(), title: z.string(), publisher: z.string() })),
  madeBy: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** Whether the processes are counted at present as it says. */
  isFollowed: z.boolean(),
});
export type ProcessDecision = z.output<typeof processDecision>;
