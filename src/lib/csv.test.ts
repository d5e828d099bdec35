import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test('quotes, commas and line breaks are quoted; plain cells are not', () => {
  expect(csvLine(['a', 'b,c', 'd "e"', 'f\ng', null, 12, true])).toBe(
    'a,"b,c","d ""e""","f\ng",,12,true\r\n',
  );
});

test('a text that a spreadsheet would run is disarmed; a negative number stays a number', () => {
  expect(csvLine(['=1+1', '+44', '-x', '@sum', '\tx', '\rx', -5, '-5.50'])).toBe(
    `'=1+1,'+44,'-x,'@sum,'\tx,"'\rx",-5,-5.50\r\n`,
  );
});

test('lists are parted by semicolons and objects are JSON', () => {
  expect(csvLine([['a', 'b'], { a: 1 }])).toBe('a; b,"{""a"":1}"\r\n');
});

test('whatever the texts, reading the line by RFC 4180 gives them back', () => {
  const harmless = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 2 }), (cells) => {
      expect(readLine(csvLine(cells))).toEqual(cells);
    }),
  );
});

function readLine(line: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/y;
  for (let found = pattern.exec(line); found !== null; found = pattern.exec(line)) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',') break;
  }
  return cells;
}
