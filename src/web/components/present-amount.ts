import type { z } from 'zod';
import type { amountView } from '../../app/contracts/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** An amount as shown: never without its kind and its VAT basis. */
export type AmountShown = {
  /** £1.23m, or words where it is no number. */
  figure: string;
  /** contract value, ex VAT */
  description: string;
  /** Why it isn't counted; null where it can be believed. */
  doubt: string | null;
};

/**
 * An amount for a page: short in lists, exact in tables.
 *
 * @example presentAmount(amount, words, 'short') // { figure: '£1.23m', description: 'contract value, ex VAT', doubt: null }
 */
export function presentAmount(
  amount: z.output<typeof amountView>,
  words: Catalogue,
  length: 'short' | 'exact',
): AmountShown {
  const { labels, format } = words;
  const figure = length === 'short' ? format.moneyShort(amount) : format.moneyExact(amount);
  const parts = [labels.amountKind[amount.kind], labels.amountBasis[amount.basis]];
  if (figure !== null && amount.currency === null) parts.push(words.amount.noCurrency);
  return {
    figure: figure ?? words.amount.unreadable,
    description: parts.join(', '),
    doubt: amount.flag === null ? null : `${words.amount.notCounted} ${labels.amountFlag[amount.flag]}`,
  };
}

/** The sum of believable values of an organisation or a year, in pence without VAT. */
export function presentSum(pence: number, count: number, words: Catalogue): string | null {
  return count === 0 ? null : words.format.moneyShort({ minorUnits: pence, currency: 'GBP' });
}
