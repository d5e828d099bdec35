/**
 * Finds an amount of money in a text, in whichever of the usual ways it is written: £2,280,000, £2280000, £2.28m, £2.28 million,
 * £2,280k, GBP 2,280,000.00, 2,280,000 pounds. Without the currency only where the figure itself is telling (four digits or more that aren’t noughts, or a unit),
 * so that a count of 310,000 applications isn’t taken for a price.
 *
 * @param rounding `loose` also finds it rounded, up or down, to one or two figures that tell it within a twentieth: £2.3m for 2,310,000
 * @example statesAmount('It asks £2.28 million a year.', [2_280_000]) // true
 * @example statesAmount('It asks £2.28 million a year.', [2_000_000]) // false
 * @example statesAmount('It asks some £2.3m a year.', [2_280_000], 'loose') // true
 */
export function statesAmount(
  text: string,
  amounts: readonly number[],
  rounding: 'close' | 'loose' = 'close',
): boolean {
  return amounts.some((amount) => patternOf(Math.abs(amount), rounding).test(text));
}

const patterns = new Map<string, RegExp>();

function patternOf(amount: number, rounding: 'close' | 'loose'): RegExp {
  const key = `${rounding} ${amount}`;
  const kept = patterns.get(key);
  if (kept !== undefined) return kept;
  const forms = rounding === 'close' ? formsOf(amount) : [amount, ...roundedForms(amount)].flatMap(formsOf);
  const pattern =
    forms.length === 0 ? /(?!)/u : new RegExp(`(?<![\\d.,])(?:${forms.join('|')})(?![\\d]|[.,]\\d)`, 'iu');
  patterns.set(key, pattern);
  return pattern;
}

/** What is further from an amount than this share of it doesn’t tell it. */
const tellingShare = 0.05;

/** An amount as people round it in passing: to one or two figures, up or down. */
function roundedForms(amount: number): number[] {
  const first = 10 ** Math.floor(Math.log10(amount));
  const steps = [first, first / 10].filter((step) => step >= 1);
  return [
    ...new Set(steps.flatMap((step) => [Math.floor(amount / step) * step, Math.ceil(amount / step) * step])),
  ].filter((value) => value !== amount && Math.abs(value - amount) <= tellingShare * amount);
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
  const inUnits = (figure: string, unit: string): string =>
    `(?:${sign})?${escaped(figure)}\\s?(?:${unit})\\b`;
  return [
    ...new Set(
      [amount, Number(amount.toPrecision(3))].flatMap((value) => [
        ...pounds(parted(value, 2)),
        ...pounds(String(value)),
        ...(value < 1000
          ? [`${sign}${escaped(value.toFixed(2))}`]
          : [inUnits(parted(value / 1e3, 3), 'k|thousand')]),
        ...(value < 100_000 ? [] : [inUnits(parted(value / 1e6, 6), 'm|million')]),
        ...(value < 100_000
          ? []
          : [1, 2]
              .filter((places) => Number((value / 1e6).toFixed(places)) === value / 1e6)
              .map((places) => inUnits((value / 1e6).toFixed(places), 'm|million'))),
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
