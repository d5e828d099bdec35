import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { AppError } from './errors.ts';
import type { TableRow } from './read-delimited.ts';
import { readXml } from './read-xml.ts';
import type { MergedCells, SheetContext } from './xlsx-sheet.ts';
import { readSheet } from './xlsx-sheet.ts';

/** One sheet of a workbook. Each call of `rows` reads it again. */
export type Sheet = {
  name: string;
  isHidden: boolean;
  /** The rows; `merged` is filled once they have all been read. */
  rows(merged: MergedCells[]): AsyncGenerator<TableRow>;
};

/** An open workbook. Whoever opens it closes it. */
export type Workbook = { sheets: readonly Sheet[]; close(): void };

/** Texts that a workbook shares between its cells are held in memory, up to this many characters. */
const mostSharedText = 400_000_000;

/**
 * Opens an Excel workbook (.xlsx, .xlsm) for reading. Sheets are read row by row; in memory are only the texts that
 * cells share.
 *
 * @param path of the file; messages name it by its last part
 * @param mostUnpackedBytes that its parts may come to: a small workbook can unpack to gigabytes
 * @throws AppError input-unreadable where it is none, is damaged, too large or locked with a password
 * @example const workbook = await openXlsx('2023-24.xlsx'); for await (const row of workbook.sheets[0].rows([])) …
 */
export async function openXlsx(path: string, mostUnpackedBytes = Infinity): Promise<Workbook> {
  const name = basename(path);
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false });
    try {
      const entries = await entriesOf(zip);
      const unpacked = entries.values().reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
      if (unpacked > mostUnpackedBytes) throw tooMuchUnpacked(name, mostUnpackedBytes);
      return await openWorkbook(new Parts(zip, entries), name);
    } catch (cause) {
      zip.close();
      throw cause;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(name, cause);
  }
}

/** The sizes that an archive states hold: reading a part that is longer fails. */
function tooMuchUnpacked(name: string, most: number): AppError {
  return new AppError(
    'input-unreadable',
    `${name} unpacks to more than ${Math.round(most / 1_000_000)} MB. Save its first sheet alone, or as CSV.`,
  );
}

function damaged(name: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    'input-unreadable',
    `${name} is no Excel workbook that can be read (${why}). Save it again as .xlsx or CSV.`,
    { cause },
  );
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  return entries;
}

/** The files inside a workbook. */
class Parts {
  private readonly zip: yauzl.ZipFile;
  private readonly entries: ReadonlyMap<string, yauzl.Entry>;

  constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  close(): void {
    this.zip.close();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  async *bytes(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`${name} is missing in it`);
    const stream: Readable = await this.zip.openReadStreamPromise(entry);
    try {
      for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
    } finally {
      stream.destroy();
    }
  }

  /** Reads a whole small part. */
  async read(name: string, handlers: Parameters<typeof readXml>[1]): Promise<void> {
    for await (const _ of readXml(this.bytes(name), handlers));
  }
}

type SheetEntry = { name: string; relation: string; isHidden: boolean };

async function openWorkbook(parts: Parts, bookName: string): Promise<Workbook> {
  const sheets: SheetEntry[] = [];
  const targets = new Map<string, string>();
  let isFrom1904 = false;
  await parts.read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const state = attributes['state'] ?? 'visible';
      const relation = attributes['r:id'] ?? relationOf(attributes);
      sheets.push({ name: attributes['name'] ?? '', relation, isHidden: state !== 'visible' });
    },
  });
  await parts.read('xl/_rels/workbook.xml.rels', {
    open(name, { Id: id = '', Target: target = '' }) {
      if (name === 'Relationship') targets.set(id, target);
    },
  });
  const context: SheetContext = {
    strings: await readStrings(parts, bookName),
    isDayStyle: await readDayStyles(parts),
    isFrom1904,
  };
  return {
    sheets: sheets.flatMap(({ name, relation, isHidden }) => {
      const target = partName(targets.get(relation) ?? '');
      if (!parts.has(target)) return [];
      return [
        {
          name,
          isHidden,
          rows: (merged) => readTranslated(parts, target, { context, merged, name: bookName }),
        },
      ];
    }),
    close: () => parts.close(),
  };
}

function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

type Reading = { context: SheetContext; merged: MergedCells[]; name: string };

async function* readTranslated(parts: Parts, target: string, reading: Reading): AsyncGenerator<TableRow> {
  try {
    yield* readSheet(parts.bytes(target), reading.context, reading.merged);
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(reading.name, cause);
  }
}

async function readStrings(parts: Parts, bookName: string): Promise<string[]> {
  const strings: string[] = [];
  if (!parts.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let total = 0;
  let depth = { takes: false, isPhonetic: false };
  await parts.read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't' || name === 'rPh')
        depth = { takes: name === 't', isPhonetic: name === 'rPh' || depth.isPhonetic };
    },
    text(more) {
      if (depth.takes && !depth.isPhonetic) text += more;
    },
    close(name) {
      if (name === 't') depth.takes = false;
      if (name === 'rPh') depth.isPhonetic = false;
      if (name !== 'si') return;
      strings.push(text);
      total += text.length;
      if (total > mostSharedText) throw tooMuchText(bookName);
    },
  });
  return strings;
}

function tooMuchText(name: string): AppError {
  return new AppError(
    'input-unreadable',
    `${name} holds more text than fits in memory. Save its sheets as CSV files and read those.`,
  );
}

/** Numbers of the built-in formats that show a day (ECMA-376, 18.8.30); 18 to 21 and 45 to 47 show a time only. */
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

async function readDayStyles(parts: Parts): Promise<SheetContext['isDayStyle']> {
  const own = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  if (parts.has('xl/styles.xml')) {
    await parts.read('xl/styles.xml', {
      open(name, attributes) {
        if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        if (name === 'cellXfs') isInCells = true;
        if (name === 'xf' && isInCells) formats.push(Number(attributes['numFmtId'] ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') isInCells = false;
      },
    });
  }
  const isDay = formats.map((format) => {
    const code = own.get(format);
    return code === undefined ? dayFormats.has(format) : isDayFormat(code);
  });
  return (style) => isDay[style] ?? false;
}

/** A format of one's own shows a day where it has a y, or a d and an m, outside quotation marks and brackets. */
function isDayFormat(code: string): boolean {
  const plain = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  return plain.includes('y') || (plain.includes('d') && plain.includes('m'));
}
