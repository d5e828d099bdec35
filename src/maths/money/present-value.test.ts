import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimismBias } from './optimism-bias.ts';
import type { RateSchedule } from './present-value.ts';
import { discountFactors, presentValue } from './present-value.ts';
import { referenceClassUplift } from './reference-class-uplift.ts';

const standard: RateSchedule = [
  { fromYear: 0, rate: 0.035 },
  { fromYear: 31, rate: 0.03 },
  { fromYear: 76, rate: 0.025 },
];

describe('present value', () => {
  // HM Treasury, The Green Book, table of discount factors: 3.5 % to year 30, 3 % to year 75, then 2.5 %.
  it.each([
    [0, 1],
    [1, 0.9662],
    [10, 0.7089],
    [30, 0.3563],
    [31, 0.3459],
    [75, 0.0942],
    [76, 0.0919],
  ])('a pound of year %d is worth %d', (year, factor) => {
    expect(discountFactors(standard, 100)[year]).toBeCloseTo(factor, 4);
  });

  it('of equal amounts is the annuity', () => {
    const years = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(years, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (count, rate) => {
        const annuity = 1 + (1 - (1 + rate) ** -(count - 1)) / rate;
        const schedule = [{ fromYear: 1, rate }];
        expect(
          presentValue(
            Array.from({ length: count }, () => 1),
            schedule,
          ),
        ).toBeCloseTo(annuity, 8);
      }),
    );
  });

  it('refuses what is no schedule', () => {
    expect(() => discountFactors([], 3)).toThrow('ascending order');
    expect(() => discountFactors([{ fromYear: 2, rate: 0.03 }], 3)).toThrow('from year 0 or 1');
    expect(() => discountFactors([...standard].toReversed(), 3)).toThrow('ascending order');
    expect(() => discountFactors([{ fromYear: 0, rate: -1 }], 3)).toThrow('above -1');
  });
});

describe('optimism bias', () => {
  // Mott MacDonald, Review of Large Public Procurement in the UK (2002), as in the supplementary guidance: equipment and
  // development, capital expenditure, 200 % to 10 %.
  it('begins at the upper bound and comes down to the lower one', () => {
    const bounds = { lowerShare: 0.1, upperShare: 2 };
    expect([0, 0.5, 1].map((dealtWith) => optimismBias(bounds, dealtWith))).toEqual([2, 1.05, 0.1]);
  });

  it('refuses bounds and shares that are none', () => {
    expect(() => optimismBias({ lowerShare: 0.5, upperShare: 0.1 }, 0)).toThrow('lower ≤ upper');
    expect(() => optimismBias({ lowerShare: 0.1, upperShare: 2 }, 1.5)).toThrow('from 0 to 1');
  });
});

it('the uplift of a reference class is exceeded with the accepted chance', () => {
  const ratio = { kind: 'log-normal', p10: 0.9, p90: 1.8 } as const;
  expect(referenceClassUplift(ratio, 0.1)).toBeCloseTo(0.8, 9);
  expect(referenceClassUplift(ratio, 0.9)).toBeCloseTo(-0.1, 9);
  expect(() => referenceClassUplift(ratio, 2)).toThrow('from 0 to 1');
});
