import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '../../app/reference.ts';
import { financialYearDeflators, toReal } from './deflate.ts';

const { deflators } = readReference(join(import.meta.dirname, '..', '..', '..', 'reference'));

test('a financial year takes three quarters of the year in which it begins and one of the next', () => {
  const found = financialYearDeflators(
    [
      [2022, 90],
      [2023, 100],
    ],
    { growth: 0.02, until: 2024 },
  );
  expect(found).toEqual([
    { year: 2022, index: 92.5, basis: 'derived' },
    { year: 2023, index: 100.5, basis: 'assumed' },
    { year: 2024, index: expect.closeTo(102.51, 9), basis: 'assumed' },
  ]);
});

test('prices of 2019-20 in those of 2023-24, worked out by hand from the calendar years', () => {
  const before = 0.75 * 83.804094 + 0.25 * 84.633325;
  const base = 0.75 * 100 + 0.25 * 103.271573;
  expect(toReal(1_000_000, 2019, deflators)).toEqual({
    pence: Math.round((1_000_000 * base) / before),
    basis: 'derived',
  });
});

test('money of the base year stays as it is, and a year outside the series has no price level', () => {
  expect(toReal(123, deflators.baseYear, deflators)?.pence).toBe(123);
  expect(toReal(123, 1950, deflators)).toBeNull();
  expect(toReal(123, 2020, deflators, 2199)).toBeNull();
});

test('years after the last published one say that they are assumed', () => {
  expect(toReal(100, 2023, deflators)?.basis).toBe('derived');
  expect(toReal(100, 2026, deflators)?.basis).toBe('assumed');
});

test('there and back gives the same to the penny', () => {
  const years = fc.constantFrom(...deflators.years.map(({ year }) => year));
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 1_000_000_000 }), years, years, (pence, from, to) => {
      const there = toReal(pence, from, deflators, to)?.pence ?? 0;
      const back = toReal(there, to, deflators, from)?.pence ?? 0;
      expect(Math.abs(back - pence)).toBeLessThanOrEqual(3);
    }),
  );
});
