import { AppError } from './errors.ts';

/** One row of a table: where it begins, counted from 1, and its cells as texts. */
export type TableRow = { row: number; cells: string[] };

/** What may stand between two cells. */
export const delimiters = ['\t', '|', ';', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** A cell that is longer was opened by a quotation mark that nobody closed. */
const longestCell = 1_000_000;

/**
 * What parts the cells of a text, by the lines at its beginning: the sign that occurs in most of them, outside quotation
 * marks; among equals the one that occurs most often, then the first of {@link delimiters}, since commas stand in texts.
 *
 * @example detectDelimiter('Date;Amount\n1/4/2023;1,50\n') // ';'
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = text
    .split(/\r\n|\r|\n/, 60)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  let best: { delimiter: Delimiter; lines: number; count: number } = { delimiter: ',', lines: 0, count: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const found = {
      delimiter,
      lines: counts.filter((count) => count > 0).length,
      count: counts.reduce((sum, count) => sum + count, 0),
    };
    if (found.lines > best.lines || (found.lines === best.lines && found.count > best.count)) best = found;
  }
  return best.delimiter;
}

/**
 * The rows of a delimited text (RFC 4180), one after the other in bounded memory. Lines end in CR LF, LF, or the CR of
 * old Macs. A quotation mark inside a quoted cell that isn't doubled is taken as it is. Rows without any text are passed
 * over, and counted in the numbers of the rows after them.
 *
 * @param name how a message names the text
 * @throws AppError input-unreadable where a quoted cell is never closed
 * @example for await (const { row, cells } of readDelimited(texts, ',', 'april.csv')) …
 */
export async function* readDelimited(
  texts: AsyncIterable<string>,
  delimiter: Delimiter,
  name: string,
): AsyncGenerator<TableRow> {
  const reader = new RowReader(delimiter, name);
  for await (const text of texts) yield* reader.read(text, false);
  yield* reader.read('', true);
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

class RowReader {
  private readonly delimiter: number;
  private readonly name: string;
  private pending = '';
  private cells: string[] = [];
  private cell = '';
  private isQuoted = false;
  private line = 1;
  private startLine = 1;
  private lastWasReturn = false;

  constructor(delimiter: Delimiter, name: string) {
    this.delimiter = delimiter.charCodeAt(0);
    this.name = name;
  }

  /** Rows that end in this text. One character is held back until the next is known. */
  *read(more: string, isLast: boolean): Generator<TableRow> {
    const text = this.pending + more;
    const end = isLast ? text.length : text.length - 1;
    let at = 0;
    while (at < end) {
      if (this.isQuoted) {
        at = this.readQuoted(text, at, end);
        continue;
      }
      const stop = this.plainEnd(text, at, end);
      if (stop > at) {
        this.take(text.slice(at, stop));
        at = stop;
        continue;
      }
      const sign = text.charCodeAt(at);
      at += 1;
      if (sign === quote) this.isQuoted = true;
      else if (sign === this.delimiter) this.endCell();
      else if (sign === lineFeed && this.lastWasReturn) this.lastWasReturn = false;
      else yield* this.endRow(sign === carriageReturn);
    }
    this.pending = text.slice(at);
    if (!isLast) return;
    if (this.isQuoted) throw unclosed(this.name, this.startLine);
    yield* this.endRow(false);
  }

  /** Where plain characters stop. A quotation mark opens a cell only at its beginning. */
  private plainEnd(text: string, from: number, end: number): number {
    let at = from;
    while (at < end) {
      const sign = text.charCodeAt(at);
      if (sign === this.delimiter || sign === lineFeed || sign === carriageReturn) break;
      if (sign === quote && at === from && this.cell === '') break;
      at += 1;
    }
    return at;
  }

  /** Reads on inside quotation marks; past the closing one the cell is plain again. */
  private readQuoted(text: string, from: number, end: number): number {
    const close = text.indexOf('"', from);
    if (close === -1 || close >= end) {
      this.take(text.slice(from, end));
      return end;
    }
    this.take(text.slice(from, close));
    const next = close + 1 < text.length ? text.charCodeAt(close + 1) : lineFeed;
    if (next === quote) {
      this.take('"');
      return close + 2;
    }
    const closes = next === this.delimiter || next === lineFeed || next === carriageReturn;
    if (closes) this.isQuoted = false;
    else this.take('"');
    return close + 1;
  }

  private take(text: string): void {
    this.lastWasReturn = false;
    this.cell += text;
    if (this.cell.length > longestCell) throw unclosed(this.name, this.startLine);
    if (this.isQuoted) this.line += countLines(text);
  }

  private endCell(): void {
    this.lastWasReturn = false;
    this.cells.push(this.cell);
    this.cell = '';
  }

  private *endRow(isReturn: boolean): Generator<TableRow> {
    this.endCell();
    const { cells } = this;
    if (cells.some((cell) => cell.trim() !== '')) yield { row: this.startLine, cells };
    this.cells = [];
    this.line += 1;
    this.startLine = this.line;
    this.lastWasReturn = isReturn;
  }
}

function countLines(text: string): number {
  return text.includes('\n') ? text.split('\n').length - 1 : text.split('\r').length - 1;
}

function unclosed(name: string, line: number): AppError {
  return new AppError(
    'input-unreadable',
    `${name} opens a quotation mark in line ${line} that is never closed. Correct that line, or ask the publisher for the file again.`,
  );
}
