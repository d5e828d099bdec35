import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe("Wilson's interval", () => {
  // Newcombe (1998), Table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (hits, count, low, high) => {
    const interval = wilson(hits, count);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)));

  it('holds the share, stays within 0 and 1, and mirrors the share of the others', () => {
    fc.assert(
      fc.property(counts, ([hits, count]) => {
        const interval = wilson(hits, count);
        const others = wilson(count - hits, count);
        if (interval === null || others === null) throw new Error('There is a share.');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(interval.share + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(interval.share - 1e-12);
        expect(interval.low).toBeCloseTo(1 - others.high, 10);
      }),
    );
  });

  it('ends where the score test just accepts the share', () => {
    fc.assert(
      fc.property(counts, ([hits, count]) => {
        const interval = wilson(hits, count);
        if (interval === null) throw new Error('There is a share.');
        for (const bound of [interval.low, interval.high]) {
          if (bound === 0 || bound === 1) continue;
          const score = (interval.share - bound) / Math.sqrt((bound * (1 - bound)) / count);
          expect(Math.abs(score)).toBeCloseTo(1.959964, 4);
        }
      }),
    );
  });

  it('says nothing about nothing, and refuses what is no share', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow('3 of 2 is no share');
    expect(() => wilson(-1, 2)).toThrow('no share');
  });
});
