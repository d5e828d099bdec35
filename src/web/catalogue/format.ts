import { currencyExponent } from '../../domain/contracts/money.ts';

/** An amount as the views give it: minor units of a currency, either unknown. */
type Money = { minorUnits: number | null; currency: string | null };

/** Every way in which numbers, days, instants and money are written, for one locale. */
export type Format = {
  number(value: number): string;
  /** A share as whole percent; "under 1%" and "over 99%" rather than a rounded 0% or 100%. */
  share(part: number, whole: number, words: { under: string; over: string }): string;
  /** `2027-03-31` → 31 March 2027; a text that is no day stays as it is. */
  day(day: string): string;
  /** The day of an instant in London: 31 March 2027. */
  dayOf(instant: string): string;
  /** An instant in London: 31 March 2027 at 14:05. */
  instant(instant: string): string;
  /** £1.23m: for lists. Null where the amount is not a number. */
  moneyShort(money: Money): string | null;
  /** £1,234,567.89: for tables. Null where the amount is not a number. */
  moneyExact(money: Money): string | null;
  /** Picks the form that the language uses for a count. */
  plural(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string;
  /** a, b and c. */
  list(items: readonly string[]): string;
  /** A size in the unit that a reader can judge: 14 kB. */
  bytes(count: number): string;
};

/** The register's instants are UTC; people read them in London. */
const timeZone = 'Europe/London';

/**
 * The formatting of one locale.
 *
 * @example formatIn('en-GB').moneyShort({ minorUnits: 123_456_789, currency: 'GBP' }) // '£1.23m'
 */
export function formatIn(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const londonDays = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const londonInstants = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    number: (value) => numbers.format(value),
    share: (part, whole, words) => shareText(numbers, part, whole, words),
    day: (day) => writeDate(days, day, new Date(`${day}T00:00:00Z`)),
    dayOf: (instant) => writeDate(londonDays, instant, new Date(instant)),
    instant: (instant) => writeDate(londonInstants, instant, new Date(instant)),
    moneyShort: (money) => moneyText(locale, money, true),
    moneyExact: (money) => moneyText(locale, money, false),
    plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
    list: (items) => lists.format(items),
    bytes: (count) => bytesText(locale, count),
  };
}

/** A text that is no date stays as it is. */
function writeDate(formatter: Intl.DateTimeFormat, text: string, date: Date): string {
  return Number.isNaN(date.getTime()) ? text : formatter.format(date);
}

function shareText(
  numbers: Intl.NumberFormat,
  part: number,
  whole: number,
  words: { under: string; over: string },
): string {
  if (whole === 0) return '–';
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 1) return words.under;
  if (percent < 100 && percent > 99) return words.over;
  return `${numbers.format(Math.round(percent))}%`;
}

/** From this many pounds (or other units) on, the short form is rounded to three figures. */
const shortFrom = 10_000;

function moneyText(locale: string, { minorUnits, currency }: Money, isShort: boolean): string | null {
  if (minorUnits === null) return null;
  const places = currencyExponent(currency);
  const units = minorUnits / 10 ** places;
  if (isShort && Math.abs(units) >= shortFrom) {
    return moneyFormatter(locale, currency, { notation: 'compact', maximumSignificantDigits: 3 }).format(
      units,
    );
  }
  const shown = isShort || Number.isInteger(units) ? 0 : places;
  return moneyFormatter(locale, currency, {
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(units);
}

/** A currency that isn't a three-letter code is left out: the page says that it isn't stated. */
function moneyFormatter(
  locale: string,
  currency: string | null,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const isCode = currency !== null && /^[A-Z]{3}$/u.test(currency);
  return new Intl.NumberFormat(locale, isCode ? { style: 'currency', currency, ...options } : options);
}

function bytesText(locale: string, count: number): string {
  const isLarge = count >= 1_000_000;
  const value = isLarge ? count / 1_000_000 : Math.max(1, Math.round(count / 1000));
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: isLarge ? 1 : 0 }).format(value);
  return `${text} ${isLarge ? 'MB' : 'kB'}`;
}
