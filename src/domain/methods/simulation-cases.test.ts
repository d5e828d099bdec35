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

// Three million draws of NumPy and SciPy 1.17: norm, beta, triang and lognorm joined by a Gaussian copula.
it('correlated lines of different kinds, spread over years, with a risk, come out as elsewhere', () => {
  const triangular = { kind: 'triangular', low: 20, mode: 80, high: 400 };
  const found = checkSimulationCases({
    cases: [
      {
        id: 'correlated',
        discountRate: 0.035,
        lines: [
          { id: 'a', total: { kind: 'pert', low: 70, mode: 100, high: 220 }, shareByYear: [0.2, 0.3, 0.5] },
          { id: 'b', total: { kind: 'log-normal', p10: 100, p90: 300 }, shareByYear: [1] },
          { id: 'c', total: triangular, shareByYear: [0, 1] },
        ],
        risks: [{ id: 'r', probability: 0.2, year: 2, impact: triangular }],
        rankCorrelation: [
          [1, 0.7, 0.3],
          [0.7, 1, -0.2],
          [0.3, -0.2, 1],
        ],
        expected: { mean: 491.915, sd: 144.719, p10: 319.687, p50: 475.163, p80: 606.647, p90: 685.355 },
        relativeTolerance: 0.002,
      },
    ],
  });
  expect(found.filter(({ passed }) => !passed)).toEqual([]);
});

it('lines alone are a case, of every kind of distribution', () => {
  const kinds = [
    { kind: 'fixed', value: 10 },
    {
      kind: 'discrete',
      outcomes: [
        { value: 0, probability: 0.5 },
        { value: 40, probability: 0.5 },
      ],
    },
    {
      kind: 'quantiles',
      points: [
        { share: 0, value: 10 },
        { share: 1, value: 50 },
      ],
    },
  ];
  const found = checkSimulationCases({
    cases: [
      {
        id: 'kinds',
        discountRate: 0,
        lines: kinds.map((total, at) => ({ id: `line-${at + 1}`, total, shareByYear: [1] })),
        // 10, plus 0 or 40, plus anything from 10 to 50: every total from 20 to 100 is equally likely.
        expected: { mean: 60, sd: 80 / Math.sqrt(12), p10: 28, p50: 60, p80: 84, p90: 92 },
        relativeTolerance: 0.002,
      },
    ],
  });
  expect(found.filter(({ passed }) => !passed)).toEqual([]);
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
