import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../lib/rng.ts';
import { between, drawFrom, exponential, logarithm, logNormal, normal, pareto, tableOf } from './draw.ts';

describe('drawing', () => {
  it('computes e^x and the logarithm by sums and products, close to the exact values', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 11);
        expect(logarithm(Math.exp(x))).toBeCloseTo(x, 10);
      }),
    );
  });

  it('draws from a table in the shares of its counts', () => {
    const rng = seededRng('table');
    const table = tableOf([
      ['a', 30],
      ['b', 60],
      ['c', 10],
    ]);
    const counts = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 20_000; i += 1) {
      const drawn = drawFrom(rng, table);
      if (drawn === 'a' || drawn === 'b' || drawn === 'c') counts[drawn] += 1;
    }
    expect(counts.a / 20_000).toBeCloseTo(0.3, 1);
    expect(counts.c / 20_000).toBeCloseTo(0.1, 1);
  });

  it('draws whole numbers with both ends', () => {
    const rng = seededRng('between');
    const seen = new Set(Array.from({ length: 400 }, () => between(rng, 3, 6)));
    expect(seen).toEqual(new Set([3, 4, 5, 6]));
  });

  it('draws normal, log-normal and Pareto numbers with their means and quantiles', () => {
    const rng = seededRng('normal');
    const normals = Array.from({ length: 20_000 }, () => normal(rng));
    expect(normals.reduce((sum, value) => sum + value, 0) / 20_000).toBeCloseTo(0, 1);
    const values = Array.from({ length: 20_001 }, () => logNormal(rng, 2, 0.5)).sort((a, b) => a - b);
    expect((values[10_000] ?? 0) / Math.exp(2)).toBeCloseTo(1, 1);
    const tails = Array.from({ length: 20_001 }, () => pareto(rng, 1.5, 1.38)).sort((a, b) => a - b);
    expect(tails[0]).toBeGreaterThanOrEqual(1.5);
    expect((tails[10_000] ?? 0) / (1.5 * 2 ** (1 / 1.38))).toBeCloseTo(1, 1);
  });
});
