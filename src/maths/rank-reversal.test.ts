import fc from 'fast-check';
import { expect, it } from 'vitest';
import { additiveValue } from './additive-value.ts';
import { rankReversals } from './rank-reversal.ts';
import { weightedSum } from './weighted-sum.ts';

it('an order that a third option decides is found', () => {
  // By min-max the range is that of the options at hand: without the third, the second criterion counts from 0 to 1.
  const options = [
    [10, 0],
    [0, 1],
    [5, 10],
  ];
  const scoresOf = (kept: readonly (readonly number[])[]): number[] =>
    weightedSum({ matrix: kept, weights: [0.45, 0.55], directions: ['max', 'max'] });
  expect(rankReversals(options, scoresOf, 'highest')).toEqual([{ dropped: 2, ahead: 0, behind: 1 }]);
});

it('where less is better the order is read the other way', () => {
  const scoresOf = (kept: readonly number[]): number[] => kept.map((one) => (kept.length === 3 ? one : -one));
  expect(rankReversals([1, 2, 3], scoresOf, 'lowest')).toEqual([
    { dropped: 0, ahead: 1, behind: 2 },
    { dropped: 1, ahead: 0, behind: 2 },
    { dropped: 2, ahead: 0, behind: 1 },
  ]);
});

it('the additive value over fixed ranges never turns an order', () => {
  const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (points) => {
      const totals = (kept: readonly (readonly number[])[]): number[] =>
        kept.length === 0 ? [] : additiveValue(kept, [0.5, 0.3, 0.2]).map(({ total }) => total);
      expect(rankReversals(points, totals, 'highest')).toEqual([]);
    }),
  );
});
