import { readFileSync } from 'node:fs';
import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeShared } from '../../test/support/shared-data.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';

describe('the normal distribution', () => {
  it.each([
    // Abramowitz and Stegun, table 26.1.
    [0, 0.5],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [-3, 0.00134989803163],
    [5, 0.999999713348428],
  ])('below %d lie %d', (x, share) => {
    expect(normalCdf(x)).toBeCloseTo(share, 14);
  });

  it('has tails that are small and not nought', () => {
    // R 4: pnorm(-10), pnorm(-20).
    expect(normalCdf(-10) / 7.61985302416047e-24).toBeCloseTo(1, 10);
    expect(normalCdf(-20) / 2.75362411860623e-89).toBeCloseTo(1, 10);
    expect([normalCdf(-50), normalCdf(50)]).toEqual([0, 1]);
    expect(normalDensity(0)).toBeCloseTo(0.398942280401433, 15);
  });

  // SciPy 1.17: norm.cdf and norm.ppf.
  it('has small shares and their points to twelve digits', () => {
    expect(normalCdf(-5.5) / 1.898_956_246_588_768e-8).toBeCloseTo(1, 12);
    expect(normalCdf(-3) / 0.001_349_898_031_630_093_3).toBeCloseTo(1, 12);
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.997_807_015_007_687, 12);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753_424_308_822_899, 12);
    expect(normalQuantile(1 - 2 ** -30)).toBeCloseTo(-normalQuantile(2 ** -30), 12);
  });

  it('quantile and share are each the inverse of the other', () => {
    assert(
      property(double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (share) => {
        expect(normalCdf(normalQuantile(share))).toBeCloseTo(share, 12);
      }),
    );
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});

describeShared('reference values of the normal distribution', 'numerics/distributions.csv', (path) => {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter(([name, mu]) => name === 'normal' && Number(mu) === 0);

  it('are met', () => {
    const standard = rows.filter(([, , , sigma]) => Number(sigma) === 1);
    expect(standard.length).toBeGreaterThan(10);
    for (const [, , , , statistic, at, value] of standard) {
      if (statistic === 'quantile') expect(normalQuantile(Number(at))).toBeCloseTo(Number(value), 11);
      if (statistic === 'cdf') expect(normalCdf(Number(at))).toBeCloseTo(Number(value), 12);
    }
  });
});
