import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookBytes } from '../../test/support/workbook.ts';
import { openXlsx } from './read-xlsx.ts';
import { xlsxStream } from './xlsx.ts';
import { excelDay, type MergedCells } from './xlsx-sheet.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function save(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const path = join(folder, name);
  await writeFile(path, Buffer.concat(chunks));
  return path;
}

/** The same, saved. */
async function workbook(rows: string, after = ''): Promise<string> {
  return save('book.xlsx', workbookBytes(rows, after));
}

async function read(path: string): Promise<{ rows: [number, string[]][]; merged: MergedCells[] }> {
  const book = await openXlsx(path);
  const merged: MergedCells[] = [];
  const rows: [number, string[]][] = [];
  for await (const { row, cells } of book.sheets[0]?.rows(merged) ?? []) rows.push([row, cells]);
  book.close();
  return { rows, merged };
}

describe('an Excel workbook', () => {
  it('gives back the rows that were written, in order', async () => {
    const path = await save(
      'own.xlsx',
      xlsxStream(
        ['id', 'value'],
        [
          ['a', 12.5],
          ['<b>', -3],
        ],
      ),
    );
    expect((await read(path)).rows).toEqual([
      [1, ['id', 'value']],
      [2, ['a', '12.5']],
      [3, ['<b>', '-3']],
    ]);
  });

  it('reads shared texts, days by their style, and numbers with the digits that Excel shows', async () => {
    const path = await workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>45017</v></c><c r="D3" s="2"><v>45017.75</v></c><c r="E3" s="3"><v>2672.3599999999992</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3" t="str"><f>A1</f><v>text</v></c></row>',
    );
    expect((await read(path)).rows).toEqual([
      [1, ['Supplier']],
      [3, ['Alpha & Sons', '', '2023-04-01', '2023-04-01', '2672.36', '', 'text']],
    ]);
  });

  it('says which cells are joined and which sheets are hidden', async () => {
    const path = await workbook(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>',
    );
    expect((await read(path)).merged).toEqual([{ fromRow: 1, toRow: 3, fromColumn: 0, toColumn: 1 }]);
    const book = await openXlsx(path);
    expect(book.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Apr', false],
      ['Lists', true],
    ]);
    book.close();
  });

  it('that is none, or is damaged, is refused in one sentence', async () => {
    const none = join(folder, 'none.xlsx');
    await writeFile(none, 'PK but nothing else');
    await expect(openXlsx(none)).rejects.toThrow(/no Excel workbook that can be read/);
    await expect(read(await workbook('<row><c><v>1</row>'))).rejects.toThrow(
      /no Excel workbook that can be read/,
    );
  });

  it('that unpacks to more than is allowed is refused before it is unpacked, by its name alone', async () => {
    const path = await workbook(`<row><c><v>${'1'.repeat(50_000)}</v></c></row>`);
    await expect(openXlsx(path, 40_000)).rejects.toThrow(/^book\.xlsx unpacks to more than/);
    (await openXlsx(path, 60_000)).close();
  });
});

it('days are counted as Excel counts them', () => {
  expect([45017, 42739, 43831].map((serial) => excelDay(serial, false))).toEqual([
    '2023-04-01',
    '2017-01-04',
    '2020-01-01',
  ]);
  expect(excelDay(43555, true)).toBe('2023-04-01');
  expect(excelDay(1, false)).toBeNull();
});
