import { describe, expect, it } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { quantileCurve } from './quantile-curve.ts';
import { summariseDraws } from './summarise-draws.ts';

describe('a curve of quantiles', () => {
  it('goes from the least to the most and never falls', () => {
    const rng = seededRng('curve');
    const draws = Float64Array.from({ length: 997 }, () => rng.next() ** 3 - 0.2);
    const curve = quantileCurve(draws);
    expect(curve).toHaveLength(101);
    expect([curve[0], curve[100]]).toEqual([Math.min(...draws), Math.max(...draws)]);
    expect(curve).toEqual(curve.toSorted((one, other) => one - other));
  });

  it('passes through the quantiles of the summary', () => {
    const rng = seededRng('summary');
    const draws = Float64Array.from({ length: 5000 }, () => rng.next());
    const [curve, { p10, p50, p80, p90 }] = [quantileCurve(draws), summariseDraws(draws)];
    expect([curve[10], curve[50], curve[80], curve[90]]).toEqual([
      p10.value,
      p50.value,
      p80.value,
      p90.value,
    ]);
  });

  it('of one draw stands still, and of none there is none', () => {
    expect(quantileCurve([7], 4)).toEqual([7, 7, 7, 7, 7]);
    expect(() => quantileCurve([])).toThrow('at least one draw');
    expect(() => quantileCurve([1], 0)).toThrow('whole number of steps');
  });
});
