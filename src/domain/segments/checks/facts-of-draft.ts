import type { Facts } from './condition.ts';
import type { FactReading } from './fact.ts';
import { factsOfText, quote } from './facts-of-text.ts';
import { termFacts, valueFacts } from './derived-facts.ts';

const numberWords: Readonly<Record<string, number>> = {
  one: 1, single: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12,
}; // prettier-ignore
const numeral = `\\d{1,3}|${Object.keys(numberWords).join('|')}`;

const money = '£\\s?(\\d[\\d,]*(?:\\.\\d+)?)\\s?(k|m|bn|million|billion|thousand)?\\b';
const valuePattern = new RegExp(`\\b(?:value|budget|worth|estimated at)\\b[^£.\\n]{0,60}${money}`, 'giu');
const turnoverPattern = new RegExp(`\\bturnover\\b[^£.\\n]{0,60}${money}`, 'giu');
const termPattern = new RegExp(
  `\\b(?:term|period|duration|contract(?: is| runs| will run)?|agreement)\\b[^.\\n]{0,40}?\\b(${numeral})[ -](months?|years?)\\b`,
  'giu',
);
const extensionPattern = new RegExp(
  `\\b(?:extension|extend(?:ed|able)?|option(?:al)?)\\b[^.\\n]{0,60}?\\b(${numeral})[ -](?:(?:more|further|additional) )?(months?|years?)\\b`,
  'giu',
);
const pricePattern = /\b(?:price|cost)s?\b[^.,;%\n]{0,30}?\b(\d{1,3}) ?(?:%|per ?cent\b)/giu;
const pricePatternBefore = /\b(\d{1,3}) ?(?:%|per ?cent)(?: (?:for|on|to|is))? (?:price|cost)\b/giu;
const daysPattern = new RegExp(
  `\\b(${numeral}) (?:calendar )?days (?:to (?:bid|respond|tender|reply)|for (?:bids|tenders|responses|bidding))|(?:tender|bidding) (?:period|window)[^.\\n]{0,20}?\\b(${numeral}) (?:calendar )?days`,
  'giu',
);
const lotsPattern = new RegExp(`\\b(${numeral}) lots?\\b`, 'giu');
const engagementPattern = /preliminary market engagement|\bUK2\b/iu;

/**
 * What can be read from a draft tender that is plain text. A number counts only where the text gives one number for it: a
 * text with two terms states none.
 *
 * @example factsOfDraft('The contract runs for 24 months. Price counts 60%.')['term-months']?.value // 24
 */
export function factsOfDraft(text: string): Facts {
  const value = onlyNumber(text, valuePattern, ([, amount, size]) => poundsOf(amount, size));
  const term = onlyNumber(text, termPattern, ([, count, unit]) => monthsOf(count, unit));
  const extension = onlyNumber(text, extensionPattern, ([, count, unit]) => monthsOf(count, unit));
  const turnover = onlyNumber(text, turnoverPattern, ([, amount, size]) => poundsOf(amount, size));
  const price =
    onlyNumber(text, pricePattern, ([, percent]) => Number(percent)) ??
    onlyNumber(text, pricePatternBefore, ([, percent]) => Number(percent));
  const days = onlyNumber(text, daysPattern, ([, before, after]) => countOf(before ?? after));
  const lots = onlyNumber(text, lotsPattern, ([, count]) => countOf(count));
  const engagement = engagementPattern.exec(text);
  const valued = value === null ? {} : valueFacts(value, vatOf(text));
  const termed = term === null ? {} : termFacts(term, extension);
  const annual = valued['value-ex-vat'];
  const months = termed['term-months'];
  const yearly =
    typeof annual?.value === 'number' && typeof months?.value === 'number' && months.value > 0
      ? (annual.value / months.value) * 12
      : null;
  return {
    ...factsOfText(text, 'no'),
    ...valued,
    ...termed,
    ...(yearly !== null && { 'annual-value': { value: yearly, evidence: 'value and term in the text' } }),
    ...(yearly !== null &&
      yearly > 0 &&
      turnover !== null && {
        'turnover-times-annual': { value: Number(turnover.value) / yearly, evidence: turnover.evidence },
      }),
    ...(extension !== null && { 'has-extension': { value: true, evidence: extension.evidence } }),
    ...(price !== null && { 'price-weight-percent': price }),
    ...(days !== null && { 'tender-days': days }),
    ...(lots !== null && { lots }),
    ...(engagement !== null && {
      'market-engagement': { value: 'yes', evidence: quote(text, engagement.index, engagement[0].length) },
    }),
  };
}

/** The one number that a pattern finds; null where it finds none, or several that differ. */
function onlyNumber(
  text: string,
  pattern: RegExp,
  read: (match: RegExpMatchArray) => number,
): (FactReading & { value: number }) | null {
  const found = [...text.matchAll(pattern)].map((match) => ({
    value: read(match),
    evidence: quote(text, match.index, match[0].length),
  }));
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value === first.value) ? first : null;
}

function countOf(word: string | undefined): number {
  const text = (word ?? '').toLowerCase();
  return numberWords[text] ?? Number(text);
}

function monthsOf(count: string | undefined, unit: string | undefined): number {
  return countOf(count) * (unit?.toLowerCase().startsWith('year') === true ? 12 : 1);
}

const sizes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

function poundsOf(amount: string | undefined, size: string | undefined): number {
  return Number((amount ?? '').replaceAll(',', '')) * (sizes[(size ?? '').toLowerCase()] ?? 1);
}

/** Whether the text says that its values are with or without VAT. */
function vatOf(text: string): 'net' | 'gross' | 'unstated' {
  const isNet = /\b(?:ex(?:cl(?:uding|usive of)?)?\.?|without|net of) VAT/iu.test(text);
  const isGross = /\b(?:inc(?:l(?:uding|usive of)?)?\.?|with) VAT/iu.test(text);
  if (isNet === isGross) return 'unstated';
  return isNet ? 'net' : 'gross';
}
