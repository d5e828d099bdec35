import { expect, it } from 'vitest';
import { describeShared, readJson } from '../../../test/support/shared-data.ts';
import { checkMultiCriteriaCases } from './multi-criteria-cases.ts';

/** Two options on two criteria, worked by hand: net flows and differences are ± one half of a quarter. */
const flows = {
  method: 'promethee-ii',
  parameters: { preferenceFunction: 'v-shape', p: [4, 2] },
  matrix: [
    [3, 1],
    [1, 2],
  ],
  weights: [0.75, 0.25],
  directions: ['max', 'max'],
  // 0.75 × 2/4 − 0.25 × 1/2
  scores: [0.25, -0.25],
  rank: [1, 2],
  note: '',
};
const fileOf = (...cases: unknown[]): unknown => ({ tolerance: 1e-9, cases });

it('each score and each rank is a result, and a wrong one is found', () => {
  const found = checkMultiCriteriaCases(fileOf(flows, { ...flows, scores: [0.2, -0.25], rank: [2, 1] }));
  expect(found.map(({ passed }) => passed)).toEqual([true, true, true, true, false, false, true, false]);
  expect(found[4]).toMatchObject({
    id: 'promethee-ii-2',
    what: 'score of option 1',
    expected: 0.2,
    got: 0.25,
  });
});

it('options that tie may have either rank, or share it', () => {
  const tied = {
    ...flows,
    matrix: [
      [3, 1],
      [3, 1],
    ],
    scores: [0, 0],
  };
  for (const rank of [
    [1, 2],
    [2, 1],
    [1.5, 1.5],
  ])
    expect(checkMultiCriteriaCases(fileOf({ ...tied, rank })).every(({ passed }) => passed)).toBe(true);
  const [, wrong] = checkMultiCriteriaCases(fileOf({ ...tied, rank: [3, 1] }));
  expect(wrong).toMatchObject({ passed: false, got: 1.5 });
});

it.each([
  ['usual', {}],
  ['u-shape', { q: [1, 1] }],
  ['v-shape', { p: [4, 2] }],
  ['level', { q: [1, 1], p: [4, 2] }],
  ['linear', { q: [1, 0], p: [4, 2] }],
  ['v-shape-2', { q: [1, 0], p: [4, 2] }],
  ['gaussian', { s: [1, 1] }],
])('preferences of the kind %s are read', (preferenceFunction, thresholds) => {
  const parameters = { preferenceFunction, ...thresholds };
  expect(checkMultiCriteriaCases(fileOf({ ...flows, parameters }))).toHaveLength(4);
});

it('a file of another format is refused with the path of what is wrong', () => {
  expect(() => checkMultiCriteriaCases({ tolerance: 1, cases: [{ ...flows, method: 'electre' }] })).toThrow(
    'method',
  );
  expect(() => checkMultiCriteriaCases(fileOf({ ...flows, scores: [1] }))).toThrow('1 values for 2 options');
  expect(() => checkMultiCriteriaCases(fileOf({ ...flows, parameters: { shape: 'v' } }))).toThrow('shape');
  expect(() => checkMultiCriteriaCases(fileOf({ ...flows, weights: [1, 1] }))).toThrow(
    'cases.0: The weights',
  );
  const missing = { ...flows, parameters: { preferenceFunction: 'linear', p: [4, 2] } };
  expect(() => checkMultiCriteriaCases(fileOf(missing))).toThrow(
    'cases.0: The preference function linear needs "q"',
  );
  const weighting = [{ method: 'equal', matrix: [[1, 2]], weights: [1] }];
  expect(() => checkMultiCriteriaCases({ tolerance: 1, cases: [], weighting })).toThrow('weighting');
});

describeShared('reference values of ranking methods', 'numerics/multi-criteria.json', (path) => {
  it('are met, every score, rank and weight', () => {
    const found = checkMultiCriteriaCases(readJson(path));
    expect(found.length).toBeGreaterThan(700);
    expect(found.filter(({ passed }) => !passed)).toEqual([]);
  });
});
