import { expect, test } from 'vitest';
import { presentValue } from './present-value.ts';

test('plain members are aligned, lists of objects become tables, nothing is left empty', () => {
  const value = {
    totalCount: 2,
    next: null,
    items: [
      { id: 'a', grossPence: 5 },
      { id: 'bcd', grossPence: 1200 },
    ],
    tags: ['x', 'y'],
  };
  expect(presentValue(value)).toBe(
    'total count: 2\ntags:        x; y\n\nitems\n  id   gross pence\n  a              5\n  bcd         1200\n',
  );
});

test('a table that is wider than the terminal becomes one block per row', () => {
  const rows = [{ title: 'x'.repeat(30), buyer: 'y'.repeat(30) }];
  expect(presentValue(rows, 80)).toContain('title');
  expect(presentValue(rows, 40)).toBe(`title: ${'x'.repeat(30)}\nbuyer: ${'y'.repeat(30)}\n`);
});

test('a long cell of a table is cut with an ellipsis; an empty list says so', () => {
  expect(presentValue([{ title: 'x'.repeat(60) }])).toContain(`${'x'.repeat(47)}…`);
  expect(presentValue([])).toBe('(none)\n');
});
