import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, betaShape, incompleteBeta, logGamma } from './incomplete-beta.ts';

describe('the incomplete beta function', () => {
  // Closed forms: DLMF 8.17.5 for whole numbers, 8.17.7 for two halves.
  it.each([
    [2, 3, 0.5, 0.6875],
    [0.5, 0.5, 0.5, 0.5],
    [5, 1, 0.9, 0.59049],
    [0.5, 0.5, 0.25, 1 / 3],
  ])('of %d and %d at %d is %d', (alpha, beta, x, share) => {
    expect(incompleteBeta(betaShape(alpha, beta), x)).toBeCloseTo(share, 12);
  });

  it('is the tail of a binomial distribution (DLMF 8.17.5)', () => {
    const count = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (m, extra, x) => {
        const n = m + extra;
        let term = (1 - x) ** n;
        let below = 0;
        for (let j = 0; j < m; j += 1) {
          below += term;
          term *= ((n - j) / (j + 1)) * (x / (1 - x));
        }
        expect(incompleteBeta(betaShape(m, n - m + 1), x)).toBeCloseTo(1 - below, 9);
      }),
    );
  });

  it('and its quantile are each the inverse of the other, wherever the search begins', () => {
    const shape = fc.double({ min: 1, max: 40, noNaN: true });
    const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, share, (alpha, beta, at, near) => {
        const beta2 = betaShape(alpha, beta);
        expect(incompleteBeta(beta2, betaQuantile(beta2, at))).toBeCloseTo(at, 9);
        expect(incompleteBeta(beta2, betaQuantile(beta2, at, near))).toBeCloseTo(at, 9);
      }),
    );
  });

  it('finds its quantile where rounding makes the search halve at its end', () => {
    const shape = betaShape(8.581649575958913, 15.120018610728927);
    const found = betaQuantile(shape, 0.3893861312591164, 0.000004436988724821866);
    expect(Math.abs(incompleteBeta(shape, found) - 0.3893861312591164)).toBeLessThan(1e-12);
  });

  // In closed form: the share above x is (1 - x)^5 for beta(1, 5), and x^5 the share below for beta(5, 1).
  it('finds points far in the upper tail as exactly as in the lower', () => {
    const share = 2 ** -40;
    expect(betaQuantile(betaShape(1, 5), 1 - share)).toBeCloseTo(1 - share ** 0.2, 13);
    expect(betaQuantile(betaShape(1, 5), 1 - share, 0.9)).toBeCloseTo(1 - share ** 0.2, 13);
    expect(betaQuantile(betaShape(5, 1), share)).toBeCloseTo(share ** 0.2, 13);
  });

  it('ends at 0 and 1, and refuses what is outside', () => {
    const shape = betaShape(2, 5);
    expect([incompleteBeta(shape, -1), incompleteBeta(shape, 2)]).toEqual([0, 1]);
    expect([betaQuantile(shape, 0), betaQuantile(shape, 1)]).toEqual([0, 1]);
    expect(() => betaQuantile(shape, -0.1)).toThrow('from 0 to 1');
    expect(() => betaShape(0, 1)).toThrow('above 0');
  });
});

it('gamma of whole numbers is their factorials', () => {
  let factorial = 1;
  for (let n = 1; n < 20; n += 1) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
    factorial *= n;
  }
  expect(Math.exp(logGamma(0.25))).toBeCloseTo(3.625_609_908_221_908, 12);
});
