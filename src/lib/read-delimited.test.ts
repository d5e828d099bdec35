import { array, asyncProperty, assert, constantFrom, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDelimiter, readDelimited, type Delimiter } from './read-delimited.ts';

async function rowsOf(text: string, delimiter: Delimiter = ',', piece = 10_000): Promise<string[][]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += piece) yield await Promise.resolve(text.slice(at, at + piece));
  }
  const rows: string[][] = [];
  for await (const { cells } of readDelimited(pieces(), delimiter, 'a.csv')) rows.push(cells);
  return rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('delimited rows', () => {
  it.each([
    ['CR LF', 'a,b\r\n1,2\r\n'],
    ['LF without an end', 'a,b\n1,2'],
    ['the CR of old Macs', 'a,b\r1,2\r'],
    ['empty lines between', 'a,b\n\n , \n1,2\n'],
  ])('end in %s', async (_, text) => {
    const rows = await rowsOf(text);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keep delimiters, line ends and quotation marks inside quotes', async () => {
    expect(await rowsOf('"a,b","c\r\nd","e ""f"""\n')).toEqual([['a,b', 'c\r\nd', 'e "f"']]);
  });

  it('take a quotation mark that nobody doubled as it is', async () => {
    expect(await rowsOf('"The "Old" Mill",5\n6" pipe,7\n')).toEqual([
      ['The "Old" Mill', '5'],
      ['6" pipe', '7'],
    ]);
  });

  it('come back as they were written, whatever the pieces', async () => {
    await assert(
      asyncProperty(
        array(
          array(string({ maxLength: 5, unit: constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') }), {
            minLength: 2,
            maxLength: 3,
          }),
          { maxLength: 4 },
        ),
        constantFrom(1, 2, 3, 1000),
        async (rows, piece) => {
          const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
          // A quote before a comma inside a cell closes it by RFC 4180; doubled ones don't.
          expect(await rowsOf(text, ',', piece)).toEqual(
            rows.filter((row) => row.some((cell) => cell.trim() !== '')),
          );
        },
      ),
    );
  });

  it('carry the number of the line that they begin on', async () => {
    const numbers: number[] = [];
    async function* text(): AsyncGenerator<string> {
      yield await Promise.resolve('a,b\r\n"x\r\ny",1\r\n\r\nz,2\r\n');
    }
    for await (const { row } of readDelimited(text(), ',', 'a.csv')) numbers.push(row);
    expect(numbers).toEqual([1, 2, 5]);
  });

  it('with a quotation mark that is never closed are refused with its line', async () => {
    await expect(rowsOf('a,b\n"c,d\ne,f\n')).rejects.toThrow('a.csv opens a quotation mark in line 2');
  });
});

describe('what parts the cells', () => {
  it.each([
    ['Date,Supplier,Amount\n1/4/23,"A; B",5\n', ','],
    ['Date;Supplier;Amount\n1/4/23;A, B;1,50\n', ';'],
    ['Date\tSupplier, name\n1\tx, y\n', '\t'],
    ['Spend\nDate|Amount\n1|2\n', '|'],
    ['one column\nonly\n', ','],
  ])('%j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});
