import type { TableRow } from './read-delimited.ts';
import { readXml } from './read-xml.ts';

/** Cells joined into one: rows counted from 1, columns from 0, both ends included. The first holds the value. */
export type MergedCells = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

/** What the cells of a sheet refer to. */
export type SheetContext = {
  strings: readonly string[];
  /** Whether numbers in a style are days. */
  isDayStyle: (style: number) => boolean;
  /** Whether days are counted from 1904. */
  isFrom1904: boolean;
};

/** Columns of a sheet of Excel. */
const mostColumns = 16_384;

/**
 * The rows of one sheet, one after the other in bounded memory, empty ones left out. Numbers are written with the
 * fifteen digits that Excel shows, days as `YYYY-MM-DD`; errors such as #REF! are empty.
 *
 * @param merged filled with the joined cells, which stand behind the rows in the file
 * @example for await (const { row, cells } of readSheet(bytes, context, merged)) …
 */
export async function* readSheet(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
  merged: MergedCells[],
): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  let row: TableRow = { row: 0, cells: [] };
  let cell = { column: -1, type: 'n', style: 0 };
  let text = '';
  let takesText = false;
  const parts = readXml(chunks, {
    open(name, attributes) {
      if (name === 'row') {
        row = { row: Number(attributes['r'] ?? row.row + 1), cells: [] };
        cell.column = -1;
      } else if (name === 'c') {
        const column = columnOf(attributes['r']) ?? cell.column + 1;
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
        text = '';
      } else if (name === 'v' || name === 't') takesText = true;
      // The reading of a word beside Japanese text is no part of it.
      else if (name === 'rPh') cell.type = 'ignored';
      else if (name === 'mergeCell') merged.push(...mergeOf(attributes['ref']));
    },
    text(more) {
      if (takesText && cell.type !== 'ignored') text += more;
    },
    close(name) {
      if (name === 'v' || name === 't') takesText = false;
      else if (name === 'c' && text !== '' && cell.column < mostColumns) {
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = cellText(text, cell, context);
      } else if (name === 'row' && row.cells.some((each) => each !== '')) rows.push(row);
    },
  });
  for await (const _ of parts) yield* rows.splice(0);
}

function cellText(text: string, cell: { type: string; style: number }, context: SheetContext): string {
  if (cell.type === 's') return context.strings[Number(text)] ?? '';
  if (cell.type === 'str' || cell.type === 'inlineStr' || cell.type === 'd') return text;
  if (cell.type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (cell.type !== 'n') return '';
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (context.isDayStyle(cell.style)) return excelDay(number, context.isFrom1904) ?? text;
  return String(Number(number.toPrecision(15)));
}

/** Days between 31 December 1899, where Excel begins to count, and 1 January 1970; Excel has a 29 February 1900. */
const epochShift = { from1900: 25_569, from1904: 24_107 };

/**
 * A number of Excel as a day, or null outside 1950 to 2199.
 *
 * @example excelDay(45017, false) // '2023-04-01'
 */
export function excelDay(serial: number, isFrom1904: boolean): string | null {
  const days = Math.floor(serial) - (isFrom1904 ? epochShift.from1904 : epochShift.from1900);
  if (days < -7305 || days >= 84_006) return null;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** `C12` is column 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function mergeOf(reference: string | undefined): MergedCells[] {
  const [from = '', to = ''] = (reference ?? '').split(':');
  const fromColumn = columnOf(from);
  const toColumn = columnOf(to);
  if (fromColumn === null || toColumn === null) return [];
  return [{ fromRow: rowOf(from), toRow: rowOf(to), fromColumn, toColumn }];
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}
