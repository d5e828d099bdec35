import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { fillLatin } from '../simulation/latin-hypercube.ts';
import { normalScores } from '../simulation/normal-scores.ts';
import { correlateColumn, gaussianCopula } from './gaussian-copula.ts';
import { choleskyOf, eigenOf } from './matrix.ts';
import { nearestCorrelation } from './nearest-correlation.ts';
import { rankCorrelation } from './rank-correlation.ts';

const symmetric = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc
    .array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    })
    .map((rows) =>
      rows.map((row, i) => row.map((value, j) => (i === j ? 1 : i < j ? value : (rows[j]?.[i] ?? 0)))),
    ),
);

function product(lower: readonly (readonly number[])[], i: number, j: number): number {
  return (lower[i] ?? []).reduce((sum, value, k) => sum + value * (lower[j]?.[k] ?? 0), 0);
}

describe('the nearest correlation matrix', () => {
  // Higham, Computing the Nearest Correlation Matrix, IMA Journal of Numerical Analysis 22 (2002), section 4.
  it('equals the published example', () => {
    const { matrix, isChanged, largestChange } = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    expect(isChanged).toBe(true);
    expect(matrix[0]?.[1]).toBeCloseTo(0.7607, 4);
    expect(matrix[0]?.[2]).toBeCloseTo(0.1573, 4);
    expect(matrix[1]?.[2]).toBeCloseTo(0.7607, 4);
    expect(largestChange).toBeCloseTo(0.2393, 4);
  });

  it('is always one, and what is one already stays as it is', () => {
    fc.assert(
      fc.property(symmetric, (asked) => {
        const { matrix, isChanged } = nearestCorrelation(asked);
        const least = Math.min(...eigenOf(asked).values);
        if (least > 1e-4) expect(isChanged).toBe(false);
        if (least < -1e-4) expect(isChanged).toBe(true);
        if (!isChanged) expect(matrix).toEqual(asked);
        expect(Math.min(...eigenOf(matrix).values)).toBeGreaterThan(-1e-6);
        expect(
          matrix.every((row, i) => row[i] === 1 && row.every((value) => Math.abs(value) <= 1 + 1e-9)),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what is no table of correlations', () => {
    expect(() => nearestCorrelation([[1, 0.5], [0.5]])).toThrow('Row 2');
    expect(() =>
      nearestCorrelation([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow('from -1 to 1');
    expect(() =>
      nearestCorrelation([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toThrow('differ');
    expect(() => nearestCorrelation([[0.9]])).toThrow('with itself');
  });
});

it('eigenvectors and eigenvalues make the matrix again, and so does the triangle of Cholesky', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = eigenOf(matrix);
      const lower = choleskyOf(matrix);
      const least = Math.min(...values);
      if (Math.abs(least) > 1e-4) expect(lower === null).toBe(least < 0);
      for (const [i, row] of matrix.entries())
        for (const [j, value] of row.entries()) {
          const again = values.reduce(
            (sum, lambda, k) => sum + lambda * (vectors[i]?.[k] ?? 0) * (vectors[j]?.[k] ?? 0),
            0,
          );
          expect(again).toBeCloseTo(value, 9);
          if (lower !== null) expect(product(lower, i, j)).toBeCloseTo(value, 5);
        }
    }),
  );
});

it('lines that follow wholly from others are allowed', () => {
  const all = [1, 1, 1];
  expect(choleskyOf([all, all, all])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [1, 0, 0],
  ]);
  expect(gaussianCopula([all, all, all]).isAdjusted).toBe(false);
});

describe('a Gaussian copula', () => {
  const drawn = (correlation: readonly (readonly number[])[]): Float64Array[] => {
    const { lower } = gaussianCopula(correlation);
    const rng = seededRng('copula');
    const columns = correlation.map(() => normalScores(fillLatin(rng, new Float64Array(40_000))));
    return lower.map((row) => correlateColumn(row, columns, new Float64Array(40_000)));
  };

  it('gives draws the rank correlations that were asked for, within the error of sampling', () => {
    const asked = [
      [1, 0.8, -0.3, 0.1, 0],
      [0.8, 1, 0, 0.2, 0.1],
      [-0.3, 0, 1, -0.6, 0.3],
      [0.1, 0.2, -0.6, 1, 0],
      [0, 0.1, 0.3, 0, 1],
    ];
    const columns = drawn(asked);
    // The error of a rank correlation is about 1.03 ÷ √40,000 = 0.005 around 0, and less elsewhere.
    for (const [i, one] of columns.entries())
      for (const [j, other] of columns.entries())
        expect(Math.abs((rankCorrelation(one, other) ?? 0) - (asked[i]?.[j] ?? 0))).toBeLessThan(0.02);
  });

  it('says how far it had to go where correlations cannot hold at once', () => {
    const copula = gaussianCopula([
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]);
    expect(copula.isAdjusted).toBe(true);
    // By symmetry all three come down to half.
    expect(copula.rankCorrelation[0]?.[1]).toBeCloseTo((6 / Math.PI) * Math.asin(0.25), 3);
    expect(copula.largestChange).toBeCloseTo(0.9 - (6 / Math.PI) * Math.asin(0.25), 3);
    const columns = drawn(copula.rankCorrelation);
    const [one, , three] = columns;
    expect(rankCorrelation(one ?? [], three ?? [])).toBeCloseTo(copula.rankCorrelation[0]?.[2] ?? 0, 1);
  });
});
