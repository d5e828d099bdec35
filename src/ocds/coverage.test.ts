import { expect, it } from 'vitest';
import { Coverage } from './coverage.ts';

function counts(...values: Parameters<Coverage['add']>[0][]): Record<string, number> {
  const coverage = new Coverage();
  for (const value of values) coverage.add(value);
  return coverage.counts();
}

it('counts values, objects and entries by path, sorted', () => {
  expect(
    counts({ tender: { title: 'Desks', items: [{ id: 1 }, { id: 2 }, {}] } }, { tender: { title: '' } }),
  ).toEqual({
    '': 1,
    '/': 1,
    '/tender': 1,
    '/tender/': 1,
    '/tender/items': 1,
    '/tender/items[]': 2,
    '/tender/items[]/': 2,
    '/tender/items[]/id': 2,
    '/tender/title': 1,
  });
  expect(Object.keys(counts({ b: 1, a: 1 }))).toEqual(['', '/', '/a', '/b']);
});

it.each([[''], [null], [[]], [{}], [[[], [null]]], [{ a: { b: [{ c: '' }] } }]])('%j is empty', (value) => {
  expect(counts(value)).toEqual({});
});

it('zero and false are not empty', () => {
  expect(counts({ a: 0, b: false })).toEqual({ '': 1, '/': 1, '/a': 1, '/b': 1 });
});

it('names of the prototype are names like any other', () => {
  expect(counts(JSON.parse('{"__proto__":1,"constructor":2}'))).toHaveProperty('/constructor', 1);
});
