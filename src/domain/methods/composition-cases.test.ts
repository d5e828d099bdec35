import { beforeAll, expect, it } from 'vitest';
import { describeShared, readJson } from '../../../test/support/shared-data.ts';
import { searchCompositions } from '../../maths/search-compositions.ts';
import { openHighs } from '../../solver/highs.ts';
import type { MixedIntegerSolver } from '../../solver/mixed-integer.ts';
import { solveComposition } from '../../solver/solve-composition.ts';
import { checkCompositionCases, type ComposeBest } from './composition-cases.ts';

const twoComponents = {
  id: 'two',
  models: ['build', 'buy'],
  cost: [
    [10, 20],
    [30, 10],
  ],
  value: [
    [5, 9],
    [5, 4],
  ],
  teamFte: [
    [1, 0],
    [1, 0],
  ],
  allowed: [
    [true, true],
    [true, false],
  ],
  interfaces: [{ between: [0, 1], costIfModelsDiffer: 15 }],
  teamCapacityFte: 2,
  budget: 100,
  poundsPerValuePoint: 10,
  expected: { feasible: true, best: [{ objective: 75, choice: ['buy', 'build'], cost: 65 }] },
};

it('a case passes where objective, cost and every option are as expected', () => {
  expect(checkCompositionCases({ cases: [twoComponents] }, searchCompositions)).toMatchObject([
    { id: 'two', what: 'feasible', expected: 1, got: 1, passed: true },
    { what: 'best: objective', expected: 75, got: 75, deviation: 0, passed: true },
    { what: 'best: cost', got: 65, passed: true },
    { what: 'best: options alike', expected: 2, got: 2, passed: true },
  ]);
});

it('a wrong value fails, and so does an answer that is missing', () => {
  const wrong = {
    ...twoComponents,
    expected: { feasible: true, best: [{ objective: 76, choice: ['build', 'build'], cost: 65 }] },
  };
  expect(checkCompositionCases({ cases: [wrong] }, searchCompositions).map(({ passed }) => passed)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  const poor = { ...twoComponents, budget: 1 };
  const results = checkCompositionCases({ cases: [poor] }, searchCompositions);
  expect(results.map(({ passed }) => passed)).toEqual([false, false, false, false]);
  const outOfTime: ComposeBest = () => ({ kind: 'out-of-time', best: [], bound: null });
  expect(checkCompositionCases({ cases: [twoComponents] }, outOfTime)[0]).toMatchObject({ passed: false });
});

it('a file of another form is refused by what it lacks', () => {
  expect(() =>
    checkCompositionCases({ cases: [{ ...twoComponents, cost: 'dear' }] }, searchCompositions),
  ).toThrow('cases.0.cost');
  expect(() =>
    checkCompositionCases({ cases: [{ ...twoComponents, value: [[1, 2]] }] }, searchCompositions),
  ).toThrow('no value for component 1');
});

describeShared('the reference compositions', 'numerics/composition.json', (path) => {
  let solver: MixedIntegerSolver;
  beforeAll(async () => {
    solver = await openHighs();
  });

  it('are found by the solver and by looking at each, optimum and runners-up', () => {
    const bySolver: ComposeBest = (problem, count) =>
      solveComposition(solver, problem, { count, timeLimitMs: 60_000 });
    for (const composeBest of [bySolver, searchCompositions]) {
      const results = checkCompositionCases(readJson(path), composeBest);
      expect(results.length).toBeGreaterThan(40);
      expect(results.filter(({ passed }) => !passed)).toEqual([]);
    }
  });
});
