import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additiveValue } from './additive-value.ts';
import { priceOfQuality, switchingCostPence } from './price-of-quality.ts';
import { pointsSwitches, switchingValue } from './switching-value.ts';

describe('the switching value', () => {
  it('is where the lead is nought', () => {
    expect(switchingValue({ now: 4, lead: 10, perUnit: -2 })).toEqual({ value: 9, change: 5 });
    expect(switchingValue({ now: 4, lead: -10, perUnit: -2 })).toEqual({ value: -1, change: -5 });
    expect(switchingValue({ now: 4, lead: 0, perUnit: 7 })).toEqual({ value: 4, change: 0 });
  });

  it('is none where nothing changes with the quantity', () => {
    expect(switchingValue({ now: 4, lead: 10, perUnit: 0 })).toBeNull();
    expect(() => switchingValue({ now: 4, lead: Number.NaN, perUnit: 1 })).toThrow('"lead"');
  });

  it('of points makes the two totals equal', () => {
    const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(points, points, (own, other) => {
        const weights = [0.5, 0.3, 0.2];
        for (const found of pointsSwitches([own, other], weights, { option: 0, rival: 1 })) {
          const changed = own.with(found.criterion, found.value);
          const [one, two] = additiveValue([changed, other], weights);
          expect(one?.total).toBeCloseTo(two?.total ?? 0, 9);
          expect(found.isReachable).toBe(found.value >= 0 && found.value <= 100);
        }
      }),
    );
  });

  it('of points leaves out criteria without weight, and needs two options', () => {
    const points = [
      [80, 20],
      [40, 60],
    ];
    expect(pointsSwitches(points, [1, 0], { option: 0, rival: 1 })).toHaveLength(1);
    expect(() => pointsSwitches(points, [1, 0], { option: 0, rival: 0 })).toThrow('not two of them');
  });
});

describe('the price of a point of quality', () => {
  const mixed = { costPence: 530_000_000, points: 76 };
  const bought = { costPence: 360_000_000, points: 61 };

  it('is what is dearer by what is better: £1.7m for 15 points is £113,333.33 a point', () => {
    const expected = {
      kind: 'price',
      extraPoints: 15,
      extraPence: 170_000_000,
      pencePerPoint: 11_333_333,
    };
    expect(priceOfQuality(mixed, bought)).toEqual({ ...expected, better: 'one' });
    expect(priceOfQuality(bought, mixed)).toEqual({ ...expected, better: 'other' });
  });

  it('is none where one option is better and costs no more, or both are the same', () => {
    expect(priceOfQuality({ costPence: 1, points: 9 }, { costPence: 3, points: 4 })).toEqual({
      kind: 'dominates',
      better: 'one',
      extraPoints: 5,
      savedPence: 2,
    });
    expect(priceOfQuality({ costPence: 3, points: 9 }, { costPence: 3, points: 9 })).toEqual({
      kind: 'same',
    });
    expect(priceOfQuality({ costPence: 3, points: 9 }, { costPence: 2, points: 9 })).toMatchObject({
      kind: 'dominates',
      better: 'other',
    });
    expect(priceOfQuality({ costPence: 3, points: 8 }, { costPence: 3, points: 9 })).toMatchObject({
      better: 'other',
    });
  });

  it('and the cost at which the order turns belong together', () => {
    expect(switchingCostPence(mixed, bought, 12_000_000)).toBe(540_000_000);
    expect(switchingCostPence(mixed, bought, 11_333_333)).toBe(529_999_995);
  });

  it('needs whole pence and points', () => {
    expect(() => priceOfQuality({ costPence: 0.5, points: 1 }, bought)).toThrow('whole pence');
    expect(() => priceOfQuality({ costPence: 1, points: Number.NaN }, bought)).toThrow('NaN');
    expect(() => switchingCostPence(mixed, bought, Number.NaN)).toThrow('worth');
  });
});
