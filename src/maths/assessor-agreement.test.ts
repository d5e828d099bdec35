import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessorAgreement } from './assessor-agreement.ts';

describe('agreement of assessors', () => {
  it('shows where they are furthest apart first', () => {
    const found = assessorAgreement([[[50, 80]], [[70, 80]], [[80, 80]]]);
    expect(found.assessors).toBe(3);
    // Distances of the pairs 20, 30 and 10.
    expect(found.cells).toEqual([
      { option: 0, criterion: 0, mean: 200 / 3, low: 50, high: 80, distance: 20 },
      { option: 0, criterion: 1, mean: 80, low: 80, high: 80, distance: 0 },
    ]);
    expect(found.disagreement).toBe(0.1);
  });

  it('is complete where all say the same, and 1 apart where two say opposite ends', () => {
    expect(assessorAgreement([[[40]], [[40]]]).disagreement).toBe(0);
    expect(assessorAgreement([[[0]], [[100]]]).disagreement).toBe(1);
    expect(assessorAgreement([[[1]], [[3]]], { low: 1, high: 5 }).disagreement).toBe(0.5);
  });

  it('needs two assessors, the same options and points on the scale', () => {
    expect(() => assessorAgreement([[[1]]])).toThrow('two assessors');
    expect(() => assessorAgreement([[[1]], [[1, 2]]])).toThrow('same options');
    expect(() => assessorAgreement([[[1]], [[101]]])).toThrow('101 points lie outside');
    expect(() => assessorAgreement([[[1]], [[1]]], { low: 1, high: 1 })).toThrow('no length');
  });

  it('lies from 0 to 1, in whatever order assessors come', () => {
    const matrix = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(fc.array(matrix, { minLength: 2, maxLength: 6 }), (scores) => {
        const { disagreement } = assessorAgreement(scores);
        expect(disagreement).toBeGreaterThanOrEqual(0);
        expect(disagreement).toBeLessThanOrEqual(1);
        expect(assessorAgreement(scores.toReversed()).disagreement).toBeCloseTo(disagreement, 12);
      }),
    );
  });
});
