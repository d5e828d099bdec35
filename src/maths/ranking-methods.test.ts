import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copras } from './copras.ts';
import type { Decision, Direction } from './decision-matrix.ts';
import { edas } from './edas.ts';
import { normalisations, normaliseColumn } from './normalise-column.ts';
import { promethee } from './promethee.ts';
import { topsis } from './topsis.ts';
import { vikor } from './vikor.ts';
import { weightedProduct } from './weighted-product.ts';
import { weightedSum } from './weighted-sum.ts';

const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));
const allMax = (count: number): Direction[] => Array.from({ length: count }, () => 'max');

describe('published examples', () => {
  // Hwang and Yoon, Multiple Attribute Decision Making (1981): choice of a fighter aircraft.
  const aircraft: Decision = {
    matrix: [
      [2.0, 1500, 20_000, 5.5, 5, 9],
      [2.5, 2700, 18_000, 6.5, 3, 5],
      [1.8, 2000, 21_000, 4.5, 7, 7],
      [2.2, 1800, 20_000, 5.0, 5, 5],
    ],
    weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
    directions: ['max', 'max', 'max', 'min', 'max', 'max'],
  };

  it('TOPSIS chooses the aircraft of Hwang and Yoon', () => {
    // They round to four digits on the way: the third comes to 0.6135 without.
    topsis(aircraft).forEach((score, option) => {
      expect(Math.abs(score - ([0.643, 0.268, 0.613, 0.312][option] ?? 0))).toBeLessThan(0.001);
    });
  });

  it('TOPSIS by min-max is that of pymcdm', () => {
    const decision: Decision = {
      matrix: [
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ],
      weights: [0.5, 0.5],
      directions: ['min', 'max'],
    };
    expect(rounded(topsis(decision, 'minmax'), 3)).toEqual([0.5, 0.617, 0.5]);
  });

  // Example in the documentation of pymcdm.
  it('VIKOR is that of pymcdm', () => {
    const matrix = [
      [78, 56, 34, 6],
      [4, 45, 3, 97],
      [18, 2, 50, 63],
      [9, 14, 11, 92],
      [85, 9, 100, 29],
    ];
    const found = vikor({ matrix, weights: [0.25, 0.25, 0.25, 0.25], directions: allMax(4) });
    expect(
      rounded(
        found.map(({ compromise }) => compromise),
        4,
      ),
    ).toEqual([0.5679, 0.7667, 1, 0.7493, 0]);
  });

  it('EDAS is that of its authors (Informatica 26, 2015)', () => {
    const decision: Decision = {
      matrix: [
        [3873, 39.55, 0.27, 0.87, 150, 0.07, 12, 2130],
        [5067, 67.26, 0.23, 0.23, 40, 0.02, 21, 2200],
        [2213, 24.69, 0.08, 0.17, 200, 0.04, 35, 570],
        [6243, 132, 0.07, 0.25, 100, 0.04, 16, 100],
        [8312, 460.47, 0.05, 0.21, 25, 0.1, 25, 200],
      ],
      // Printed with three digits, which add up to 0.999.
      weights: [0.131, 0.113, 0.126, 0.125, 0.126, 0.129, 0.132, 0.117].map((weight) => weight / 0.999),
      directions: ['min', 'min', 'min', 'max', 'max', 'min', 'max', 'max'],
    };
    expect(rounded(edas(decision), 3)).toEqual([0.841, 0.632, 0.883, 0.457, 0.104]);
  });

  it('PROMETHEE II with usual preferences is that of pymcdm', () => {
    const matrix = [
      [4, 3, 2],
      [3, 2, 4],
      [5, 1, 3],
    ];
    const usual = [{ kind: 'usual' }, { kind: 'usual' }, { kind: 'usual' }] as const;
    const flows = promethee({ matrix, weights: [0.5, 0.3, 0.2], directions: allMax(3) }, usual);
    expect(
      rounded(
        flows.map(({ net }) => net),
        12,
      ),
    ).toEqual([0.1, -0.3, 0.2]);
  });

  it('the weighted product is that of pymcdm, whose example has weights that add up to 2', () => {
    const matrix = [
      [96, 83, 75, 7],
      [63, 5, 56, 9],
      [72, 30, 32, 48],
      [11, 4, 27, 9],
      [77, 21, 17, 11],
    ];
    const weights = [8 / 26, 5 / 26, 6 / 26, 7 / 26];
    const found = weightedProduct({ matrix, weights, directions: ['max', 'max', 'min', 'min'] });
    expect(
      rounded(
        found.map((one) => one ** 2),
        3,
      ),
    ).toEqual([0.065, 0.017, 0.019, 0.007, 0.052]);
  });

  const roads: Decision = {
    matrix: [
      [1543, 2000, 39_000, 15, 13.76, 3.86, 5, 3, 5000],
      [1496, 3600, 43_000, 14, 14, 2.5, 4, 4, 4000],
      [1584, 3100, 24_500, 10, 13.1, 3.7, 2, 2, 3500],
      [1560, 2700, 36_000, 12, 13.2, 3.2, 3, 3, 3500],
      [1572, 2500, 31_500, 13, 13.3, 3.4, 3, 2, 3500],
      [1580, 2400, 20_000, 12, 12.8, 3.9, 2, 2, 3000],
    ],
    weights: [0.2027, 0.1757, 0.1622, 0.1351, 0.1081, 0.0946, 0.0676, 0.0405, 0.0135],
    directions: ['min', 'min', 'min', 'max', 'max', 'min', 'max', 'max', 'max'],
  };

  it('COPRAS in the form of pymcdm gives the values in its documentation, the same as if all criteria were gains', () => {
    const found = copras(roads, 'pymcdm-1.4');
    expect(rounded(found, 4)).toEqual([0.9459, 1, 0.8192, 0.8839, 0.8556, 0.7789]);
    const allGains = copras({ ...roads, directions: [...allMax(8), 'min'] }, 'pymcdm-1.4');
    expect(rounded(allGains, 10)).toEqual(rounded(found, 10));
  });

  it('published COPRAS rewards the option that costs less, worked by hand', () => {
    // S⁻ = ½ × (1/3, 2/3); the second terms are ½ × (2/3, 1/3), and S⁺ = ½ × (1/2, 1/2): 7/12 and 5/12.
    const decision: Decision = {
      matrix: [
        [1, 2],
        [1, 4],
      ],
      weights: [0.5, 0.5],
      directions: ['max', 'min'],
    };
    expect(rounded(copras(decision), 12)).toEqual([1, Number((5 / 7).toFixed(12))]);
    expect(copras(decision, 'pymcdm-1.4')[1]).toBe(1);
  });
});

describe('normalisations', () => {
  // Worked by hand from the definitions, for 1, 2 and 5.
  const expected = {
    minmax: [
      [0, 0.25, 1],
      [1, 0.75, 0],
    ],
    max: [
      [0.2, 0.4, 1],
      [0.8, 0.6, 0],
    ],
    sum: [
      [0.125, 0.25, 0.625],
      [10 / 17, 5 / 17, 2 / 17],
    ],
    vector: [
      [1 / Math.sqrt(30), 2 / Math.sqrt(30), 5 / Math.sqrt(30)],
      [1 - 1 / Math.sqrt(30), 1 - 2 / Math.sqrt(30), 1 - 5 / Math.sqrt(30)],
    ],
    linear: [
      [0.2, 0.4, 1],
      [1, 0.5, 0.2],
    ],
    nonlinear: [
      [0.04, 0.16, 1],
      [1, 0.125, 0.008],
    ],
    logarithmic: [
      [0, Math.log10(2), Math.log10(5)],
      [0.5, (1 - Math.log10(2)) / 2, (1 - Math.log10(5)) / 2],
    ],
    'enhanced-accuracy': [
      [3 / 7, 4 / 7, 1],
      [1, 0.8, 0.2],
    ],
  } as const;

  it.each(normalisations)('by %s for more and for less', (name) => {
    for (const [index, direction] of (['max', 'min'] as const).entries())
      normaliseColumn([1, 2, 5], direction, name).forEach((value, option) => {
        expect(value).toBeCloseTo(expected[name][index]?.[option] ?? Number.NaN, 12);
      });
  });

  it('refuse what they would divide by', () => {
    expect(() => normaliseColumn([0, 1], 'max', 'sum')).toThrow('needs scores above 0, not 0');
    expect(() => normaliseColumn([0, 0], 'max', 'vector')).toThrow('divides by nought');
    expect(normaliseColumn([3, 3], 'min', 'minmax')).toEqual([1, 1]);
  });
});

/** A decision of two to six options with scores above nought. */
const anyDecision = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([options, criteria]) =>
    fc.record({
      matrix: fc.array(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria }),
        {
          minLength: options,
          maxLength: options,
        },
      ),
      points: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria }),
      directions: fc.array(fc.constantFrom<Direction>('max', 'min'), {
        minLength: criteria,
        maxLength: criteria,
      }),
    }),
  )
  .map(({ matrix, points, directions }): Decision => {
    const sum = points.reduce((total, one) => total + one, 0);
    return { matrix, weights: points.map((one) => one / sum), directions };
  });

const methods: readonly (readonly [string, (decision: Decision) => number[]])[] = [
  ['weighted sum', (decision) => weightedSum(decision)],
  ['weighted product', (decision) => weightedProduct(decision)],
  ['TOPSIS', (decision) => topsis(decision)],
  ['EDAS', edas],
  [
    'PROMETHEE II',
    (decision) =>
      promethee(
        decision,
        decision.weights.map(() => ({ kind: 'linear', q: 5, p: 30 })),
      ).map(({ net }) => net),
  ],
  // Less is better there.
  ['VIKOR', (decision) => vikor(decision).map(({ compromise }) => -compromise)],
  ['COPRAS', (decision) => copras({ ...decision, directions: ['min', ...decision.directions.slice(1)] })],
];

describe.each(methods)('%s', (name, scoresOf) => {
  it('never puts an option ahead of one that is at least as good on every criterion', () => {
    fc.assert(
      fc.property(anyDecision, (given) => {
        const decision: Decision =
          name === 'COPRAS' ? { ...given, directions: ['min', ...given.directions.slice(1)] } : given;
        const scores = scoresOf(decision);
        decision.matrix.forEach((own, option) => {
          decision.matrix.forEach((other, rival) => {
            const isAsGood = own.every((score, criterion) =>
              decision.directions[criterion] === 'min'
                ? score <= (other[criterion] ?? 0)
                : score >= (other[criterion] ?? 0),
            );
            if (isAsGood) expect(scores[option]).toBeGreaterThanOrEqual((scores[rival] ?? 0) - 1e-9);
          });
        });
      }),
    );
  });

  it('gives the same scores in whatever order options come', () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const turned = scoresOf({ ...decision, matrix: decision.matrix.toReversed() }).toReversed();
        scoresOf(decision).forEach((score, option) => {
          expect(turned[option]).toBeCloseTo(score, 9);
        });
      }),
    );
  });
});

it('net flows of PROMETHEE add up to nought', () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      const flows = promethee(
        decision,
        decision.weights.map(() => ({ kind: 'gaussian', s: 20 })),
      );
      expect(flows.reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(0, 9);
    }),
  );
});

it('options that are alike on everything share what there is', () => {
  const alike: Decision = {
    matrix: [
      [2, 3],
      [2, 3],
    ],
    weights: [0.5, 0.5],
    directions: ['max', 'min'],
  };
  expect(topsis(alike)).toEqual([0.5, 0.5]);
  expect(edas(alike)).toEqual([0.5, 0.5]);
  expect(vikor(alike).map(({ compromise }) => compromise)).toEqual([0, 0]);
  expect(copras(alike)).toEqual([1, 1]);
});

it('what a method cannot work with is refused', () => {
  const decision: Decision = { matrix: [[0, 1]], weights: [0.5, 0.5], directions: ['max', 'max'] };
  expect(() => copras(decision)).toThrow('above 0');
  expect(() => copras({ ...decision, matrix: [[1, 1]] })).toThrow('of which less is better');
  expect(() => edas(decision)).toThrow('divides by it');
  expect(() => vikor(decision, 2)).toThrow('from 0 to 1, not 2');
  expect(() => promethee(decision, [])).toThrow('0 preferences for 2 criteria');
});
