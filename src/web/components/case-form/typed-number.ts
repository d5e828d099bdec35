/**
 * A number as people type it: with or without £ and commas, a share with %, and k, m or bn for thousands, millions and
 * thousand millions. Null where it is none.
 *
 * @example readNumber('£1.2m') // 1200000
 * @example readNumber('1,5') // null
 */
export function readNumber(text: string): number | null {
  const [, sign = '', digits = '', power = ''] =
    /^([-−+]?)\s*£?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\d+(?:\.\d+)?e[-+]?\d+)\s*(k|m|bn)?\s*%?$/iu.exec(
      text.trim(),
    ) ?? [];
  if (digits === '') return null;
  const exponent = { '': '', k: 'e3', m: 'e6', bn: 'e9' }[power.toLowerCase()] ?? '';
  const value = Number(`${digits.replaceAll(',', '')}${digits.includes('e') ? '' : exponent}`);
  if (!Number.isFinite(value)) return null;
  return sign === '-' || sign === '−' ? -value : value;
}

/**
 * A number as a form shows it: thousands apart, nothing rounded.
 *
 * @example numberText(-1234567.5) // '-1,234,567.5'
 */
export function numberText(value: number): string {
  const [whole = '', ...decimals] = String(value).split('.');
  if (/e/u.test(whole)) return String(value);
  return [whole.replaceAll(/\B(?=(\d{3})+$)/gu, ','), ...decimals].join('.');
}
