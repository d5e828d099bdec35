import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeShared, readJson } from '../../../test/support/shared-data.ts';
import { checkSimulationCases } from './simulation-cases.ts';

const lines = ['a', 'b'].map((id) => ({
  id,
  total: { kind: 'normal', mean: 100, sd: 30 },
  shareByYear: [1],
}));
const single = {
  id: 'sum',
  discountRate: 0.035,
  lines,
  risks: [],
  rankCorrelation: [
    [1, 0.5],
    [0.5, 1],
  ],
  // Variance 900 (2 + 2 · 2 sin(π ÷ 12)); quantiles by SciPy's norm.ppf.
  expected: { mean: 200, sd: 52.26613, p10: 133.01826, p50: 200, p80: 243.98829, p90: 266.98174 },
  relativeTolerance: 0.004,
};

it('a wrong value is found, beside right ones, with correlations as a matrix or one for all', () => {
  const found = checkSimulationCases({ cases: [single] });
  expect(found.filter(({ passed }) => !passed)).toEqual([]);
  const wrong = checkSimulationCases({
    cases: [{ ...single, rankCorrelation: 0.5, expected: { ...single.expected, p80: 250 } }],
  });
  expect(wrong.filter(({ passed }) => !passed).map(({ id, what }) => `${id} ${what}`)).toEqual(['sum p80']);
  expect(wrong[0]).toEqual(found[0]);
});

it('a file of another format is refused with the path', () => {
  expect(() => checkSimulationCases({ cases: [{ ...single, lines: [{ id: 'a' }] }] })).toThrow('shareByYear');
  expect(() => checkSimulationCases([])).toThrow('expected object');
});

describeShared('reference simulations', 'numerics/simulation.json', (path) => {
  const { cases } = z.object({ cases: z.array(z.looseObject({ id: z.string() })) }).parse(readJson(path));

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(3);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s is met', (_, one) => {
    const found = checkSimulationCases({ cases: [one] });
    expect(found.map(({ what }) => what)).toEqual(['mean', 'sd', 'p10', 'p50', 'p80', 'p90']);
    expect(found.filter(({ passed }) => !passed)).toEqual([]);
  });
});
