import type { z } from 'zod';
import type { rateView, shareView, totalsView } from '../../../app/market/views.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { FigureCell } from '../../components/chart/chart-figure.ts';
import { presentSum } from '../../components/present-amount.ts';

/** A sum of money with how many contracts it is made of. */
export function moneyCell(
  sums: z.output<typeof totalsView>,
  href: string | null,
  words: Catalogue,
): FigureCell {
  const text = presentSum(sums.netPence, sums.netCount, words);
  return text === null
    ? { text: words.organisations.moneyNone }
    : { text, href, note: words.market.from(sums.netCount, sums.contracts) };
}

/** A share with its parts; where nothing could be measured the cell says so. `isMoney`: the parts are pence. */
export function shareCell(
  share: z.output<typeof shareView>,
  href: string | null,
  { market, format }: Catalogue,
  isMoney = false,
): FigureCell {
  if (share.share === null) return { text: market.noShare };
  const part = (value: number): string =>
    isMoney ? (format.moneyShort({ minorUnits: value, currency: 'GBP' }) ?? '') : format.number(value);
  return {
    text: market.percent(share.share),
    href,
    note: market.partOf(part(share.part), part(share.whole)),
  };
}

/** A rate with its interval; of fewer than thirty contracts only their number. */
export function rateCell(
  { part, whole, rate }: z.output<typeof rateView>,
  href: string | null,
  { market, format }: Catalogue,
): FigureCell {
  if (rate === null) return { text: market.noShare, note: market.tooFew(whole) };
  return {
    text: market.percent(rate.share),
    href: part === 0 ? null : href,
    note: `${market.competition.interval(market.percent(rate.low), market.percent(rate.high))}, ${market.partOf(format.number(part), format.number(whole))}`,
  };
}

/** A number of contracts that opens their list. */
export function countCell(count: number, href: string, { market, format }: Catalogue): FigureCell {
  return count === 0 ? { text: '0' } : { text: format.number(count), href, hint: market.contracts(count) };
}

/** Pounds, short: £1.2m; for the lines of an axis too. */
export function pounds(pence: number, { format }: Catalogue): string {
  return format.moneyShort({ minorUnits: pence, currency: 'GBP' }) ?? '';
}
