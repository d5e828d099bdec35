import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantileType } from './quantile.ts';
import { quantile, quantileTypes, quartiles } from './quantile.ts';

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('the quantiles of a sample', () => {
  // quantile(1:10, 0.25, type = 1 … 9) of R.
  it.each([
    ['R-1', 3],
    ['R-2', 3],
    ['R-4', 2.5],
    ['R-5', 3],
    ['R-6', 2.75],
    ['R-7', 3.25],
    ['R-8', 2.916667],
    ['R-9', 2.9375],
  ] satisfies [QuantileType, number][])('equal those of R for 1 to 10, by %s', (type, expected) => {
    expect(quantile(ten, 0.25, type)).toBeCloseTo(expected, 6);
  });

  // "Quartile" in Wikipedia: the ordered set 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49, method 3 gives 20.25, 40, 42.75;
  // R-7 of the same set is QUARTILE.INC of spreadsheets.
  it('equal the quartiles of the textbook set', () => {
    const set = [6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49];
    expect(quartiles(set, 'R-5')).toEqual({ q1: 20.25, median: 40, q3: 42.75 });
    expect(quartiles(set, 'R-7')).toEqual({ q1: 25.5, median: 40, q3: 42.5 });
  });

  // Table 1 of Hyndman and Fan: the kth value of n lies at the plotting position (k − a) ÷ (n + 1 − a − b).
  const positions: Partial<Record<QuantileType, [number, number]>> = {
    'R-4': [0, 1],
    'R-5': [1 / 2, 1 / 2],
    'R-6': [0, 0],
    'R-7': [1, 1],
    'R-8': [1 / 3, 1 / 3],
    'R-9': [3 / 8, 3 / 8],
  };

  it.each(Object.entries(positions))('%s gives every value back at its plotting position', (name, [a, b]) => {
    const type = quantileTypes.find((candidate) => candidate === name);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 }),
        (values) => {
          const sorted = values.toSorted((one, other) => one - other);
          sorted.forEach((value, index) => {
            const share = (index + 1 - a) / (sorted.length + 1 - a - b);
            if (share >= 0 && share <= 1) expect(quantile(sorted, share, type)).toBeCloseTo(value, 6);
          });
        },
      ),
    );
  });

  it.each(quantileTypes)('by %s never fall, and stay among the values', (type) => {
    const sample = fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        sample,
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (values, one, other) => {
          const sorted = Float64Array.from(values).sort();
          const low = quantile(sorted, Math.min(one, other), type) ?? Number.NaN;
          const high = quantile(sorted, Math.max(one, other), type) ?? Number.NaN;
          expect(low).toBeLessThanOrEqual(high + 1e-9);
          expect(low).toBeGreaterThanOrEqual((sorted[0] ?? 0) - 1e-9);
          expect(high).toBeLessThanOrEqual((sorted.at(-1) ?? 0) + 1e-9);
        },
      ),
    );
  });

  it('of one value are that value; of none there are none', () => {
    for (const type of quantileTypes) expect(quantile([5], 0.9, type)).toBe(5);
    expect(quantile([], 0.5)).toBeNull();
    expect(quartiles([])).toBeNull();
  });

  it('refuse a share that is none', () => {
    expect(() => quantile(ten, 1.1)).toThrow('from 0 to 1, not 1.1');
    expect(() => quantile(ten, Number.NaN)).toThrow('not NaN');
  });
});
