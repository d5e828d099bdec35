import { csvLine } from './csv.ts';
import { xlsxStream } from './xlsx.ts';
import { monotonicMs } from './clock.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The forms in which rows leave the system. */
export const rowFormats = ['jsonl', 'csv', 'xlsx'] as const;
export type RowFormat = (typeof rowFormats)[number];

/** Media type of each form. */
export const rowMediaTypes: Readonly<Record<RowFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A piece of a line that the next row goes on with: what is too long for memory is one line all the same.
 *
 * @example new LinePart('{"records":[').text // '{"records":['
 */
export class LinePart {
  /** Thus it may stand wherever rows do. */
  readonly [name: string]: unknown;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** One row: an object, or a line (or a part of one) that is already text (JSON Lines only). */
export type EncodableRow = Readonly<Record<string, unknown>> | string;

/**
 * Rows as the bytes of a file, in bounded memory. Nothing is written before the first row is there, so that a source
 * that fails at once can still be answered with a refusal; one that fails later fails after the rows before it.
 *
 * @param columns names and order for CSV and Excel; JSON Lines carries whole objects
 * @example encodeRows(rows, 'csv', ['id', 'title'])
 */
export async function* encodeRows(
  rows: AsyncIterable<EncodableRow>,
  format: RowFormat,
  columns: readonly string[],
): AsyncGenerator<string | Uint8Array> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  const all = resume(first, iterator);
  if (format === 'xlsx') yield* xlsxStream(columns, cellsOf(all, columns));
  else yield* inBlocks(format === 'csv' ? csvLines(all, columns) : jsonLines(all));
}

async function* resume(
  first: IteratorResult<EncodableRow>,
  iterator: AsyncIterator<EncodableRow>,
): AsyncGenerator<EncodableRow> {
  try {
    for (let step = first; step.done !== true; step = await iterator.next()) yield step.value;
  } finally {
    await iterator.return?.();
  }
}

async function* jsonLines(rows: AsyncIterable<EncodableRow>): AsyncGenerator<string> {
  for await (const row of rows) {
    if (row instanceof LinePart) yield row.text;
    else yield `${typeof row === 'string' ? row : JSON.stringify(row)}\n`;
  }
}

async function* csvLines(
  rows: AsyncIterable<EncodableRow>,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const cells of cellsOf(rows, columns)) yield csvLine(cells);
}

async function* cellsOf(
  rows: AsyncIterable<EncodableRow>,
  columns: readonly string[],
): AsyncGenerator<unknown[]> {
  for await (const row of rows) {
    if (row instanceof LinePart) yield [row.text];
    else yield typeof row === 'string' ? [row] : columns.map((name) => row[name]);
  }
}

const blockLength = 65_536;
const longestWaitMs = 200;

/** Joins lines to blocks, so that a write isn't made per line, yet a slow source is still seen within a moment. */
async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  let since = monotonicMs();
  try {
    for await (const line of lines) {
      block += line;
      if (block.length < blockLength && monotonicMs() - since < longestWaitMs) continue;
      yield block;
      block = '';
      // A source and a sink that never wait would let nothing else run: no signal, no other request.
      await nextTurn();
      since = monotonicMs();
    }
  } catch (error) {
    if (block !== '') yield block;
    throw error;
  }
  if (block !== '') yield block;
}
