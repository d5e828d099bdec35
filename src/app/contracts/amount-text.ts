import type { z } from 'zod';
import { decimalOf } from '../../domain/contracts/decimal-of.ts';
import type { amountView } from './views.ts';

const basisWords = { net: 'without VAT', gross: 'with VAT', unstated: 'VAT not stated' } as const;

/**
 * An amount as text for the command line: what it comes to, of which kind, and why it is doubted where it is.
 *
 * @example amountText({ minorUnits: 7_300_000, currency: 'GBP', kind: 'contract', basis: 'net', flag: null })
 * // '£73,000 (contract, without VAT)'
 */
export function amountText(amount: z.output<typeof amountView> | null): string {
  if (amount === null) return 'no value we can rely on';
  const doubt = amount.flag === null ? '' : `, not believed: ${amount.flag}`;
  const text = moneyText(amount.minorUnits, amount.currency) ?? 'cannot be read';
  return `${text} (${amount.kind}, ${basisWords[amount.basis]}${doubt})`;
}

/**
 * Money with thousands parted and its currency before it, exact; null where there is no number.
 *
 * @param minorUnits in the smallest unit of the currency: pence for GBP
 * @example moneyText(123_456_789, 'GBP') // '£1,234,567.89'
 */
export function moneyText(minorUnits: number | null, currency: string | null): string | null {
  const decimal = decimalOf(minorUnits, currency);
  if (decimal === null) return null;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(decimal) ?? [];
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  const mark = currency === 'GBP' ? '£' : currency === null ? '' : `${currency} `;
  return `${sign}${mark}${grouped}${/^0*$/u.test(fraction) ? '' : `.${fraction}`}`;
}
