import fc from 'fast-check';
import { expect, test } from 'vitest';
import { herfindahl } from './herfindahl.ts';

test('the example of the United States Department of Justice: shares of 30, 30, 20 and 20 per cent give 2,600', () => {
  expect(herfindahl([30, 30, 20, 20])).toEqual({ hhi: 2600, topFourShare: 1, sellers: 4 });
});

test('one seller is 10,000, a hundred equal ones are 100', () => {
  expect(herfindahl([7])?.hhi).toBe(10_000);
  const equal = herfindahl(Array.from({ length: 100 }, () => 5));
  expect(equal?.hhi).toBeCloseTo(100, 9);
  expect(equal?.topFourShare).toBeCloseTo(0.04, 12);
});

test('nothing sold is no market, and sellers without sales are not counted', () => {
  expect(herfindahl([])).toBeNull();
  expect(herfindahl([0, 0])).toBeNull();
  expect(herfindahl([5, 0])?.sellers).toBe(1);
});

test('sales below zero are refused', () => {
  expect(() => herfindahl([5, -1])).toThrow('-1');
  expect(() => herfindahl([Number.NaN])).toThrow('NaN');
});

test('the index lies between that of equal sellers and 10,000, whatever the unit and the order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
      (sales) => {
        const found = herfindahl(sales);
        const scaled = herfindahl(sales.toReversed().map((one) => one * 3));
        expect(found?.hhi).toBeGreaterThanOrEqual(10_000 / sales.length - 1e-6);
        expect(found?.hhi).toBeLessThanOrEqual(10_000 + 1e-6);
        expect(scaled?.hhi).toBeCloseTo(found?.hhi ?? 0, 6);
      },
    ),
  );
});
