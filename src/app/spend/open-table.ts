import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { hasGzipMagic } from '../../lib/inflate.ts';
import type { TableRow } from '../../lib/read-delimited.ts';
import { detectDelimiter, readDelimited } from '../../lib/read-delimited.ts';
import { openXlsx } from '../../lib/read-xlsx.ts';
import type { TextEncoding } from '../../lib/text-encoding.ts';
import { decodeChunks, EncodingProbe } from '../../lib/text-encoding.ts';
import type { MergedCells } from '../../lib/xlsx-sheet.ts';
import { unreadable } from '../../ocds/input.ts';

/** One sheet, or the only table of a text. Each call of `rows` reads it again. */
export type Table = {
  /** Name of the sheet; null where there is only one table. */
  sheet: string | null;
  isHidden: boolean;
  /** The rows; `merged` is filled with the joined cells once all have been read. */
  rows(merged: MergedCells[]): AsyncGenerator<TableRow>;
};

/** A file of tables, open. Whoever opens it closes it. */
export type TableFile = {
  name: string;
  contentSha256: string;
  encoding: TextEncoding | 'xlsx';
  tables: readonly Table[];
  close(): void;
};

const chunkBytes = 262_144;

/**
 * Opens a file of tables: a delimited text in any of our encodings, or an Excel workbook. What it is shows in its bytes;
 * its name doesn't matter.
 *
 * @param mostUnpackedBytes that a workbook may unpack to
 * @throws AppError input-unreadable where it is missing, empty, or something else
 * @example const file = await openTable('april.csv'); for await (const row of file.tables[0].rows([])) …
 */
export async function openTable(path: string, mostUnpackedBytes?: number): Promise<TableFile> {
  const name = basename(path);
  const head = await readHead(path);
  if (head.length === 0) throw refusal(name, 'is empty. Fetch it again.');
  if (startsWith(head, [0x50, 0x4b])) return openWorkbook(path, name, mostUnpackedBytes);
  const other = otherKind(head);
  if (other !== null) throw refusal(name, other);
  const { sha256, encoding } = await probe(path);
  const start = await firstText(path, encoding);
  const delimiter = detectDelimiter(start);
  return {
    name,
    contentSha256: sha256,
    encoding,
    tables: [
      {
        sheet: null,
        isHidden: false,
        rows: () => readDelimited(decodeChunks(bytesOf(path), encoding), delimiter, name),
      },
    ],
    close: () => undefined,
  };
}

function refusal(name: string, why: string): AppError {
  return new AppError('input-unreadable', `${name} ${why}`);
}

async function openWorkbook(path: string, name: string, mostUnpackedBytes?: number): Promise<TableFile> {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(path)) hash.update(chunk);
  const workbook = await openXlsx(path, mostUnpackedBytes);
  return {
    name,
    contentSha256: hash.digest('hex'),
    encoding: 'xlsx',
    tables: workbook.sheets.map((sheet) => ({
      sheet: sheet.name,
      isHidden: sheet.isHidden,
      rows: (merged) => sheet.rows(merged),
    })),
    close: () => workbook.close(),
  };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
    if (chunk instanceof Uint8Array) yield chunk;
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(512), 0, 512, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Things that are published under the name of a CSV and are none. */
function otherKind(head: Uint8Array): string | null {
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]))
    return 'is an old Excel file (.xls), or one locked with a password. Save it as .xlsx or CSV.';
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46]))
    return 'is a PDF. Ask the publisher for the table as CSV or .xlsx.';
  if (hasGzipMagic(head)) return 'is packed with gzip. Unpack it first.';
  const text = Buffer.from(head).toString('latin1').trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html'))
    return 'is a web page and no table. Download the file that the page links to.';
  return null;
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

async function probe(path: string): Promise<{ sha256: string; encoding: TextEncoding }> {
  const hash = createHash('sha256');
  const encodings = new EncodingProbe();
  for await (const chunk of bytesOf(path)) {
    hash.update(chunk);
    encodings.add(chunk);
  }
  return { sha256: hash.digest('hex'), encoding: encodings.encoding() };
}

async function firstText(path: string, encoding: TextEncoding): Promise<string> {
  for await (const text of decodeChunks(bytesOf(path), encoding)) return text;
  return '';
}
