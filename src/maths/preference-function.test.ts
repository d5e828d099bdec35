import fc from 'fast-check';
import { expect, it } from 'vitest';
import { preferenceFor, preferenceFunctions, type Preference } from './preference-function.ts';

const functions: Record<(typeof preferenceFunctions)[number], Preference> = {
  usual: { kind: 'usual' },
  'u-shape': { kind: 'u-shape', q: 2 },
  'v-shape': { kind: 'v-shape', p: 4 },
  level: { kind: 'level', q: 2, p: 4 },
  linear: { kind: 'linear', q: 2, p: 4 },
  gaussian: { kind: 'gaussian', s: 2 },
};

// From the figures of Brans and Vincke (1985): at a difference of 1, 2, 3, 4 and 5.
const expected = {
  usual: [1, 1, 1, 1, 1],
  'u-shape': [0, 0, 1, 1, 1],
  'v-shape': [0.25, 0.5, 0.75, 1, 1],
  level: [0, 0, 0.5, 0.5, 1],
  linear: [0, 0, 0.5, 1, 1],
  gaussian: [1, 2, 3, 4, 5].map((difference) => 1 - Math.exp(-(difference ** 2) / 8)),
};

it.each(preferenceFunctions)('%s rises as drawn by its authors', (name) => {
  expect([1, 2, 3, 4, 5].map((difference) => preferenceFor(difference, functions[name]))).toEqual(
    expected[name],
  );
});

it.each(preferenceFunctions)('%s never falls, and is nought where nothing is better', (name) => {
  const difference = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(difference, difference, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const preferences = [low, high].map((by) => preferenceFor(by, functions[name]));
      expect(preferences[0]).toBeLessThanOrEqual(preferences[1] ?? 0);
      if (low <= 0) expect(preferences[0]).toBe(0);
    }),
  );
});

it('thresholds that are none are refused', () => {
  expect(() => preferenceFor(1, { kind: 'linear', q: 4, p: 4 })).toThrow('above q (4)');
  expect(() => preferenceFor(1, { kind: 'v-shape', p: 0 })).toThrow('above 0, not 0');
  expect(() => preferenceFor(1, { kind: 'u-shape', q: -1 })).toThrow('not -1');
  expect(() => preferenceFor(1, { kind: 'gaussian', s: 0 })).toThrow('has to be above 0');
});
