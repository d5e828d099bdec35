import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastForRate, publishableRate } from './publishable-rate.ts';

it('a rate of thirty or more is published with its interval', () => {
  // The other form of the formula, (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), worked out in Python.
  const { count, rate } = publishableRate(12, 40);
  expect(count).toBe(40);
  expect(rate?.share).toBe(0.3);
  expect(rate?.low).toBeCloseTo(0.1807, 4);
  expect(rate?.high).toBeCloseTo(0.4543, 4);
});

it('of fewer only their number is', () => {
  expect(publishableRate(29, 29)).toEqual({ count: 29, rate: null });
  expect(publishableRate(0, 0)).toEqual({ count: 0, rate: null });
});

it('never NaN, and never a rate of too few', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (one, other) => {
      const { count, rate } = publishableRate(Math.min(one, other), Math.max(one, other));
      expect(rate === null).toBe(count < leastForRate);
      for (const value of Object.values(rate ?? {})) expect(value).not.toBeNaN();
    }),
  );
});
