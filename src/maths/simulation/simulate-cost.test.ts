import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCorrelation } from '../correlation/rank-correlation.ts';
import { cdfOf, meanOf, quantileOf, varianceOf } from '../distributions/distribution.ts';
import type { Distribution } from '../distributions/distribution.ts';
import { normalQuantile } from '../normal.ts';
import type { CostLine, CostModel } from './simulate-cost.ts';
import { simulateCost } from './simulate-cost.ts';
import { summariseDraws } from './summarise-draws.ts';

const rates = [{ fromYear: 0, rate: 0.035 }];
const line = (id: string, total: Distribution, shareByYear = [1]): CostLine => ({ id, total, shareByYear });
const model = (lines: CostLine[], others: Partial<CostModel> = {}): CostModel => ({
  lines,
  risks: [],
  rankCorrelation: null,
  ...others,
});
const draws = 2 ** 17;
const fatTail: Distribution = {
  kind: 'log-normal-pareto',
  tailShare: 0.18,
  mu: 0.05,
  sigma: 0.15,
  threshold: 1.5,
  alpha: 1.378,
  cap: 20,
};

describe('what falls into each year', () => {
  const lines = [
    line('build', { kind: 'triangular', low: 1, mode: 2, high: 6 }, [0.25, 0.75]),
    line('run', fatTail, [0, 0.5, 0.5]),
  ];
  const risks = [{ id: 'late', probability: 0.4, year: 1, impact: { kind: 'fixed', value: 3 } as const }];

  it('adds up to the totals in every draw, and follows the shares', () => {
    const { totals, byYear } = simulateCost(model(lines, { risks }), {
      draws: 3000,
      seed: 1,
      rates,
      keepYears: true,
    });
    expect(byYear).toHaveLength(3);
    const sums = totals.map((_, draw) => byYear.reduce((sum, year) => sum + (year[draw] ?? 0), 0));
    for (const [draw, total] of totals.entries()) expect(sums[draw]).toBeCloseTo(total, 10);
    const alone = simulateCost(model(lines.slice(0, 1)), {
      draws: 100,
      seed: 1,
      rates: [{ fromYear: 0, rate: 0 }],
      keepYears: true,
    });
    for (const [draw, total] of alone.totals.entries())
      expect(alone.byYear[0]?.[draw]).toBeCloseTo(total / 4, 10);
  });

  it('isn’t kept where nobody asks, and changes no total', () => {
    const how = { draws: 600, seed: 1, rates };
    const plain = simulateCost(model(lines, { risks }), how);
    expect(plain.byYear).toEqual([]);
    expect(simulateCost(model(lines, { risks }), { ...how, keepYears: true }).totals).toEqual(plain.totals);
  });
});

describe('simulated costs', () => {
  it('of normal lines have the mean, spread and quantiles of their sum', () => {
    const sds = [3, 4, 12];
    const lines = sds.map((sd, index) => line(`line ${index}`, { kind: 'normal', mean: 100, sd }));
    const found = summariseDraws(simulateCost(model(lines), { draws, seed: 1, rates }).totals);
    expect(Math.abs(found.mean.value - 300)).toBeLessThan(4 * found.mean.error);
    expect(found.mean.error).toBeLessThan(0.001);
    expect(found.sd).toBeCloseTo(13, 1);
    for (const [name, share] of [
      ['p10', 0.1],
      ['p50', 0.5],
      ['p80', 0.8],
      ['p90', 0.9],
    ] as const) {
      const exact = 300 + 13 * normalQuantile(share);
      expect(Math.abs(found[name].value - exact)).toBeLessThan(4 * found[name].error);
      expect(found[name].error).toBeLessThan(0.1);
    }
  });

  it('of correlated normal lines have the variance that their correlations add', () => {
    const rho = 0.6;
    const pearson = 2 * Math.sin((Math.PI * rho) / 6);
    const lines = [5, 5, 5].map((sd, index) => line(`line ${index}`, { kind: 'normal', mean: 0, sd }));
    const correlations = lines.map((_, i) => lines.map((_unused, j) => (i === j ? 1 : rho)));
    const { totals, columns, copula } = simulateCost(model(lines, { rankCorrelation: correlations }), {
      draws,
      seed: 1,
      rates,
      keepColumns: true,
    });
    expect(summariseDraws(totals).sd / Math.sqrt(75 + 150 * pearson)).toBeCloseTo(1, 2);
    expect(copula).toEqual({ rankCorrelation: correlations, isAdjusted: false, largestChange: 0 });
    expect(rankCorrelation(columns[0]?.values ?? [], columns[2]?.values ?? [])).toBeCloseTo(rho, 2);
  });

  it('of independent triangular lines have the distribution of their numeric convolution', () => {
    const triangles = [
      { kind: 'triangular', low: 0, mode: 1, high: 4 },
      { kind: 'triangular', low: 2, mode: 2, high: 5 },
      { kind: 'triangular', low: 1, mode: 3, high: 3 },
    ] as const;
    // Probabilities of cells of 0.005, by their middles; sums of three are off by less than a cell.
    const cell = 0.005;
    const masses = triangles.map((one) =>
      Array.from({ length: 1000 }, (_, k) => cdfOf(one, (k + 1) * cell) - cdfOf(one, k * cell)),
    );
    const convolve = (one: readonly number[], other: readonly number[]): number[] => {
      const sum = Array.from({ length: one.length + other.length - 1 }, () => 0);
      one.forEach((a, i) => {
        if (a > 0) other.forEach((b, j) => (sum[i + j] = (sum[i + j] ?? 0) + a * b));
      });
      return sum;
    };
    const whole = masses.slice(1).reduce(convolve, masses[0] ?? []);
    const quantileAt = (share: number): number => {
      let below = 0;
      return (whole.findIndex((mass) => (below += mass) >= share) + 1.5) * cell;
    };
    const lines = triangles.map((one, index) => line(`line ${index}`, one));
    const found = summariseDraws(simulateCost(model(lines), { draws, seed: 3, rates }).totals);
    expect(found.p10.value).toBeCloseTo(quantileAt(0.1), 1);
    for (const [estimate, share] of [
      [found.p10, 0.1],
      [found.p50, 0.5],
      [found.p80, 0.8],
      [found.p90, 0.9],
    ] as const)
      expect(Math.abs(estimate.value - quantileAt(share))).toBeLessThan(4 * estimate.error + cell);
  });

  it('are spread over years and discounted, and risks cost their impact in their year at most once', () => {
    const flat = [{ fromYear: 0, rate: 0.25 }];
    const risk = {
      id: 'late',
      probability: 0.3,
      year: 1,
      impact: { kind: 'triangular', low: 20, mode: 80, high: 400 },
    } as const;
    const { totals, columns } = simulateCost(
      model([line('licences', { kind: 'fixed', value: 100 }, [0.5, 0.25, 0.25])], { risks: [risk] }),
      { draws, seed: 1, rates: flat, keepColumns: true },
    );
    expect(columns[0]?.values.every((value) => Math.abs(value - (50 + 20 + 16)) < 1e-9)).toBe(true);
    const happened = (columns[1]?.values ?? new Float64Array()).filter((value) => value > 0);
    expect(happened.length / draws).toBeCloseTo(0.3, 3);
    expect(Math.min(...happened)).toBeGreaterThan(16);
    expect(Math.max(...happened.subarray(0, 10_000))).toBeLessThan(320);
    // Mean p × impact; variance p (variance + mean²) − (p mean)².
    const [mean, variance] = [meanOf(risk.impact) * 0.8, varianceOf(risk.impact) * 0.64];
    const found = summariseDraws(totals);
    expect(found.mean.value).toBeCloseTo(86 + 0.3 * mean, 1);
    expect(found.sd / Math.sqrt(0.3 * (variance + mean ** 2) - (0.3 * mean) ** 2)).toBeCloseTo(1, 2);
  });

  it('with a ratio are its multiple, one draw for all lines of the ratio', () => {
    const ratios = [{ id: 'growth', distribution: { kind: 'uniform', low: 1, high: 3 } }] as const;
    const lines = ['a', 'b'].map((id) => ({ ...line(id, { kind: 'fixed', value: 10 } as const), ratios }));
    const { totals } = simulateCost(model(lines), { draws, seed: 1, rates });
    const found = summariseDraws(totals);
    expect(found.mean.value).toBeCloseTo(40, 2);
    expect(found.sd).toBeCloseTo(40 / Math.sqrt(12), 2);
  });

  it.each([0, 0.3, 0.8, 1])('with ratios of one cause go together by a rank correlation of %d', (rank) => {
    const drawn = (option: string): Float64Array => {
      const shared = { id: 'overrun', rankCorrelation: rank };
      const ratios = [{ id: `overrun ${option}`, distribution: fatTail, shared }];
      const lines = [{ ...line('build', { kind: 'fixed', value: 10 } as const), ratios }];
      return simulateCost(model(lines), { draws, seed: 1, rates }).totals;
    };
    const found = rankCorrelation(drawn('one'), drawn('other'));
    expect(found).toBeCloseTo(rank, 2);
    // What is shared leaves each option’s own distribution as it is.
    expect(summariseDraws(drawn('one')).p80.value / 10).toBeCloseTo(quantileOf(fatTail, 0.8), 1);
  });

  it('refuse a cause that moves factors against each other', () => {
    const shared = { id: 'overrun', rankCorrelation: -0.2 };
    const ratios = [{ id: 'overrun one', distribution: fatTail, shared }];
    const lines = [{ ...line('build', { kind: 'fixed', value: 10 } as const), ratios }];
    expect(() => simulateCost(model(lines), { draws, seed: 1, rates })).toThrow('from 0 to 1, not -0.2');
  });

  it('are the same for the same seed, other for another, and more draws begin with the same', () => {
    const lines = [
      line('a', { kind: 'pert', low: 1, mode: 2, high: 9 }),
      line('b', { kind: 'log-normal', mu: 1, sigma: 0.4 }),
    ];
    const correlations = [
      [1, 0.4],
      [0.4, 1],
    ];
    const risks = [
      { id: 'r', probability: 0.2, year: 0, impact: { kind: 'uniform', low: 1, high: 2 } as const },
    ];
    const drawn = (seed: number, count: number): Float64Array =>
      simulateCost(model(lines, { risks, rankCorrelation: correlations }), { draws: count, seed, rates })
        .totals;
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1500 }), (seed, count) => {
        expect(drawn(seed, count)).toEqual(drawn(seed, count));
      }),
      { numRuns: 5 },
    );
    expect(drawn(1, 1024)).toEqual(drawn(1, 4096).slice(0, 1024));
    expect(drawn(1, 1024)).not.toEqual(drawn(2, 1024));
  });

  it('of a line that two options share are the same in both, draw by draw', () => {
    const shared = line('team', { kind: 'triangular', low: 1, mode: 2, high: 9 });
    const other = line('licences', { kind: 'uniform', low: 1, high: 2 });
    const of = (lines: CostLine[]): Float64Array | undefined =>
      simulateCost(model(lines), { draws: 1000, seed: 1, rates, keepColumns: true }).columns.find(
        ({ id }) => id === 'team',
      )?.values;
    expect(of([shared, other])).toEqual(of([shared]));
  });

  it('are refused with the name of what is wrong', () => {
    const fixed = { kind: 'fixed', value: 1 } as const;
    const simulate = (wrong: CostModel, count = 10): unknown =>
      simulateCost(wrong, { draws: count, seed: 1, rates });
    expect(() => simulate(model([line('a', fixed, [0.5, 0.4])]))).toThrow(
      'shares by year of a add up to 0.9',
    );
    expect(() => simulate(model([line('a', fixed), line('a', fixed)]))).toThrow('called a');
    expect(() => simulate(model([line('a', fixed)], { rankCorrelation: [] }))).toThrow("don't fit 1 lines");
    expect(() => simulate(model([line('a', fixed)]), 1.5)).toThrow('whole number of draws');
    const risk = { id: 'r', probability: 2, year: 0, impact: fixed };
    expect(() => simulate(model([], { risks: [risk] }))).toThrow('probability of r');
    expect(() => simulate(model([], { risks: [{ ...risk, probability: 0.5, year: 0.5 }] }))).toThrow(
      'year of r',
    );
  });
});
