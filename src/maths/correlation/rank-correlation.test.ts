import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correlationOf, rankCorrelation, ranksOf } from './rank-correlation.ts';

// "Spearman's rank correlation coefficient" in Wikipedia: intelligence quotients and hours of television.
it('equals the textbook example, −29 ÷ 165', () => {
  const quotients = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  expect(rankCorrelation(quotients, hours)).toBeCloseTo(-29 / 165, 14);
});

// scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) of SciPy.
it('gives ties their mean rank, as SciPy does', () => {
  expect(rankCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.820_782_681_668_123_3, 14);
  expect([...ranksOf([3, 1, 3, 3, 0])]).toEqual([4, 2, 4, 4, 1]);
});

it('does not change where a column is stretched by a rising function, and turns where it is turned', () => {
  const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(column, column, (one, other) => {
      const found = rankCorrelation(one, other);
      const stretched = rankCorrelation(
        one.map((value) => Math.exp(value / 10)),
        other,
      );
      const turned = rankCorrelation(
        one.map((value) => -value),
        other,
      );
      if (found === null) expect([stretched, turned]).toEqual([null, null]);
      else {
        expect(stretched).toBeCloseTo(found, 12);
        expect(turned).toBeCloseTo(-found, 12);
      }
    }),
  );
});

it('says nothing about what does not vary, and refuses columns that do not belong together', () => {
  expect(rankCorrelation([1, 1], [1, 2])).toBeNull();
  expect(() => correlationOf([1], [1, 2])).toThrow('no correlation');
});
