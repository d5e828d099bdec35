import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeShared, readJson } from '../../../test/support/shared-data.ts';
import { checkRankAcceptabilityCases } from './rank-acceptability-cases.ts';

/** Two options, equal where the first criterion has three quarters of the weight. */
const halves = {
  id: 'halves',
  scores: {
    kind: 'fixed',
    values: [
      [40, 0],
      [0, 120],
    ],
  },
  value: 'score divided by 100, all criteria maximised',
  weights: 'uniform on the simplex',
  expected: {
    rankAcceptability: [
      [0.25, 0.75],
      [0.75, 0.25],
    ],
    centralWeights: [
      [0.875, 0.125],
      [0.375, 0.625],
    ],
  },
  absoluteTolerance: 0.02,
};
const run = (given: unknown): ReturnType<typeof checkRankAcceptabilityCases> =>
  checkRankAcceptabilityCases({ cases: [given] }, 5000);

it('each share and each central weight is a result, and a wrong one is found', () => {
  expect(run(halves).map(({ passed }) => passed)).toEqual(Array.from({ length: 8 }, () => true));
  const wrong = {
    ...halves.expected,
    rankAcceptability: [
      [0.3, 0.7],
      [0.75, 0.25],
    ],
  };
  expect(run({ ...halves, expected: wrong }).filter(({ passed }) => !passed)).toMatchObject([
    { id: 'halves', what: 'option 1 at rank 1', expected: 0.3 },
    { what: 'option 1 at rank 2', expected: 0.7 },
  ]);
});

it('no central weights are expected exactly where an option hardly ever comes first', () => {
  const never = {
    ...halves,
    scores: {
      kind: 'fixed',
      values: [
        [1, 1],
        [2, 2],
      ],
    },
    expected: {
      rankAcceptability: [
        [0, 1],
        [1, 0],
      ],
      centralWeights: [null, [0.5, 0.5]],
    },
  };
  expect(run(never).every(({ passed }) => passed)).toBe(true);
  const swapped = { ...never.expected, centralWeights: [[0.5, 0.5], null] };
  const failed = run({ ...never, expected: swapped }).filter(({ passed }) => !passed);
  expect(failed.map(({ expected, got, deviation }) => [expected, got, deviation])).toEqual([
    [0.5, Number.NaN, Infinity],
    [0.5, Number.NaN, Infinity],
    [Number.NaN, 0, Infinity],
  ]);
});

it('other weights and scores of the format are read', () => {
  for (const weights of [
    { kind: 'fixed', weights: [0.5, 0.5] },
    { kind: 'ordered', order: [[0], [1]] },
    { kind: 'intervals', low: [0, 0], high: [1, 1] },
  ])
    expect(run({ ...halves, weights })).toHaveLength(8);
  const normal = {
    kind: 'normal',
    mean: [
      [1, 2],
      [2, 1],
    ],
    sd: [
      [0, 1],
      [1, 0],
    ],
  };
  expect(run({ ...halves, scores: normal })).toHaveLength(8);
});

it('a file of another format is refused with the path of what is wrong', () => {
  expect(() => run({ ...halves, weights: 'normal' })).toThrow('weights');
  expect(() => run({ ...halves, value: 'score' })).toThrow('value');
  expect(() => run({ ...halves, expected: { ...halves.expected, centralWeights: [] } })).toThrow(
    '0 rows for 2',
  );
  const short = { ...halves.expected, rankAcceptability: [[1], [1]] };
  expect(() => run({ ...halves, expected: short })).toThrow('1 ranks for 2 options');
  const upsideDown = { kind: 'uniform', low: [[2], [2]], high: [[1], [3]] };
  expect(() => run({ ...halves, scores: upsideDown })).toThrow('cases.0: The lowest value');
});

describeShared('reference rank acceptabilities', 'numerics/rank-acceptability.json', (path) => {
  const { cases } = z
    .object({ cases: z.array(z.looseObject({ id: z.string() })).min(5) })
    .parse(readJson(path));

  it.each(cases.map((given) => [given.id, given] as const))(
    'of %s are met, every share and weight',
    (_id, given) => {
      const found = checkRankAcceptabilityCases({ cases: [given] });
      expect(found.length).toBeGreaterThan(7);
      expect(found.filter(({ passed }) => !passed)).toEqual([]);
    },
  );
});
