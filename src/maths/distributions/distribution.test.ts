import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdfOf, lawOf, meanOf, quantileOf, skewnessOf, varianceOf } from './distribution.ts';
import type { Distribution } from './distribution.ts';

const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const three = fc
  .tuple(amount, fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([low, range, peak]) => ({ low, mode: low + range * peak, high: low + range }));

const tail = {
  kind: 'log-normal-pareto',
  tailShare: 0.18,
  mu: Math.log(1.05),
  sigma: 0.15,
  threshold: 1.5,
  alpha: 1.378,
  cap: 20,
} as const;

const continuous: fc.Arbitrary<Distribution> = fc.oneof(
  three.map(({ low, high }): Distribution => ({ kind: 'uniform', low, high })),
  three.map((points): Distribution => ({ kind: 'triangular', ...points })),
  three.map((points): Distribution => ({ kind: 'pert', ...points })),
  fc
    .tuple(amount, fc.double({ min: 1, max: 1e5, noNaN: true }))
    .map(([mean, sd]): Distribution => ({ kind: 'normal', mean, sd })),
  fc
    .tuple(fc.double({ min: -5, max: 15, noNaN: true }), fc.double({ min: 0.05, max: 2, noNaN: true }))
    .map(([mu, sigma]): Distribution => ({ kind: 'log-normal', mu, sigma })),
  fc.double({ min: 0.01, max: 0.99, noNaN: true }).map((tailShare): Distribution => ({ ...tail, tailShare })),
);

/** A moment by adding up the quantile function at the middle of many equal shares. */
function added(distribution: Distribution, of: (value: number) => number): number {
  const law = lawOf(distribution);
  const parts = 100_000;
  let sum = 0;
  let near: number | undefined;
  for (let part = 0; part < parts; part += 1) {
    near = law.quantile((part + 0.5) / parts, near);
    sum += of(near);
  }
  return sum / parts;
}

describe('a distribution', () => {
  it('has a quantile that never falls and is the inverse of its shares', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(continuous, share, share, (distribution, one, other) => {
        const law = lawOf(distribution);
        const [low, high] = [law.quantile(Math.min(one, other)), law.quantile(Math.max(one, other))];
        // To the last digits, in which neighbouring shares are rounded.
        expect(low - high).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(low), Math.sqrt(law.variance)));
        const value = law.quantile(one);
        // What lies on the cap is all of the shares above it.
        if (distribution.kind !== 'log-normal-pareto' || value < 20)
          expect(law.cdf(value)).toBeCloseTo(one, 9);
      }),
    );
  });

  it.each<Distribution>([
    { kind: 'triangular', low: 10, mode: 12, high: 40 },
    { kind: 'pert', low: 10, mode: 12, high: 40 },
    { kind: 'pert', low: 10, mode: 12, high: 40, lambda: 2 },
    { kind: 'quantiles', points: [0, 0.1, 0.5, 0.9, 1].map((share) => ({ share, value: 5 + share ** 3 })) },
    { kind: 'discrete', outcomes: [3, 1, 2].map((value) => ({ value, probability: value / 6 })) },
    { ...tail, alpha: 4, cap: 3 },
    tail,
  ])('has the moments that its quantiles add up to: %j', (distribution) => {
    const mean = meanOf(distribution);
    const sd = Math.sqrt(varianceOf(distribution));
    expect(added(distribution, (value) => value) / mean).toBeCloseTo(1, 5);
    expect(added(distribution, (value) => (value - mean) ** 2) / sd ** 2).toBeCloseTo(1, 3);
    const skewness = added(distribution, (value) => ((value - mean) / sd) ** 3);
    expect(skewnessOf(distribution)).toBeCloseTo(skewness, 3);
  });

  it('by P10 and P90 has these', () => {
    const distribution: Distribution = { kind: 'log-normal', p10: 379_400, p90: 1_029_800 };
    expect(quantileOf(distribution, 0.1)).toBeCloseTo(379_400, 6);
    expect(quantileOf(distribution, 0.9)).toBeCloseTo(1_029_800, 6);
  });

  it('with a heavy tail says where it has no mean or variance', () => {
    const open = { ...tail, cap: null };
    expect(meanOf(open)).toBeCloseTo(
      0.82 * meanOf({ ...tail, tailShare: 0 }) + 0.18 * 1.5 * (1.378 / 0.378),
      9,
    );
    expect(varianceOf(open)).toBe(Infinity);
    expect(skewnessOf(open)).toBe(Infinity);
    expect(meanOf({ ...open, alpha: 0.9 })).toBe(Infinity);
    expect(varianceOf({ ...open, alpha: 2 })).toBe(Infinity);
    expect(varianceOf({ ...open, alpha: 2.1 })).toBeLessThan(10);
  });

  it('that does not vary is a fixed value', () => {
    for (const distribution of [
      { kind: 'fixed', value: 7 },
      { kind: 'uniform', low: 7, high: 7 },
      { kind: 'triangular', low: 7, mode: 7, high: 7 },
      { kind: 'pert', low: 7, mode: 7, high: 7 },
      { kind: 'normal', mean: 7, sd: 0 },
    ] satisfies Distribution[]) {
      const law = lawOf(distribution);
      expect([law.quantile(0.2), law.mean, law.variance, law.skewness]).toEqual([7, 7, 0, null]);
      expect([cdfOf(distribution, 6.9), cdfOf(distribution, 7)]).toEqual([0, 1]);
    }
  });

  it('of some values steps from one to the next', () => {
    const coin: Distribution = {
      kind: 'discrete',
      outcomes: [
        { value: 9, probability: 0.3 },
        { value: 0, probability: 0.7 },
      ],
    };
    expect([0, 0.7, 0.71, 1].map((share) => quantileOf(coin, share))).toEqual([0, 0, 9, 9]);
    expect([-1, 0, 8, 9].map((value) => cdfOf(coin, value))).toEqual([0, 0.7, 0.7, 1]);
    // Bernoulli: variance p (1 − p), skewness (1 − 2p) ÷ √(p (1 − p)).
    expect(varianceOf(coin)).toBeCloseTo(81 * 0.21, 12);
    expect(skewnessOf(coin)).toBeCloseTo(0.4 / Math.sqrt(0.21), 12);
  });

  it.each<[Distribution, string]>([
    [{ kind: 'fixed', value: Number.NaN }, 'finite'],
    [{ kind: 'uniform', low: 2, high: 1 }, 'low ≤ high'],
    [{ kind: 'triangular', low: 1, mode: 4, high: 3 }, 'low ≤ mode ≤ high, not 1, 4 and 3'],
    [{ kind: 'pert', low: 1, mode: 0, high: 3 }, 'low ≤ mode ≤ high'],
    [{ kind: 'pert', low: 1, mode: 2, high: 3, lambda: -1 }, 'at least 0'],
    [{ kind: 'normal', mean: 1, sd: -1 }, 'at least 0'],
    [{ kind: 'log-normal', mu: 1, sigma: -1 }, 'at least 0'],
    [{ kind: 'log-normal', p10: 0, p90: 1 }, '0 < P10'],
    [{ kind: 'discrete', outcomes: [{ value: 1, probability: 0.9 }] }, 'add up to 1'],
    [{ kind: 'discrete', outcomes: [{ value: 1, probability: -1 }] }, 'probability'],
    [{ kind: 'quantiles', points: [{ share: 0.1, value: 1 }] }, 'from share 0 to share 1'],
    [{ ...tail, tailShare: 2 }, "tail's share"],
    [{ ...tail, sigma: 0 }, 'above 0'],
    [{ ...tail, cap: 1 }, 'threshold ≤ cap'],
  ])('that is none is refused: %j', (distribution, message) => {
    expect(() => lawOf(distribution)).toThrow(message);
  });

  it('refuses a share that is none', () => {
    fc.assert(
      fc.property(continuous, (distribution) => {
        expect(() => quantileOf(distribution, 1.1)).toThrow('from 0 to 1');
      }),
    );
  });
});
