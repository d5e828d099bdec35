import { z } from 'zod';
import type { ListSums } from '../../db/queries/market-sums.ts';
import { toReal, type DeflatorSeries } from '../../domain/market/deflate.ts';

/** What a list of contracts adds up to, in pence without VAT; `netCount` says of how many contracts the sum is made. */
export const marketSums = z.object({
  contracts: z.number().int(),
  netCount: z.number().int(),
  netPence: z.number().int(),
  /** What of it is committed, or in options, in the financial year asked for; null where none is asked for. */
  committedPence: z.number().int().nullable(),
  /** The financial year in whose prices that is; null for the prices of the contracts. */
  pricesOf: z.number().int().nullable(),
});

/**
 * What a list adds up to, in the prices that were asked for: those of the contracts where the price level of the year isn't known.
 *
 * @param asked the financial year of what is committed or in options, and whether in real terms
 * @example inPrices(sums, { committedIn: 2025, prices: 'real' }, deflators).pricesOf // 2023
 */
export function inPrices(
  sums: ListSums,
  asked: { committedIn?: number | undefined; extensionIn?: number | undefined; prices?: 'real' | undefined },
  deflators: DeflatorSeries,
): z.output<typeof marketSums> {
  const year = asked.committedIn ?? asked.extensionIn;
  const { committedPence } = sums;
  const asIs = { ...sums, pricesOf: null };
  if (asked.prices !== 'real' || year === undefined || committedPence === null) return asIs;
  const real = toReal(committedPence, year, deflators);
  return real === null ? asIs : { ...sums, committedPence: real.pence, pricesOf: deflators.baseYear };
}
