import type { JsonValue } from '../../lib/json.ts';
import type { Amount, AmountFlag } from './amount.ts';

/** ISO 4217 currencies whose smallest unit is not a hundredth. */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0,
  XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4,
}; // prettier-ignore

/**
 * How many decimal places the smallest unit of a currency has, by ISO 4217; two where the currency is unknown.
 *
 * @example currencyExponent('JPY') // 0
 */
export function currencyExponent(currency: string | null): number {
  return currency === null ? 2 : (exponents[currency] ?? 2);
}

/** A published number as money. */
export type ParsedMoney = Pick<Amount, 'minorUnits' | 'originalText'> & { flag: AmountFlag | null };

/** Most that a database integer and a number both carry exactly with room to add: ±9 × 10¹⁵ smallest units. */
const mostMinorUnits = 9_000_000_000_000_000n;

const plainNumber = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * A published amount in the currency's smallest unit, worked out on its decimal digits so that no binary fraction
 * creeps in. More places than the currency has are rounded half away from zero and the text is kept.
 *
 * A text that is a plain decimal number counts as one. A text with separators ("12,000") is unreadable: it is twelve
 * thousand in one country and twelve in another. `1e9999` (read as infinity) is a placeholder.
 * What doesn't fit ±9 × 10¹⁵ is unreadable. Unreadable amounts keep their text.
 *
 * @example parseMoney(20878.5, 'GBP') // { minorUnits: 2087850, originalText: null, flag: null }
 */
export function parseMoney(value: JsonValue, currency: string | null): ParsedMoney {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { minorUnits: null, originalText: value > 0 ? '1e9999' : String(value), flag: 'placeholder' };
  }
  const text =
    typeof value === 'string' ? value.trim() : typeof value === 'number' ? decimalText(value) : null;
  if (text === '1e9999' || text === 'Infinity')
    return { minorUnits: null, originalText: text, flag: 'placeholder' };
  const match = text === null ? null : plainNumber.exec(text);
  if (match === null) return unreadable(typeof value === 'string' ? value : JSON.stringify(value));
  const places = currencyExponent(currency);
  const fraction = match[3] ?? '';
  let units = BigInt((match[2] ?? '0') + fraction.slice(0, places).padEnd(places, '0'));
  const rest = fraction.slice(places);
  if (rest !== '' && rest >= '5') units += 1n;
  if (units > mostMinorUnits) return unreadable(text ?? '');
  const signed = Number(match[1] === '-' ? -units : units);
  const isExact = /^0*$/.test(rest);
  return {
    minorUnits: signed,
    originalText: isExact ? null : (text ?? null),
    flag: signed === 0 ? (isExact ? 'zero' : 'placeholder') : signed < 0 ? 'negative' : null,
  };
}

/** A number's shortest decimal form without an exponent. */
function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(12);
}

function unreadable(text: string): ParsedMoney {
  return { minorUnits: null, originalText: text.slice(0, 100), flag: 'unreadable' };
}
