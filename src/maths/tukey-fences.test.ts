import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tukeyFences } from './tukey-fences.ts';

// NIST/SEMATECH e-Handbook of Statistical Methods, 7.1.6: q1 = 429.75, q3 = 742.25 give the inner fences −39 and 1211.
it("equal the inner fences of the handbook's example", () => {
  expect(tukeyFences({ q1: 429.75, q3: 742.25 })).toEqual({ lower: -39, upper: 1211 });
});

it('are the exact sums, rounded once', () => {
  // In 1024ths every sum is a whole number, which is exact; the fence is the nearest number to it.
  const parts = fc.integer({ min: 0, max: 2_000_000 });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const q1 = Math.min(one, other) / 1024;
      const q3 = Math.max(one, other) / 1024;
      const { lower, upper } = tukeyFences({ q1, q3 });
      expect(lower * 2048).toBe(2 * 1024 * q1 - 3 * 1024 * (q3 - q1));
      expect(upper * 2048).toBe(2 * 1024 * q3 + 3 * 1024 * (q3 - q1));
    }),
  );
});

it('differ in the last digit from a sum that is rounded twice', () => {
  const found = Array.from({ length: 1000 }, (_, index) => ({ q1: 0.1, q3: 0.1 + (index + 1) / 997 })).filter(
    ({ q1, q3 }) => tukeyFences({ q1, q3 }).upper !== q3 + 1.5 * (q3 - q1),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { q1, q3 } of found) expect(tukeyFences({ q1, q3 }).upper).toBeCloseTo(q3 + 1.5 * (q3 - q1), 12);
});
