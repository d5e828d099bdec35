import { currencyExponent } from './money.ts';

/**
 * An amount in whole currency units as a decimal text, exact to the smallest unit; null where it can't be read.
 *
 * @example decimalOf(2087850, 'GBP') // '20878.50'
 */
export function decimalOf(minorUnits: number | null, currency: string | null): string | null {
  if (minorUnits === null) return null;
  const places = currencyExponent(currency);
  const digits = String(Math.abs(minorUnits)).padStart(places + 1, '0');
  const sign = minorUnits < 0 ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
