import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../lib/rng.ts';
import { type WeightBelief, weightDrawer } from './weight-belief.ts';

/** Draws many weights, each of which has to keep a condition, and gives the mean of each. */
function meansOf(
  belief: WeightBelief,
  criteria: number,
  keeps: (weights: Float64Array) => boolean = () => true,
): number[] {
  const draws = 40_000;
  const draw = weightDrawer(belief, criteria, seededRng('weights'));
  const into = new Float64Array(criteria);
  const sums = new Float64Array(criteria);
  for (let count = 0; count < draws; count += 1) {
    draw(into);
    if (!keeps(into)) throw new Error(`Drawn: ${into.join(', ')}`);
    into.forEach((weight, criterion) => {
      sums[criterion] = (sums[criterion] ?? 0) + weight;
    });
  }
  return Array.from(sums, (sum) => sum / draws);
}

describe('drawn weights', () => {
  it('are from nought and add up to 1, and uniform ones have equal means and the variance of Dirichlet (1, …, 1)', () => {
    let squares = 0;
    const means = meansOf({ kind: 'uniform' }, 4, (weights) => {
      squares += (weights[1] ?? 0) ** 2 / 40_000;
      const sum = weights.reduce((total, one) => total + one, 0);
      return weights.every((weight) => weight >= 0) && Math.abs(sum - 1) < 1e-12;
    });
    for (const mean of means) expect(mean).toBeCloseTo(0.25, 2);
    // Variance (n − 1) ÷ n²(n + 1) = 3 ÷ 80.
    expect(squares - 1 / 16).toBeCloseTo(3 / 80, 2);
  });

  it('in an order have the rank-order centroid as their mean', () => {
    // Barron and Barrett, Management Science 42 (1996): 0.5208, 0.2708, 0.1458, 0.0625 for four criteria.
    const means = meansOf(
      { kind: 'ordered', order: [[2], [0], [3], [1]] },
      4,
      ([w0 = 0, w1 = 0, w2 = 0, w3 = 0]) => w2 >= w0 && w0 >= w3 && w3 >= w1,
    );
    [0.2708, 0.0625, 0.5208, 0.1458].forEach((expected, criterion) => {
      expect(means[criterion]).toBeCloseTo(expected, 2);
    });
  });

  it('in groups are alike within a group', () => {
    const means = meansOf({ kind: 'ordered', order: [[1], [0, 2]] }, 3);
    // The largest of three has 11/18, the other two share the rest.
    expect(means[1]).toBeCloseTo(11 / 18, 2);
    expect(means[0]).toBeCloseTo(7 / 36, 2);
    expect(means[2]).toBeCloseTo(7 / 36, 2);
  });

  it('within bounds keep them, and are uniform between', () => {
    const means = meansOf(
      { kind: 'intervals', low: [0.2, 0, 0], high: [0.4, 1, 1] },
      3,
      ([first = 0]) => first >= 0.2 - 1e-12 && first <= 0.4 + 1e-12,
    );
    // Density proportional to 1 − w between the bounds: ∫w(1 − w) ÷ ∫(1 − w) = (0.06 − 0.056/3) ÷ 0.14.
    expect(means[0]).toBeCloseTo((0.06 - 0.056 / 3) / 0.14, 2);
    expect(means[1]).toBeCloseTo(means[2] ?? 0, 1);
  });

  it('with bounds that bind nobody and an order have the centroid again', () => {
    const belief: WeightBelief = {
      kind: 'intervals',
      low: [0, 0, 0],
      high: [1, 1, 1],
      order: [[0], [1], [2]],
    };
    const means = meansOf(belief, 3, ([w0 = 0, w1 = 0, w2 = 0]) => w0 >= w1 - 1e-12 && w1 >= w2 - 1e-12);
    [11 / 18, 5 / 18, 2 / 18].forEach((expected, criterion) => {
      expect(Math.abs((means[criterion] ?? 0) - expected)).toBeLessThan(0.01);
    });
  });

  it('of assessors are those of one of them, each as often', () => {
    const means = meansOf(
      {
        kind: 'assessors',
        weights: [
          [1, 0],
          [0.5, 0.5],
          [0, 1],
          [0.5, 0.5],
        ],
      },
      2,
    );
    expect(means[0]).toBeCloseTo(0.5, 2);
    const [own] = meansOf({ kind: 'fixed', weights: [0.3, 0.7] }, 2);
    expect(own).toBeCloseTo(0.3, 9);
  });

  it('keep any bounds that can be kept', () => {
    const bound = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(bound, bound), { minLength: 2, maxLength: 6 }), (pairs) => {
        const low = pairs.map(([one, other]) => Math.min(one, other) / pairs.length);
        const high = pairs.map(([one, other]) => Math.max(one, other));
        fc.pre(high.reduce((sum, one) => sum + one, 0) > 1);
        const into = new Float64Array(pairs.length);
        weightDrawer({ kind: 'intervals', low, high }, pairs.length, seededRng(1))(into);
        expect(into.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        into.forEach((weight, criterion) => {
          expect(weight).toBeGreaterThanOrEqual((low[criterion] ?? 1) - 1e-9);
          expect(weight).toBeLessThanOrEqual((high[criterion] ?? 0) + 1e-9);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are refused where nothing can be drawn', () => {
    const make = (belief: WeightBelief, criteria = 2): unknown =>
      weightDrawer(belief, criteria, seededRng(1));
    expect(() => make({ kind: 'ordered', order: [[0]] })).toThrow('each of the 2 criteria once');
    expect(() => make({ kind: 'intervals', low: [0.6, 0.6], high: [1, 1] })).toThrow('add up to 1.2');
    expect(() => make({ kind: 'intervals', low: [0, 0], high: [0.4, 0.4] })).toThrow('Widen them');
    expect(() => make({ kind: 'intervals', low: [0.5, 0], high: [0.4, 1] })).toThrow('between 0.5 and 0.4');
    expect(() => make({ kind: 'intervals', low: [0], high: [1] })).toThrow('for each');
    const upsideDown = { low: [0, 0.6], high: [0.4, 1], order: [[0], [1]] };
    expect(() => make({ kind: 'intervals', ...upsideDown })).toThrow('No weights');
    expect(() => make({ kind: 'assessors', weights: [] })).toThrow('no assessors');
    expect(() => make({ kind: 'fixed', weights: [1, 1] })).toThrow('add up to 2');
  });
});
