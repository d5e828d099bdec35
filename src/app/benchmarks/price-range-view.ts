import { z } from 'zod';

/** Quartiles and range of prices, in whole pence without VAT. */
export const priceRangeView = z.object({
  least: z.number().int(),
  q1: z.number().int(),
  median: z.number().int(),
  q3: z.number().int(),
  most: z.number().int(),
});
