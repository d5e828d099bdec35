import { z } from 'zod';

/** Which body’s strategy is meant. */
export const buyerField = z.string().min(1).max(100).describe('Id of the buyer, from `buyers find`.');

/** Which version of it. */
export const revisionField = z.coerce
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .optional()
  .describe('Version, from 1; left out, the newest.');
