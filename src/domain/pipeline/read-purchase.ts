import { parseMoney } from '../contracts/money.ts';
import { parseSegment, segmentIds } from '../segments/segment.ts';
import {
  purchaseCategories,
  purchaseConfidences,
  purchaseStages,
  purchaseVatBases,
  type PlannedPurchase,
} from './planned-purchase.ts';
import { purchaseColumnNames, purchaseColumns, type PurchaseColumn } from './purchase-columns.ts';
import { suggest } from '../../lib/suggest.ts';

/** What is wrong with one cell, as a sentence. */
export type PurchaseProblem = { column: PurchaseColumn; reason: string };

/** A purchase, or everything that is wrong with it. */
export type ReadPurchase =
  { kind: 'purchase'; purchase: PlannedPurchase } | { kind: 'problems'; problems: PurchaseProblem[] };

/** Texts by column; a column that is absent or blank has no text. */
export type PurchaseCells = { readonly [Column in PurchaseColumn]?: string | undefined };

/**
 * Reads a planned purchase from texts, as a row of a file or the flags of a command give them.
 *
 * @returns the purchase, or a sentence per cell that cannot be right; nothing is guessed
 * @example readPurchase({ ...cells, valueLow: '500000', valueHigh: '250000' }) // { kind: 'problems', problems: [{ column: 'valueLow', … }] }
 */
export function readPurchase(cells: PurchaseCells): ReadPurchase {
  const reader = new CellReader(cells);
  const text = (column: PurchaseColumn): string => reader.text(column) ?? '';
  reader.refuseMissing();
  const segment = reader.segment();
  const currency = reader.currency();
  const [lowMinorUnits, highMinorUnits] = reader.values(currency);
  const [startFrom, startTo] = reader.starts();
  const stage = reader.choice('stage', purchaseStages);
  const confidence = reader.choice('confidence', purchaseConfidences);
  const isShareable = reader.yes('shareable');
  const vatBasis = reader.choice('vat', purchaseVatBases);
  const purchase = {
    buyer: text('buyer'),
    reference: text('reference'),
    title: text('title'),
    description: reader.text('description'),
    category: reader.choice('category', purchaseCategories),
    cpvCodes: reader.cpv(),
    lowMinorUnits,
    highMinorUnits,
    currency,
    vatBasis: vatBasis ?? 'net',
    startTo: startTo ?? '',
    months: reader.months(),
    noticeOn: reader.day('noticeOn'),
    isFramework: reader.yes('framework') ?? false,
    replacesContractId: reader.text('replaces'),
    processOcid: reader.text('process'),
  };
  if (lowMinorUnits !== null && reader.text('vat') === null)
    reader.refuse('vat', 'Say whether VAT is left out of the value (net) or in it (gross).');
  if (reader.problems.length > 0) return { kind: 'problems', problems: reader.problems };
  if (segment === null || stage === null || confidence === null || isShareable === null || startFrom === null)
    throw new Error('A cell that is needed was read as missing without a problem.');
  return { kind: 'purchase', purchase: { ...purchase, segment, stage, confidence, isShareable, startFrom } };
}

/** Longest text of a column that isn't a description. */
const longestText = 300;
const longestDescription = 10_000;

class CellReader {
  readonly problems: PurchaseProblem[] = [];
  private readonly cells: PurchaseCells;

  constructor(cells: PurchaseCells) {
    this.cells = cells;
  }

  refuse(column: PurchaseColumn, reason: string): void {
    this.problems.push({ column, reason });
  }

  text(column: PurchaseColumn): string | null {
    const text = this.cells[column]?.trim().replaceAll('\u0000', '') ?? '';
    return text === '' ? null : text;
  }

  refuseMissing(): void {
    for (const column of purchaseColumnNames) {
      const text = this.text(column);
      if (text === null && purchaseColumns[column].isNeeded)
        this.refuse(column, `Nothing is given. ${purchaseColumns[column].holds}`);
      const longest = column === 'description' ? longestDescription : longestText;
      if (text !== null && text.length > longest)
        this.refuse(
          column,
          `The text has more than ${longest.toLocaleString('en-GB')} characters. Shorten it.`,
        );
    }
  }

  segment(): PlannedPurchase['segment'] | null {
    const id = this.text('segment')?.toLowerCase() ?? null;
    if (id === null) return null;
    const segment = parseSegment(id);
    if (segment !== null) return segment;
    const near = suggest(id, segmentIds);
    const meant = near === null ? `Segments are ${segmentIds.join(', ')}.` : `Did you mean ${near}?`;
    this.refuse('segment', `There is no segment called "${id}". ${meant}`);
    return null;
  }

  choice<Choice extends string>(column: PurchaseColumn, choices: readonly Choice[]): Choice | null {
    const text = this.text(column)?.toLowerCase().replaceAll(/\s+/gu, '-') ?? null;
    if (text === null) return null;
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined)
      this.refuse(column, `"${text}" can't be read here. Write ${purchaseColumns[column].holds}`);
    return chosen ?? null;
  }

  yes(column: PurchaseColumn): boolean | null {
    const text = this.text(column)?.toLowerCase() ?? null;
    if (text === null) return null;
    if (['yes', 'y', 'true'].includes(text)) return true;
    if (!['no', 'n', 'false'].includes(text)) this.refuse(column, `"${text}" is neither yes nor no.`);
    return false;
  }

  currency(): string {
    const text = this.text('currency')?.toUpperCase() ?? 'GBP';
    if (!Intl.supportedValuesOf('currency').includes(text))
      this.refuse('currency', `"${text}" is no currency. Write three letters of ISO 4217, such as GBP.`);
    return text;
  }

  values(currency: string): [low: number | null, high: number | null] {
    const low = this.money('valueLow', currency);
    const high = this.money('valueHigh', currency);
    if (low !== null && high !== null && low > high)
      this.refuse('valueLow', 'The lowest value is above the highest. Turn them round.');
    if (this.text('valueLow') === null && high !== null)
      this.refuse(
        'valueLow',
        'A highest value needs a lowest; write the same twice where there is no range.',
      );
    return [low, high ?? low];
  }

  private money(column: 'valueLow' | 'valueHigh', currency: string): number | null {
    const text = this.text(column)?.replace(/^£/u, '') ?? null;
    if (text === null) return null;
    // Thousands may be parted by commas in threes; other commas are refused rather than guessed.
    const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text) ? text.replaceAll(',', '') : text;
    const { minorUnits, originalText } = parseMoney(plain, currency);
    if (minorUnits === null || originalText !== null || minorUnits <= 0) {
      this.refuse(column, `"${text}" is no amount above nought. Write it in currency units, such as 250000.`);
      return null;
    }
    return minorUnits;
  }

  day(column: 'startFrom' | 'startTo' | 'noticeOn'): string | null {
    const text = this.text(column);
    if (text === null) return null;
    if (isDay(text)) return text;
    this.refuse(column, `"${text}" is no day of the calendar. Write it as 2027-04-01.`);
    return null;
  }

  starts(): [from: string | null, to: string | null] {
    const from = this.day('startFrom');
    const to = this.day('startTo');
    if (from !== null && to !== null && to < from)
      this.refuse('startTo', 'The last possible start is before the first. Turn them round.');
    return [from, to ?? from];
  }

  months(): number | null {
    const text = this.text('months');
    if (text === null) return null;
    const months = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
    if (months >= 1 && months <= 600) return months;
    this.refuse('months', `"${text}" is no number of months from 1 to 600.`);
    return null;
  }

  cpv(): string[] {
    const codes = (this.text('cpv') ?? '')
      .split(/[;,\s]+/u)
      .filter((code) => code !== '')
      .map((code) => code.replace(/-\d$/u, ''));
    const wrong = codes.find((code) => !/^\d{8}$/u.test(code));
    if (wrong !== undefined)
      this.refuse('cpv', `"${wrong}" is no CPV code. Write eight digits; several are parted by semicolons.`);
    return [...new Set(codes)];
  }
}

/** A day that the calendar has, between 1950 and 2199. */
function isDay(text: string): boolean {
  if (!/^(?:19[5-9]|20\d|21\d)\d-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
