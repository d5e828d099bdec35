import { expect, it } from 'vitest';
import { WordTable } from './word-table.ts';

it('keeps what each row was given, over many segments', () => {
  const table = new WordTable(3);
  for (let row = 0; row < 100_000; row += 1) {
    expect(table.add()).toBe(row);
    table.set(row, 2, 2 ** 32 - 1 - row);
  }
  expect(table.size).toBe(100_000);
  expect([0, 32_767, 32_768, 99_999].map((row) => table.get(row, 2))).toEqual([
    4_294_967_295, 4_294_934_528, 4_294_934_527, 4_294_867_296,
  ]);
  expect(table.get(5, 0)).toBe(0);
});
