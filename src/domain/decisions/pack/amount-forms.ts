/**
 * Finds an amount in a text, in whichever of the usual ways it is written: £2,280,000, 2280000, £2.28m, £2.28 million, £2,280k.
 * Below a thousand pounds only with the sign before it, so that a count isn’t taken for a price.
 *
 * @example statesAmount('It asks £2.28 million a year.', [2_280_000]) // true
 * @example statesAmount('It asks £2.28 million a year.', [2_000_000]) // false
 */
export function statesAmount(text: string, amounts: readonly number[]): boolean {
  return amounts.some((amount) => patternOf(Math.abs(amount)).test(text));
}

const patterns = new Map<number, RegExp>();

function patternOf(amount: number): RegExp {
  const kept = patterns.get(amount);
  if (kept !== undefined) return kept;
  const forms = formsOf(amount).map((form) => form.replaceAll(/[.]/gu, '\\.'));
  const pattern =
    forms.length === 0 ? /(?!)/u : new RegExp(`(?<![\\d.,])(?:${forms.join('|')})(?![\\d]|[.,]\\d)`, 'iu');
  patterns.set(amount, pattern);
  return pattern;
}

/** Ways to write an amount, as a pattern each; the pound sign is optional where the figure itself is telling. */
function formsOf(amount: number): string[] {
  if (amount === 0) return [];
  const plain = (value: number, digits: number): string =>
    value.toLocaleString('en-GB', { maximumFractionDigits: digits });
  const rounded = Number(amount.toPrecision(3));
  const exact = [amount, rounded];
  if (amount < 1000)
    return [...new Set(exact.flatMap((one) => [`£ ?${plain(one, 2)}`, `£ ?${one.toFixed(2)}`]))];
  return [
    ...new Set([
      ...exact.map((one) => `£? ?${plain(one, 2)}`),
      ...exact.filter((one) => one >= 10_000).map((one) => `£? ?${Math.round(one)}`),
      ...exact.map((one) => `£ ?${plain(one / 1e3, 3)} ?(?:k|thousand)`),
      ...(amount < 100_000 ? [] : exact.map((one) => `£? ?${plain(one / 1e6, 6)} ?(?:m|million)`)),
    ]),
  ];
}
