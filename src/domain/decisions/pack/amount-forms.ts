/**
 * Finds an amount of money in a text, in whichever of the usual ways it is written: £2,280,000, £2280000, £2.28m, £2.28 million,
 * £2,280k, GBP 2,280,000.00, 2,280,000 pounds. Without the currency only where the figure itself is telling (four digits or more that aren’t noughts, or a unit),
 * so that a count of 310,000 applications isn’t taken for a price.
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
  const forms = formsOf(amount);
  const pattern =
    forms.length === 0 ? /(?!)/u : new RegExp(`(?<![\\d.,])(?:${forms.join('|')})(?![\\d]|[.,]\\d)`, 'iu');
  patterns.set(amount, pattern);
  return pattern;
}

/** Ways to write an amount, exactly and to three figures, as a pattern each. Blanks are of any kind. */
function formsOf(amount: number): string[] {
  if (amount === 0) return [];
  const digits = String(amount).replaceAll(/\D|0+$/gu, '').length;
  const sign = '(?:£|GBP)\\s?';
  const pounds = (figure: string): string[] => {
    const full = `${escaped(figure)}(?:\\.00)?`;
    return digits >= 4 ? [`(?:${sign})?${full}`] : [`${sign}${full}`, `${full}\\s?(?:pounds|GBP)\\b`];
  };
  const inUnits = (figure: string, unit: string): string => `(?:${sign})?${escaped(figure)}\\s?(?:${unit})`;
  return [
    ...new Set(
      [amount, Number(amount.toPrecision(3))].flatMap((value) => [
        ...pounds(parted(value, 2)),
        ...pounds(String(value)),
        ...(value < 1000
          ? [`${sign}${escaped(value.toFixed(2))}`]
          : [inUnits(parted(value / 1e3, 3), 'k|thousand')]),
        ...(value < 100_000 ? [] : [inUnits(parted(value / 1e6, 6), 'm|million')]),
        ...(value < 100_000 ? [] : [inUnits((value / 1e6).toFixed(2), 'm|million')]),
      ]),
    ),
  ];
}

function escaped(figure: string): string {
  return figure.replaceAll('.', '\\.');
}

function parted(value: number, digits: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}
