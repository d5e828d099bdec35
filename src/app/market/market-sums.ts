import { z } from 'zod';

/** What a list of contracts adds up to, in pence without VAT; `netCount` says of how many contracts the sum is made. */
export const marketSums = z.object({
  contracts: z.number().int(),
  netCount: z.number().int(),
  netPence: z.number().int(),
  /** What of it is committed, or in options, in the financial year asked for; null where none is asked for. */
  committedPence: z.number().int().nullable(),
});
