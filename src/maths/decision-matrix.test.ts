import { expect, it } from 'vitest';
import { checkDecision, checkWeights, columnsOf } from './decision-matrix.ts';

it('columns are read from rows', () => {
  expect(
    columnsOf([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});

it('a matrix that is none is refused with what is wrong', () => {
  expect(() => columnsOf([])).toThrow('needs an option');
  expect(() => columnsOf([[]])).toThrow('needs an option');
  expect(() => columnsOf([[1, 2], [3]])).toThrow('Option 2 has 1 scores');
  expect(() => columnsOf([[Number.NaN]])).toThrow('a score of NaN');
});

it('weights that are none are refused with a sentence', () => {
  expect(() => checkWeights([0.5, 0.3], 2)).toThrow('The weights add up to 0.8, not to 1.');
  expect(() => checkWeights([1.5, -0.5], 2)).toThrow('not -0.5');
  expect(() => checkWeights([1], 2)).toThrow('1 weights for 2 criteria');
  expect(() => checkWeights([0.333_333_3, 0.333_333_3, 0.333_333_3], 3)).not.toThrow();
});

it('a direction is needed for each criterion', () => {
  expect(() => checkDecision({ matrix: [[1, 2]], weights: [0.5, 0.5], directions: ['max'] })).toThrow(
    '1 directions for 2 criteria',
  );
});
