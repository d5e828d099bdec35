import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crps, type NumberForecast } from './crps.ts';
import { normalCdf } from './normal.ts';

/** The score by its definition: the squared distance of two distributions, added up in small steps. */
function byDefinition(cdf: (x: number) => number, observed: number, [from, to]: [number, number]): number {
  const steps = 200_000;
  const width = (to - from) / steps;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) {
    const x = from + (step + 0.5) * width;
    sum += (cdf(x) - (x >= observed ? 1 : 0)) ** 2 * width;
  }
  return sum;
}

describe('the continuous ranked probability score', () => {
  it('of a standard normal forecast at its mean is that of properscoring', () => {
    expect(crps({ kind: 'normal', mean: 0, sd: 1 }, 0)).toBeCloseTo(0.23369497725510913, 15);
  });

  it('of an ensemble counts every pair', () => {
    // Worked by hand: the mean error 1 less half the mean distance ½ × 1; and 4/3 − ½ × 8/9.
    expect(crps({ kind: 'ensemble', values: [1, 3] }, 2)).toBe(0.5);
    expect(crps({ kind: 'ensemble', values: [3, 1, 2] }, 0)).toBeCloseTo(2 - 4 / 9, 12);
  });

  it('of a forecast that is sure is the absolute error', () => {
    const sure: NumberForecast[] = [
      { kind: 'point', value: 3 },
      { kind: 'normal', mean: 3, sd: 0 },
      { kind: 'uniform', low: 3, high: 3 },
      { kind: 'ensemble', values: [3, 3] },
    ];
    for (const forecast of sure) expect(crps(forecast, 5)).toBe(2);
  });

  it.each([-1, 0.5, 2, 9])('agrees with its definition where %d was observed', (observed) => {
    const range: [number, number] = [-10, 60];
    expect(crps({ kind: 'normal', mean: 1, sd: 1.5 }, observed)).toBeCloseTo(
      byDefinition((x) => normalCdf((x - 1) / 1.5), observed, range),
      3,
    );
    expect(crps({ kind: 'uniform', low: 0, high: 4 }, observed)).toBeCloseTo(
      byDefinition((x) => Math.min(1, Math.max(0, x / 4)), observed, range),
      3,
    );
    expect(crps({ kind: 'log-normal', mu: 0.5, sigma: 0.7 }, observed)).toBeCloseTo(
      byDefinition((x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - 0.5) / 0.7)), observed, range),
      3,
    );
  });

  it('is never below nought, nor above the mean error of the ensemble', () => {
    const value = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), value, (values, observed) => {
        const score = crps({ kind: 'ensemble', values }, observed);
        const error = values.reduce((sum, one) => sum + Math.abs(one - observed), 0) / values.length;
        expect(score).toBeGreaterThanOrEqual(-1e-9);
        expect(score).toBeLessThanOrEqual(error + 1e-9);
      }),
    );
  });

  it('needs a forecast that is one', () => {
    expect(() => crps({ kind: 'ensemble', values: [] }, 1)).toThrow('forecasts nothing');
    expect(() => crps({ kind: 'normal', mean: 0, sd: -1 }, 1)).toThrow('not -1');
    expect(() => crps({ kind: 'log-normal', mu: 0, sigma: 0 }, 1)).toThrow('above nought');
    expect(() => crps({ kind: 'uniform', low: 2, high: 1 }, 1)).toThrow('between 2 and 1');
    expect(() => crps({ kind: 'point', value: Number.NaN }, 1)).toThrow('are numbers');
  });
});
