import { insertSpendLines, type NewSpendLine, type NewSpendParty } from '../../db/queries/spend.ts';
import type { Register } from '../../db/register.ts';
import { scrubText } from '../../domain/notices/scrub-text.ts';
import { fillJoined } from '../../domain/spend/merged-cells.ts';
import { monthOfLine } from '../../domain/spend/months-of.ts';
import { payerKeyOf } from '../../domain/spend/spend-party.ts';
import type { LeftOutReason, SpendLine } from '../../domain/spend/spend-row.ts';
import { leftOutReasons, readRow } from '../../domain/spend/spend-row.ts';
import type { Context } from '../context.ts';
import { countText, numberText } from '../count-text.ts';
import type { TableFile } from './open-table.ts';
import type { SurveyedTable } from './survey-file.ts';

/** What the rows of a file came to. */
export type LineTotals = {
  read: number;
  stored: number;
  leftOut: Partial<Record<LeftOutReason, number>>;
  sumPence: number;
  negative: number;
  rounded: number;
  undated: number;
  withheld: number;
  persons: number;
  /** Rows that say the same as the row above them. */
  repeated: number;
};

type Storing = {
  fileId: string;
  file: TableFile;
  tables: readonly SurveyedTable[];
  months: readonly string[];
  /** Who pays where the rows don't say. */
  payer: string;
};

/** Lines that are written at once. */
const batchSize = 2_000;

/** Reads every row below the headings and stores the payments, in bounded memory. */
export async function storeLines(
  context: Context,
  register: Register,
  storing: Storing,
): Promise<LineTotals> {
  const totals = emptyTotals();
  const batch = new Batch(register, storing.fileId);
  const total = storing.tables.reduce((sum, { findings }) => sum + findings.rowCount, 0);
  for (const { table, layout, findings, merged } of storing.tables) {
    const reading = { layout, dayOrder: findings.dayOrder, decimalMark: findings.decimalMark };
    const fill = fillJoined(merged, layout);
    const sums = { all: 0, sinceTotal: 0 };
    const lastHeader = layout.headerRows.at(-1) ?? 0;
    let above = '';
    for await (const { row, cells } of table.rows([])) {
      if (row <= lastHeader) continue;
      context.signal.throwIfAborted();
      totals.read += 1;
      const result = readRow(fill(row, cells), reading, sums);
      if (result.kind === 'left-out') {
        totals.leftOut[result.reason] = (totals.leftOut[result.reason] ?? 0) + 1;
        if (result.reason === 'total') sums.sinceTotal = 0;
        continue;
      }
      sums.all += result.line.pence;
      sums.sinceTotal += result.line.pence;
      addTo(totals, result.line);
      const text = cells.join('\t');
      if (text === above) totals.repeated += 1;
      above = text;
      const month = monthOfLine(result.line.paidOn, storing.months);
      await batch.add(
        result.line,
        { rowNumber: totals.read, sheet: table.sheet, sheetRow: row, month },
        storing.payer,
      );
      if (totals.read % batchSize === 0)
        context.reporter.progress({ label: storing.file.name, done: totals.read, total, unit: 'rows' });
    }
  }
  await batch.write();
  return totals;
}

function emptyTotals(): LineTotals {
  return {
    read: 0,
    stored: 0,
    leftOut: {},
    sumPence: 0,
    negative: 0,
    rounded: 0,
    undated: 0,
    withheld: 0,
    persons: 0,
    repeated: 0,
  };
}

function addTo(totals: LineTotals, line: SpendLine): void {
  totals.stored += 1;
  totals.sumPence += line.pence;
  if (line.pence < 0) totals.negative += 1;
  if (line.isRounded) totals.rounded += 1;
  if (line.paidOn === null) totals.undated += 1;
  if (line.payee.kind === 'withheld') totals.withheld += 1;
  if (line.payee.kind === 'person') totals.persons += 1;
}

type Place = { rowNumber: number; sheet: string | null; sheetRow: number; month: string };

class Batch {
  private readonly register: Register;
  private readonly fileId: string;
  private lines: NewSpendLine[] = [];
  private readonly parties = new Map<string, NewSpendParty>();

  constructor(register: Register, fileId: string) {
    this.register = register;
    this.fileId = fileId;
  }

  async add(line: SpendLine, place: Place, payer: string): Promise<void> {
    const { payee } = line;
    const payerName = line.buyer ?? payer;
    const payerKey = payerKeyOf(payerName);
    this.name({ party_key: payerKey, side: 'payer', name: payerName, is_person_likely: false });
    if (payee.key !== null && payee.name !== null) {
      const isPerson = payee.kind === 'person';
      this.name({ party_key: payee.key, side: 'payee', name: payee.name, is_person_likely: isPerson });
    }
    this.lines.push({
      row_number: place.rowNumber,
      sheet: place.sheet,
      sheet_row: place.sheetRow,
      month: `${place.month}-01`,
      paid_on: line.paidOn,
      amount_pence: line.pence,
      payer_key: payerKey,
      payee_kind: payee.kind,
      payee_key: payee.key,
      category: line.category,
      description: line.description === null ? null : scrubText(line.description).text,
      reference: line.reference,
    });
    if (this.lines.length >= batchSize) await this.write();
  }

  /** The first spelling of a name is kept. */
  private name(party: NewSpendParty): void {
    if (!this.parties.has(party.party_key)) this.parties.set(party.party_key, party);
  }

  async write(): Promise<void> {
    if (this.lines.length === 0) return;
    const lines = this.lines;
    const parties = [...this.parties.values()];
    this.lines = [];
    this.parties.clear();
    await this.register.write((transaction) =>
      insertSpendLines(transaction, this.fileId, { lines, parties }),
    );
  }
}

/**
 * How many rows were left out, by reason, in words.
 *
 * @example leftOutText({ total: 1, note: 2 }) // '1 total, 2 notes'
 */
export function leftOutText(leftOut: Readonly<Partial<Record<LeftOutReason, number>>>): string {
  const words: Record<LeftOutReason, (count: number) => string> = {
    total: (count) => countText(count, 'total'),
    'repeated-heading': (count) => countText(count, 'repeated heading'),
    'no-amount': (count) => `${numberText(count)} without an amount`,
    'unreadable-amount': (count) => `${numberText(count)} with an amount that cannot be read`,
    'other-currency': (count) => `${numberText(count)} in another currency`,
    note: (count) => countText(count, 'note'),
  };
  return leftOutReasons
    .flatMap((reason) => {
      const count = leftOut[reason] ?? 0;
      return count === 0 ? [] : [words[reason](count)];
    })
    .join(', ');
}
