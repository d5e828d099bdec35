import type { PurchaseColumn } from '../../../domain/pipeline/purchase-columns.ts';
import { readPurchase } from '../../../domain/pipeline/read-purchase.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

/** What has been typed into the form so far, by field. */
export type PurchaseTyped = Record<PurchaseColumn | 'by', string>;

/** What is wrong, by field. */
export type PurchaseFaults = Readonly<Record<string, string>>;

/** Reads the form; lines end as they do elsewhere, so that sending a text again changes nothing. */
export function readTyped(form: Readonly<Record<string, string>>): PurchaseTyped {
  const field = (name: keyof PurchaseTyped): string => (form[name] ?? '').replaceAll('\r\n', '\n').trim();
  return { ...eachColumn(field), by: field('by') };
}

/** The form's texts as a file would give them: days as 2027-04-01. */
export function typedCells(typed: PurchaseTyped): Record<PurchaseColumn, string> {
  const days: readonly PurchaseColumn[] = ['startFrom', 'startTo', 'noticeOn'];
  return eachColumn((column) => (days.includes(column) ? isoDay(typed[column]) : typed[column]));
}

/**
 * A day typed as day, month and year, as it is kept; any other text stays as it is.
 *
 * @example isoDay('1/4/2027') // '2027-04-01'
 */
export function isoDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/u.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Everything that is wrong with what was typed and can be told without the register; none where it can be kept. */
export function findFaults(typed: PurchaseTyped, { purchases: text }: Catalogue): PurchaseFaults {
  const read = readPurchase(typedCells(typed));
  const faults: Record<string, string> = {};
  if (read.kind === 'purchase') return faults;
  for (const { column, reason } of read.problems)
    faults[column] ??= typed[column] === '' ? (text.missing[column] ?? reason) : reason;
  return faults;
}

function eachColumn(textOf: (column: PurchaseColumn) => string): Record<PurchaseColumn, string> {
  return {
    buyer: textOf('buyer'),
    reference: textOf('reference'),
    title: textOf('title'),
    description: textOf('description'),
    segment: textOf('segment'),
    category: textOf('category'),
    cpv: textOf('cpv'),
    valueLow: textOf('valueLow'),
    valueHigh: textOf('valueHigh'),
    currency: textOf('currency'),
    vat: textOf('vat'),
    startFrom: textOf('startFrom'),
    startTo: textOf('startTo'),
    months: textOf('months'),
    noticeOn: textOf('noticeOn'),
    stage: textOf('stage'),
    confidence: textOf('confidence'),
    shareable: textOf('shareable'),
    framework: textOf('framework'),
    replaces: textOf('replaces'),
    process: textOf('process'),
  };
}
