import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { quantileOf } from '../distributions/distribution.ts';
import { normalQuantile } from '../normal.ts';
import { drawUntilPrecise } from './draw-until-precise.ts';
import { fillLatin } from './latin-hypercube.ts';
import { lowestShares } from './lowest-share.ts';
import { meanWithError, quantileWithError } from './sample-error.ts';
import { summariseDraws } from './summarise-draws.ts';

const exponential = (share: number): number => -Math.log1p(-share);

/** Samples of a sum of two exponential variables: independent draws, or in Latin blocks of 64. */
function samples(isLatin: boolean): Float64Array[] {
  const rng = seededRng('errors');
  return Array.from({ length: 300 }, () => {
    const values = new Float64Array(64 * 32);
    for (let from = 0; from < values.length; from += 64) {
      const column = (): Float64Array =>
        isLatin ? fillLatin(rng, new Float64Array(64)) : new Float64Array(64).map(() => rng.next());
      const [one, other] = [column(), column()];
      values.set(
        one.map((share, place) => exponential(share) + exponential(other[place] ?? 0)),
        from,
      );
    }
    return values;
  });
}

describe('the error of an estimate', () => {
  // Student's sleep data (1908), extra hours of the second drug: mean 2.33, error 0.6331666 (R: sd(x) / sqrt(10)).
  it('of a mean equals the textbook one', () => {
    const { value, error } = meanWithError([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4], 1);
    expect(value).toBeCloseTo(2.33, 12);
    expect(error).toBeCloseTo(0.633_166_6, 6);
  });

  // Gamma with shape 2: mean 2, and 80 % below 2.994308 (SciPy: gamma.ppf(0.8, 2)).
  it.each([
    ['independent draws', false, 1],
    ['blocks of Latin hypercubes', true, 64],
  ])(
    'is the spread over many samples, and the interval holds the truth as often as it says: %s',
    (_, isLatin, block) => {
      const truth = 2.994_308_347;
      const means = samples(isLatin).map((values) => meanWithError(values, block));
      const quantiles = samples(isLatin).map((values) => quantileWithError(values, 0.8, block));
      for (const estimates of [means, quantiles]) {
        const centre = estimates.reduce((sum, { value }) => sum + value, 0) / 300;
        const spread = Math.sqrt(estimates.reduce((sum, { value }) => sum + (value - centre) ** 2, 0) / 299);
        const said = Math.sqrt(estimates.reduce((sum, { error }) => sum + error ** 2, 0) / 300);
        // 300 samples know a spread to four per cent.
        expect(said / spread).toBeGreaterThan(0.85);
        expect(said / spread).toBeLessThan(1.2);
      }
      const holding = quantiles.filter(({ low, high }) => low <= truth && truth <= high).length / 300;
      expect(holding).toBeGreaterThan(0.9);
      expect(holding).toBeLessThan(0.985);
    },
  );

  it('is several times smaller with Latin hypercubes', () => {
    const error = (isLatin: boolean): number => meanWithError(samples(isLatin)[0] ?? [], 64).error;
    expect(error(false) / error(true)).toBeGreaterThan(4);
  });

  it('is nought where nothing varies, and needs two draws', () => {
    expect(summariseDraws(new Float64Array(50_000).fill(0.1))).toMatchObject({
      mean: { value: 0.1, error: 0 },
      p80: { value: 0.1, error: 0, low: 0.1, high: 0.1 },
    });
    expect(() => meanWithError([1])).toThrow('at least two');
    expect(() => quantileWithError([1], 0.5)).toThrow('at least two');
  });
});

describe('doubling the draws', () => {
  const simulate = (draws: number): Float64Array => {
    const rng = seededRng('more');
    return new Float64Array(draws).map(() =>
      quantileOf({ kind: 'normal', mean: 100, sd: 30 }, (rng.next() + 1e-12) / 1.1),
    );
  };

  it('ends as soon as the interval is narrow enough', () => {
    const wide = drawUntilPrecise(simulate, { first: 1024, mostWidth: 0.05 });
    const narrow = drawUntilPrecise(simulate, { first: 1024, mostWidth: 0.02 });
    expect([wide.isPrecise, narrow.isPrecise]).toEqual([true, true]);
    expect(wide.values.length).toBeLessThan(narrow.values.length);
    expect(narrow.width).toBeLessThanOrEqual(0.02);
    expect(narrow.quantile.high - narrow.quantile.low).toBeCloseTo(narrow.width * narrow.quantile.value, 9);
    // One round less would not have been enough.
    expect(
      drawUntilPrecise(simulate, { first: 1024, mostWidth: 0.02, most: narrow.values.length / 2 }).isPrecise,
    ).toBe(false);
  });

  it('ends at the most draws and says that it was not enough', () => {
    const found = drawUntilPrecise(simulate, { first: 1000, most: 3000, mostWidth: 0 });
    expect([found.values.length, found.isPrecise]).toEqual([3000, false]);
    expect(() => drawUntilPrecise(simulate, { first: 10, most: 5 })).toThrow('2 to 5 draws');
  });
});

describe('the share of draws in which an option is the lowest', () => {
  it('adds up to one over the options, ties in equal parts', () => {
    const column = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (options) => {
        const found = lowestShares(
          options.map((values) => Float64Array.from(values)),
          1,
        );
        expect(found.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('of two independent normal costs is that of their difference', () => {
    const rng = seededRng('two');
    const draw = (mean: number): Float64Array =>
      fillLatin(rng, new Float64Array(50_000)).map((share) => mean + normalQuantile(share));
    // Below 0 by a normal variable of mean 1 and variance 2: 0.2397500610934768.
    const [, dearer] = lowestShares([draw(0), draw(1)], 1);
    expect(dearer?.value).toBeCloseTo(0.239_75, 2);
    expect(() => lowestShares([draw(0), new Float64Array(3)])).toThrow('equally many');
  });
});
