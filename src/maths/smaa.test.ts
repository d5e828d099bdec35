import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../lib/rng.ts';
import type { ScoreBelief } from './score-belief.ts';
import { smaa } from './smaa.ts';
import type { WeightBelief } from './weight-belief.ts';

const run = (
  values: ScoreBelief,
  weights: WeightBelief = { kind: 'uniform' },
  draws = 40_000,
): ReturnType<typeof smaa> => smaa(values, weights, { draws, rng: seededRng('smaa') });

describe('rank acceptability', () => {
  it('of two options on two criteria is the share of the weights on either side of where they are equal', () => {
    const values = [
      [1, 0],
      [0, 3],
    ];
    const found = run({ kind: 'fixed', values });
    // The first leads where its weight is above three quarters: central weights 7/8 and 3/8.
    expect(found.acceptability[0]?.[0]).toBeCloseTo(0.25, 2);
    expect(found.acceptability[1]?.[0]).toBeCloseTo(0.75, 2);
    expect(found.pairwiseWinning[0]?.[1]).toBeCloseTo(0.25, 2);
    expect(found.centralWeights[0]?.[0]).toBeCloseTo(7 / 8, 2);
    expect(found.centralWeights[1]?.[0]).toBeCloseTo(3 / 8, 2);
  });

  it('of options that are each best at one thing is a third, with the weights of the largest of three', () => {
    const values = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    const found = run({ kind: 'fixed', values });
    found.acceptability.forEach((ranks, option) => {
      for (const share of ranks) expect(share).toBeCloseTo(1 / 3, 1);
      found.centralWeights[option]?.forEach((weight, criterion) => {
        expect(weight).toBeCloseTo(criterion === option ? 11 / 18 : 7 / 36, 2);
      });
    });
  });

  it('of values that are uncertain is the chance that they come out in that order', () => {
    // Uniform on 0 to 2 against 1 to 3: the first wins with a chance of 1/8.
    const uniform = run({ kind: 'uniform', low: [[0], [1]], high: [[2], [3]] });
    expect(uniform.acceptability[0]?.[0]).toBeCloseTo(1 / 8, 2);
    // Normal, one apart with standard deviations 0.6 and 0.8: Φ(1) = 0.8413.
    const normal = run({ kind: 'normal', mean: [[1], [0]], sd: [[0.6], [0.8]] });
    expect(normal.acceptability[0]?.[0]).toBeCloseTo(0.8413, 2);
    // Triangular on 0 to 2 with the mode at 0 against a known 1: a quarter lies above.
    const triangular = run({
      kind: 'triangular',
      low: [[0], [1]],
      mode: [[0], [1]],
      high: [[2], [1]],
    });
    expect(triangular.acceptability[0]?.[0]).toBeCloseTo(1 / 4, 2);
  });

  it('of several assessors is the share of assessors, each taken whole', () => {
    const found = run({
      kind: 'assessors',
      values: [
        [[9], [1]],
        [[8], [2]],
        [[3], [4]],
      ],
    });
    expect(found.acceptability[0]?.[0]).toBeCloseTo(2 / 3, 2);
  });

  it('of options that tie is shared, and the tie counts half', () => {
    const found = run({ kind: 'fixed', values: [[5], [5], [1]] }, { kind: 'uniform' }, 100);
    expect(found.acceptability).toEqual([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ]);
    expect(found.pairwiseWinning[0]).toEqual([0, 0.5, 1]);
    expect(found.centralWeights).toEqual([[1], [1], null]);
  });

  it('with weights that are known is the order of the weighted values', () => {
    const values = [
      [80, 20],
      [40, 60],
    ];
    const found = run({ kind: 'fixed', values }, { kind: 'fixed', weights: [0.4, 0.6] }, 10);
    expect(found.acceptability).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(found.centralWeights[0]).toBeNull();
    expect(found.centralWeights[1]?.map((weight) => Number(weight.toFixed(12)))).toEqual([0.4, 0.6]);
  });

  it('is the same for the same seed', () => {
    const values: ScoreBelief = {
      kind: 'uniform',
      low: [
        [0, 1],
        [1, 0],
      ],
      high: [
        [3, 2],
        [2, 4],
      ],
    };
    expect(run(values, { kind: 'uniform' }, 500)).toEqual(run(values, { kind: 'uniform' }, 500));
  });

  it('adds up to 1 for each option and each rank, and winning and losing to 1', () => {
    const score = fc.integer({ min: 0, max: 5 });
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .chain(([options, criteria]) =>
        fc.array(fc.array(score, { minLength: criteria, maxLength: criteria }), {
          minLength: options,
          maxLength: options,
        }),
      );
    fc.assert(
      fc.property(matrix, (values) => {
        const found = run({ kind: 'fixed', values }, { kind: 'uniform' }, 50);
        found.acceptability.forEach((row, option) => {
          const column = found.acceptability.map((other) => other[option] ?? 0);
          for (const shares of [row, column])
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          found.pairwiseWinning[option]?.forEach((share, rival) => {
            if (rival !== option)
              expect(share + (found.pairwiseWinning[rival]?.[option] ?? 0)).toBeCloseTo(1, 9);
          });
        });
      }),
    );
  });

  it('is refused where there is nothing to draw', () => {
    expect(() => run({ kind: 'fixed', values: [[1]] }, { kind: 'uniform' }, 0)).toThrow('not 0');
    expect(() => run({ kind: 'uniform', low: [[2]], high: [[1]] })).toThrow('option 1, criterion 1');
    expect(() => run({ kind: 'normal', mean: [[2]], sd: [[-1]] })).toThrow('below nought');
    expect(() => run({ kind: 'assessors', values: [] })).toThrow('no assessors');
    expect(() => run({ kind: 'uniform', low: [[1]], high: [[1, 2]] })).toThrow('differ in the number');
  });
});
