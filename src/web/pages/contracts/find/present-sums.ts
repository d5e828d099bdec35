import type { z } from 'zod';
import type { marketSums } from '../../../../app/market/market-sums.ts';
import { financialYearName } from '../../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ContractsAsked, marketFilters } from './filter-query.ts';

/** What a list that stands behind a figure of the market adds up to, as one sentence. */
export function presentListSums(
  sums: z.output<typeof marketSums>,
  asked: ContractsAsked,
  { market, format }: Catalogue,
): string {
  const money = (pence: number): string => format.moneyExact({ minorUnits: pence, currency: 'GBP' }) ?? '';
  const year = asked.committedIn ?? asked.extensionIn;
  if (year !== undefined && sums.committedPence !== null) {
    const text = asked.committedIn === undefined ? market.sums.extension : market.sums.committed;
    const prices = sums.pricesOf === null ? null : financialYearName(sums.pricesOf);
    return text(money(sums.committedPence), financialYearName(year), sums.contracts, prices);
  }
  return market.sums.value(money(sums.netPence), sums.netCount, sums.contracts);
}

/** The words of one value of a filter that leads here from a figure of the market. */
export function marketValueText(
  name: (typeof marketFilters)[number],
  value: string,
  { market }: Catalogue,
): string {
  if (name === 'committedIn' || name === 'extensionIn') return financialYearName(Number(value));
  if (name === 'endsIn') return market.quarter(value);
  const texts: Readonly<Record<string, string>> = {
    ...market.counted,
    ...Object.fromEntries(Object.entries(market.gaps).map(([gap, { other }]) => [gap, other])),
    ...market.sizes,
    ...market.bidGroups,
    ...market.vendorWays,
    ...market.priceNames,
  };
  return texts[value] ?? value;
}
