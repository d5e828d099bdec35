import { z } from 'zod';
import { publishers } from '../../domain/notices/process-facts.ts';

/** What the register holds and what it misses. Instants are UTC ISO 8601. */
export const dataStatus = z.object({
  isSample: z.boolean(),
  /** Sample and real notices in one register. */
  isMixed: z.boolean(),
  counts: z.object({
    releases: z.number().int(),
    processes: z.number().int(),
    contracts: z.number().int(),
    frameworks: z.number().int(),
    buyers: z.number().int(),
    suppliers: z.number().int(),
  }),
  /** Per publisher: what is held, and the newest notice. */
  publishers: z.array(
    z.object({
      publisher: z.enum(publishers),
      releases: z.number().int(),
      processes: z.number().int(),
      contracts: z.number().int(),
      newestPublishedAt: z.string().nullable(),
      lastReceivedAt: z.string().nullable(),
    }),
  ),
  /** Notice numbers per year on Find a Tender: highest number seen, held, entered as absent. */
  completeness: z.array(
    z.object({
      publisher: z.enum(publishers),
      year: z.number().int(),
      issued: z.number().int(),
      held: z.number().int(),
      absent: z.number().int(),
      /** Neither held nor known to be absent: of days that were not read in here, or missed. */
      missing: z.number().int(),
    }),
  ),
  /** Contracts per flag of an amount. */
  flags: z.array(z.object({ flag: z.string(), meaning: z.string(), amounts: z.number().int() })),
  /** How many contracts carry each field. */
  coverage: z.array(
    z.object({ field: z.string(), label: z.string(), held: z.number().int(), of: z.number().int() }),
  ),
  runs: z.array(
    z.object({
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      inputs: z.array(z.string()),
      read: z.number().int(),
      new: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      repaired: z.number().int(),
      skipped: z.number().int(),
      problems: z.array(z.object({ input: z.string(), line: z.number().int(), message: z.string() })),
    }),
  ),
  /** Frameworks and dynamic markets whose facts need a look: authored facts, not of the register. */
  routesDue: z.array(z.object({ id: z.string(), name: z.string(), status: z.string(), checked: z.string() })),
  computedAt: z.string().nullable(),
});
export type DataStatus = z.output<typeof dataStatus>;
