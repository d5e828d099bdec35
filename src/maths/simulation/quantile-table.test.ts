import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../distributions/distribution.ts';
import { lawOf } from '../distributions/distribution.ts';
import { normalCdf } from '../normal.ts';
import { drawFrom, quantileTable } from './quantile-table.ts';

const smooth: Distribution[] = [
  { kind: 'uniform', low: -5, high: 20 },
  { kind: 'triangular', low: 10, mode: 12, high: 40 },
  { kind: 'triangular', low: 0, mode: 0, high: 1 },
  { kind: 'pert', low: 10, mode: 12, high: 40 },
  { kind: 'pert', low: 0, mode: 1, high: 1 },
  { kind: 'normal', mean: 100, sd: 15 },
  { kind: 'log-normal', mu: 10, sigma: 1 },
  { kind: 'log-normal', p10: 50, p90: 200 },
];

describe('a table of quantiles', () => {
  it.each(smooth)('is right to a hundred-thousandth of the standard deviation: %j', (distribution) => {
    const law = lawOf(distribution);
    const table = quantileTable(distribution);
    expect(table.values.length).toBeGreaterThanOrEqual(4096);
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (score) => {
        const exact = law.quantile(normalCdf(score));
        const found = drawFrom(table, Float64Array.of(score))[0] ?? 0;
        // In the far tail of a log-normal, of the value itself.
        const unit = Math.max(Math.sqrt(law.variance), Math.abs(exact));
        expect(Math.abs(found - exact) / unit).toBeLessThan(1e-5);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a distribution with kinks is off by a knot at the kink', () => {
    const kinked: Distribution[] = [
      { kind: 'quantiles', points: [0, 0.1, 0.5, 0.9, 1].map((share) => ({ share, value: share ** 3 })) },
      {
        kind: 'log-normal-pareto',
        tailShare: 0.18,
        mu: 0.05,
        sigma: 0.15,
        threshold: 1.5,
        alpha: 1.378,
        cap: 20,
      },
    ];
    for (const distribution of kinked) {
      const law = lawOf(distribution);
      const table = quantileTable(distribution);
      for (let score = -4; score < 4; score += 0.001_3) {
        const exact = law.quantile(normalCdf(score));
        const found = drawFrom(table, Float64Array.of(score))[0] ?? 0;
        expect(Math.abs(found - exact) / Math.max(Math.sqrt(law.variance), exact)).toBeLessThan(1e-3);
      }
    }
  });

  it('of steps gives no value between them', () => {
    const table = quantileTable({
      kind: 'discrete',
      outcomes: [
        { value: 0, probability: 0.7 },
        { value: 9, probability: 0.3 },
      ],
    });
    // The 70 % point of the normal distribution is 0.5244.
    expect([...drawFrom(table, Float64Array.of(-9, 0.524, 0.525, 9))]).toEqual([0, 0, 9, 9]);
    expect([...drawFrom(quantileTable({ kind: 'fixed', value: 7 }), Float64Array.of(-1, 1))]).toEqual([7, 7]);
  });

  it('ends where the distribution does', () => {
    const table = quantileTable({ kind: 'uniform', low: 2, high: 3 });
    const ends = drawFrom(table, Float64Array.of(-Infinity, -20, 20, Infinity));
    expect(ends.every((value) => value >= 2 && value <= 3)).toBe(true);
    expect(ends[3]).toBeCloseTo(3, 8);
  });
});
