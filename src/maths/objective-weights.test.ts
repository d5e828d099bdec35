import { describe, expect, it } from 'vitest';
import { objectiveWeightings, objectiveWeights } from './objective-weights.ts';

describe('weights from scores', () => {
  it('by entropy follow the binary entropies of Shannon', () => {
    // One quarter has 0.811278 bits, one eighth 0.543564, one half 1.
    const found = objectiveWeights(
      [
        [1, 1, 5],
        [3, 7, 5],
      ],
      'entropy',
    );
    const contents = [1 - 0.811278, 1 - 0.543564, 0];
    contents.forEach((content, criterion) => {
      expect(found[criterion]).toBeCloseTo(content / (0.188722 + 0.456436), 5);
    });
  });

  it('by standard deviation and variance are those worked out by hand', () => {
    const matrix = [
      [1, 0],
      [3, 8],
    ];
    expect(objectiveWeights(matrix, 'standard-deviation')).toEqual([0.2, 0.8]);
    expect(objectiveWeights(matrix, 'variance')).toEqual([0.5, 0.5]);
  });

  it('by CRITIC count little where two criteria say the same', () => {
    // The first two run together (correlation 1), the third against them (−1); standard deviations are equal.
    const found = objectiveWeights(
      [
        [1, 10, 3],
        [2, 20, 2],
        [3, 30, 1],
      ],
      'critic',
    );
    expect(found.map((weight) => Number(weight.toFixed(12)))).toEqual([0.25, 0.25, 0.5]);
  });

  it.each(objectiveWeightings)('by %s are equal where nothing differs', (weighting) => {
    expect(
      objectiveWeights(
        [
          [2, 5],
          [2, 5],
        ],
        weighting,
      ),
    ).toEqual([0.5, 0.5]);
  });

  it('by entropy take a nought as no share, and refuse less', () => {
    expect(
      objectiveWeights(
        [
          [0, 1],
          [1, 1],
        ],
        'entropy',
      ),
    ).toEqual([1, 0]);
    expect(() => objectiveWeights([[-1, 1]], 'entropy')).toThrow('nought or more');
  });
});
