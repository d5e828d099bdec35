import { dayInWords } from '../../../lib/day-in-words.ts';
import type { EvidenceFigure, EvidenceMeasure } from '../case-parts/evidence.ts';

type Told = Pick<
  EvidenceFigure,
  'measure' | 'value' | 'low' | 'high' | 'n' | 'of' | 'group' | 'from' | 'basis' | 'items'
>;

/** A figure that has its value. */
type Valued = Told & { value: number };

/**
 * A figure of the register in a sentence that names what it rests on; where there is not enough data it says so. The
 * sentence is made of the figure alone, so that a kept figure reads as it did when it was taken.
 *
 * @example evidenceSentence({ measure: 'suppliers-seen', value: 1, n: 7, group: 'cyber security', items: [] })
 * // '1 supplier was seen winning work in cyber security, in 7 contracts; the market may be larger.'
 */
export function evidenceSentence(figure: Told): string {
  if (figure.value === undefined) return notEnough(figure);
  return sentences[figure.measure]({ ...figure, value: figure.value });
}

/** What a figure is called in a table. */
export const measureNames: Readonly<Record<EvidenceMeasure, string>> = {
  'suppliers-seen': 'Suppliers seen winning similar work',
  'suppliers-of-size': 'Suppliers seen winning work of this size',
  concentration: 'Herfindahl–Hirschman index',
  'top-four-share': 'Share of the four largest suppliers',
  'sme-share': 'Contracts won by small firms',
  price: 'Price of comparable contracts a month',
  term: 'Term of comparable contracts',
  'lead-time': 'First notice to contract',
  'contract-growth': 'Growth of contracts after award',
  'project-cost': 'Cost of projects against their estimate',
  'present-price': 'Price of the present contract a month',
  'ending-same-buyer': 'Contracts of the same buyer that end',
  'ending-same-product': 'Contracts of others for the same product that end',
};

const sentences: Readonly<Record<EvidenceMeasure, (figure: Valued) => string>> = {
  'suppliers-seen': seen,
  'suppliers-of-size': seen,
  concentration: ({ value, n, ...rest }) =>
    `By the value of ${contracts(n)}${within(rest)} the Herfindahl–Hirschman index is ${whole(value)} of 10,000.`,
  'top-four-share': ({ value, n, ...rest }) =>
    `The four largest suppliers hold ${percent(value)} of the value of ${contracts(n)}${within(rest)}.`,
  'sme-share': ({ value, n, ...rest }) =>
    n === 1
      ? `Of the one contract${within(rest)} that says how large its supplier is, ${percent(value)} went to small firms.`
      : `Small firms won ${percent(value)} of the ${contracts(n)}${within(rest)} that say how large the supplier is.`,
  price: ({ value, low, high, n, basis, ...rest }) =>
    `Comparable contracts cost ${pounds(value)} a month without VAT in the middle${half(low, high, pounds)} (${contracts(n)}${of(basis)}${within(rest)}).`,
  term: ({ value, low, high, n, basis, ...rest }) =>
    `Comparable contracts run ${monthsText(value)} without options in the middle${half(low, high, whole)} (${contracts(n)}${of(basis)}${within(rest)}).`,
  'lead-time': ({ value, low, n, basis }) =>
    `Four in five procurements took at most ${days(value)} from the first notice to the contract${low === undefined ? '' : `, half of them at most ${days(low)}`} (${count(n, 'procurement')}${basis === undefined ? '' : ` ${basis}`}).`,
  'contract-growth': ({ value, high, n, basis, group }) =>
    `Contracts in ${group ?? 'this market'} come to ${times(value)} their value at award in the middle${high === undefined ? '' : `, four in five to at most ${times(high)}`} (${contracts(n)}${basis === undefined ? '' : `; ${basis}`}). It is for bought run lines; below a tenth, changes need no notice.`,
  'project-cost': ({ value, high, n, basis }) =>
    `Projects come to ${times(value)} their estimate in the middle${high === undefined ? '' : `, four in five to at most ${times(high)}`} (${count(n, 'outturn')} held here${basis === undefined ? '' : `; ${basis}`}). It is for discovery, build, integration and migration, and never pooled with growth of contracts.`,
  'present-price': ({ value, low, n, ...rest }) =>
    `The present contract costs ${pounds(value)} a month without VAT${low === undefined || n === 0 ? '' : `, more than ${percent(low)} of ${count(n, 'comparable contract')}${within(rest)}`}.`,
  'ending-same-buyer': ({ value, group, basis = 'soon' }) => {
    const beside = group === undefined ? '' : ` ${group}`;
    return value === 0
      ? `No digital contract of this buyer${beside} is seen to end ${basis}.`
      : `${count(value, 'digital contract')} of this buyer${beside} ${value === 1 ? 'ends' : 'end'} ${basis}.`;
  },
  'ending-same-product': ({ value, basis, group }) =>
    value === 0
      ? `No contract of another buyer for ${group ?? 'the same product'} is seen to end ${basis ?? 'soon'}.`
      : `${count(value, 'contract')} of other buyers for ${group ?? 'the same product'} ${value === 1 ? 'ends' : 'end'} ${basis ?? 'soon'}.`,
};

function seen({ value, n, ...rest }: Valued): string {
  const suppliers = value === 1 ? '1 supplier was' : `${whole(value)} suppliers were`;
  return `${suppliers} seen winning work${within(rest)}, in ${contracts(n)}; the market may be larger.`;
}

function notEnough({ measure, n, ...rest }: Told): string {
  const name = measureNames[measure].toLowerCase().replace('herfindahl–hirschman', 'Herfindahl–Hirschman');
  const found =
    n === 0 ? `nothing to measure it on was seen` : `${contracts(n)} ${n === 1 ? 'is' : 'are'} too few`;
  return `Not enough data for “${name}”: ${found}${within(rest)}.`;
}

/** “ in sector systems since 23 November 2021”, as far as it is known. */
function within({ group, from }: Pick<Told, 'group' | 'from'>): string {
  const place = group === undefined ? '' : ` in ${group}`;
  return from === undefined ? place : `${place} since ${dayInWords(from)}`;
}

const of = (basis: string | undefined): string => (basis === undefined ? '' : ` ${basis}`);

function half(low: number | undefined, high: number | undefined, text: (value: number) => string): string {
  return low === undefined || high === undefined ? '' : `, half of them ${text(low)} to ${text(high)}`;
}

function whole(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

const count = (value: number, noun: string): string => `${whole(value)} ${noun}${value === 1 ? '' : 's'}`;
const contracts = (value: number): string => count(value, 'contract');
const days = (value: number): string => count(Math.round(value), 'day');
const monthsText = (value: number): string => count(Math.round(value), 'month');
const times = (value: number): string => `${value.toFixed(2)} times`;
const pounds = (value: number): string => `£${whole(value)}`;

function percent(share: number): string {
  const value = Math.round(share * 100);
  if (value === 0 && share > 0) return 'under 1%';
  if (value === 100 && share < 1) return 'over 99%';
  return `${value}%`;
}
