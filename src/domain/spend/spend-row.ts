import type { ColumnRole } from './column-role.ts';
import { headingRank, plainHeading } from './column-role.ts';
import type { Layout } from './detect-layout.ts';
import type { DecimalMark } from './read-amount.ts';
import { readAmount } from './read-amount.ts';
import type { DayOrder } from './read-paid-day.ts';
import { readPaidDay } from './read-paid-day.ts';
import type { Payee } from './spend-party.ts';
import { payeeOf } from './spend-party.ts';

/** Why a row of a file is no payment. */
export const leftOutReasons = [
  'total',
  'repeated-heading',
  'no-amount',
  'unreadable-amount',
  'other-currency',
  'note',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** One payment as a file gives it. */
export type SpendLine = {
  /** Amount in pence, negative for money that came back. VAT by the basis of the file. */
  pence: number;
  isRounded: boolean;
  /** `YYYY-MM-DD`, or null where the date cannot be read. */
  paidOn: string | null;
  hasUnreadableDate: boolean;
  payee: Payee;
  /** Body that paid, where the file has a column of bodies. */
  buyer: string | null;
  category: string | null;
  description: string | null;
  reference: string | null;
};

/** A row as read. */
export type ReadRow = { kind: 'line'; line: SpendLine } | { kind: 'left-out'; reason: LeftOutReason };

/** How the cells of a table are read: decided once for each column as a whole. */
export type RowReading = { layout: Layout; dayOrder: DayOrder; decimalMark: DecimalMark };

const totalWords =
  /^(?:(?:grand|overall|sub|page|report|monthly|net|gross)[\s-]*)?totals?\b(?!\s+(?!for\b|of\b|payments?\b|spend\b|expenditure\b|amount\b|value\b|paid\b)\w+)/i;

/**
 * Reads one row below the heading: a payment, or why it is none.
 *
 * A row is a total where a cell says so and neither a date nor another name stands beside it, or where nothing but an
 * amount stands in it and this is the sum of the lines since the last total.
 *
 * @param sums pence of the lines so far: since the beginning, and since the last total
 * @example readRow(['Total', '', '12.50'], reading, { all: 1250, sinceTotal: 1250 }) // { kind: 'left-out', reason: 'total' }
 */
export function readRow(cells: readonly string[], reading: RowReading, sums: RunningSums): ReadRow {
  const { layout } = reading;
  const at = (role: ColumnRole): string => {
    const column = layout.columns.get(role);
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  if (isHeadingAgain(cells, layout)) return { kind: 'left-out', reason: 'repeated-heading' };
  const amount = readAmount(at('amount'), reading.decimalMark);
  const saysTotal = isTotal(cells, at, layout);
  if (amount.kind === 'blank')
    return { kind: 'left-out', reason: saysTotal ? 'total' : isNote(cells) ? 'note' : 'no-amount' };
  if (amount.kind === 'unreadable')
    return { kind: 'left-out', reason: isNote(cells) ? 'note' : 'unreadable-amount' };
  if (saysTotal || isBareSum(cells, amount.pence, sums)) return { kind: 'left-out', reason: 'total' };
  if (!/^(?:|GBP|£|UKP|STG|STERLING|POUNDS?)$/i.test(at('currency')))
    return { kind: 'left-out', reason: 'other-currency' };
  const date = at('date');
  const paidOn = date === '' ? null : readPaidDay(date, reading.dayOrder);
  return {
    kind: 'line',
    line: {
      pence: amount.pence,
      isRounded: amount.isRounded,
      paidOn,
      hasUnreadableDate: date !== '' && paidOn === null,
      payee: payeeOf(at('supplier'), at('company-number')),
      buyer: textOrNull(at('buyer')),
      category: textOrNull(at('category')),
      description: textOrNull(at('description')),
      reference: textOrNull(at('reference')),
    },
  };
}

/** Pence of the lines so far. */
export type RunningSums = { all: number; sinceTotal: number };

/** Most characters of a text that are kept. */
const longestText = 300;

function textOrNull(text: string): string | null {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? null : plain.slice(0, longestText);
}

/** The same heading, as on the next page of a report, or a second one that names each column in other words. */
function isHeadingAgain(cells: readonly string[], layout: Layout): boolean {
  return [...layout.columns].every(([role, column]) => {
    const cell = cells[column] ?? '';
    return (
      plainHeading(cell) === plainHeading(layout.headings[column] ?? '') || headingRank(cell, role) !== null
    );
  });
}

function isTotal(cells: readonly string[], at: (role: ColumnRole) => string, layout: Layout): boolean {
  const filled = cells.filter(
    (cell, column) => cell.trim() !== '' && column !== layout.columns.get('amount'),
  );
  // What Excel writes under a group: "Alpha Ltd Total".
  if (filled.length === 1 && /\btotals?:?$/i.test(filled[0]?.trim() ?? '')) return true;
  const place = cells.findIndex((cell) => totalWords.test(cell.trim()));
  if (place === -1 || place === layout.columns.get('amount')) return false;
  if (at('date') !== '' && !totalWords.test(at('date'))) return false;
  return at('supplier') === '' || totalWords.test(at('supplier'));
}

/** Nothing but an amount, and it adds up to what stands above it. */
function isBareSum(cells: readonly string[], pence: number, sums: RunningSums): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && pence !== 0 && (pence === sums.all || pence === sums.sinceTotal);
}

/** One or two texts in an otherwise empty row: "Data extracted on …". */
function isNote(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length <= 1;
}
