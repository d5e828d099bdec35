import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../../lib/rng.ts';
import { normalQuantile } from '../normal.ts';
import { fillLatin } from './latin-hypercube.ts';
import { normalScores } from './normal-scores.ts';

describe('a column of a Latin hypercube', () => {
  it('has one draw in each equal part, whatever seed and number', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 700 }), (seed, count) => {
        const column = fillLatin(seededRng(seed), new Float64Array(count));
        const parts = Array.from(column, (share) => Math.floor(share * count)).toSorted((a, b) => a - b);
        expect(parts).toEqual(Array.from({ length: count }, (_, part) => part));
        expect(column.every((share) => share > 0 && share < 1)).toBe(true);
      }),
    );
  });

  it('lies strictly between 0 and 1 where chance gives its least and greatest numbers', () => {
    for (const number of [0, 1 - 2 ** -32])
      for (const count of [1, 3, 512]) {
        const column = fillLatin({ next: () => number }, new Float64Array(count));
        expect(column.every((share) => share > 0 && share < 1)).toBe(true);
      }
  });

  it('has its parts in random order and its draws anywhere in them', () => {
    const rng = seededRng('order');
    const [firsts, withins] = [new Float64Array(8), new Float64Array(8)];
    for (let turn = 0; turn < 8000; turn += 1) {
      const first = fillLatin(rng, new Float64Array(8))[0] ?? 0;
      firsts[Math.floor(first * 8)] = (firsts[Math.floor(first * 8)] ?? 0) + 1;
      const within = Math.floor((first * 8 - Math.floor(first * 8)) * 8);
      withins[within] = (withins[within] ?? 0) + 1;
    }
    // Chi-squared with 7 degrees of freedom: 24.3 is exceeded once in a thousand.
    for (const counts of [firsts, withins])
      expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(24.3);
  });
});

it('normal scores are the quantiles of the normal distribution to a hundred-thousandth', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
      const score = normalScores(Float64Array.of(share))[0] ?? 0;
      expect(Math.abs(score - normalQuantile(share))).toBeLessThan(1e-5);
    }),
    { numRuns: 2000 },
  );
});
