import { describe, expect, it } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { fillLatin } from '../simulation/latin-hypercube.ts';
import { normalScores } from '../simulation/normal-scores.ts';
import { conditionalMean, regressorOf } from './conditional-mean.ts';

const draws = 2 ** 14;
const rng = seededRng('conditional mean');
const normal = (): Float64Array => normalScores(fillLatin(rng, new Float64Array(draws)));

/** Root of the mean square of what a regression misses. */
function missOf(found: Float64Array, truth: (draw: number) => number): number {
  return Math.sqrt(found.reduce((sum, mean, draw) => sum + (mean - truth(draw)) ** 2, 0) / found.length);
}

describe('a conditional mean', () => {
  const [x, noise] = [normal(), normal()];
  const with5 = (rest: Float64Array): Float64Array =>
    rest.map((value, draw) => value + 5 * (noise[draw] ?? 0));

  it('finds a straight line under five times its own spread of noise', () => {
    const found = conditionalMean(regressorOf(x), with5(x));
    // Two parameters of 16,384 draws: 5 × √(2 ÷ 16,384) = 0.055.
    expect(missOf(found, (draw) => x[draw] ?? 0)).toBeLessThan(0.12);
  });

  it('follows a curve, and a step that no polynomial follows', () => {
    const square = x.map((value) => value * value);
    expect(missOf(conditionalMean(regressorOf(x), with5(square)), (draw) => square[draw] ?? 0)).toBeLessThan(
      0.15,
    );
    // Steps of 10: a polynomial misses by almost 10, classes by what lies in those with an edge.
    const steps = x.map((value) => (Math.floor(value * 2) % 2 === 0 ? 10 : -10));
    const found = conditionalMean(regressorOf(x), steps);
    expect(missOf(found, (draw) => steps[draw] ?? 0)).toBeLessThan(7);
  });

  it('is the mean of each group where the input has few values', () => {
    const coin = x.map((value) => (value > 0.3 ? 1 : 0));
    const values = with5(coin.map((side) => 3 * side));
    const means = [0, 1].map((side) => {
      const own = values.filter((_, draw) => coin[draw] === side);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    });
    const found = conditionalMean(regressorOf(coin), values);
    expect(missOf(found, (draw) => means[coin[draw] ?? 0] ?? 0)).toBeLessThan(1e-6);
  });

  it('of what never varies, or given what never varies, is the mean', () => {
    const same = new Float64Array(draws).fill(7);
    expect(missOf(conditionalMean(regressorOf(same), x), () => 0)).toBeLessThan(0.01);
    expect(missOf(conditionalMean(regressorOf(x), same), () => 7)).toBeLessThan(1e-9);
  });
});
