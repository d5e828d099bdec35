import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { describeShared } from '../../../test/support/shared-data.ts';
import { ingestSpendFiles } from '../../../test/support/spend-files.ts';
import { openXlsx } from '../../lib/read-xlsx.ts';
import type { Context } from '../context.ts';
import { findSpend } from './find.ts';

/** Pence by whole-number arithmetic on the text, as someone would who knows that the column is plain decimals. */
function naivePence(text: string): number {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const rounded =
    Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + (fraction.charAt(2) >= '5' ? 1 : 0);
  return sign === '-' ? -rounded : rounded;
}

const naiveSum = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + naivePence(text), 0);

describeShared('published spend files', 'spend', (folder) => {
  let context: Context;
  beforeAll(async () => {
    const database = await openTestDatabase('embedded');
    context = testContext({ register: database.register });
    return () => database.drop();
  });
  const read = async (name: string, publisher?: string) => {
    const { files } = await ingestSpendFiles(
      context,
      [join(folder, name)],
      publisher === undefined ? {} : { publisher },
    );
    const [file] = files;
    if (file === undefined) throw new Error('Nothing was read.');
    return file;
  };

  it.each([
    ['hyndburn-1701.csv', 'windows-1252', '2017-01', 180],
    ['hyndburn-1702.csv', 'windows-1252', '2017-02', 163],
    ['hyndburn-1703.csv', 'cp850', '2017-03', 256],
  ])('%s of a council comes to a naive sum over its last column', async (name, encoding, month, rows) => {
    const lines = readFileSync(join(folder, name), 'latin1').trimEnd().split('\r\n').slice(1);
    const file = await read(name, 'Hyndburn Borough Council');
    expect(file).toMatchObject({
      encoding,
      firstMonth: month,
      lastMonth: month,
      vatBasis: 'net',
      read: rows,
      stored: rows,
      leftOut: {},
    });
    expect(lines).toHaveLength(rows);
    expect(file.sumPence).toBe(naiveSum(lines.map((line) => line.slice(line.lastIndexOf(',') + 1))));
  });

  it('G-Cloud sales, with line ends and apostrophes of an old Mac, come to a naive sum over their column', async () => {
    const name = 'g-cloud-sales-2012-2014.csv';
    // The last two columns hold no comma, and neither does the amount before them.
    const lines = readFileSync(join(folder, name), 'latin1').split('\r').slice(1);
    const amounts = lines.map((line) => line.split(',').at(-3) ?? '');
    const file = await read(name);
    expect(file).toMatchObject({
      encoding: 'macintosh',
      kind: 'reported',
      firstMonth: '2012-04',
      lastMonth: '2014-06',
      vatBasis: 'unstated',
      read: 13_492,
      stored: 13_492,
      rounded: 114,
    });
    expect(file.sumPence).toBe(naiveSum(amounts));
    const { items } = await findSpend.run(
      context,
      findSpend.input.parse({ buyer: 'Information Commissioner’s Office', limit: 1 }),
    );
    expect(items[0]?.buyer.name).toBe('Information Commissioner’s Office');
  });

  it('twelve sheets of a police commissioner come to a naive sum over their cells', async () => {
    const name = 'lancashire-pcc-2023-24.xlsx';
    const book = await openXlsx(join(folder, name));
    const cells: string[] = [];
    for (const sheet of book.sheets)
      for await (const { cells: row } of sheet.rows([])) cells.push(row[2] ?? '');
    book.close();
    const numbers = cells.filter((cell) => /^-?[\d.]+$/.test(cell));
    const file = await read(name, 'Lancashire Police and Crime Commissioner');
    expect(file).toMatchObject({
      firstMonth: '2023-04',
      lastMonth: '2024-03',
      read: 9289,
      stored: 9289,
      undated: 0,
      negative: 32,
    });
    expect(numbers).toHaveLength(9289);
    expect(file.sumPence).toBe(naiveSum(numbers));
    // Summed by another program from the XML of the sheets: £104,322,773.62.
    expect(file.sumPence).toBe(10_432_277_362);
  });
});
