import { z } from 'zod';
import { blockDraws } from '../../maths/simulation/sample-error.ts';
import { simulateCost } from '../../maths/simulation/simulate-cost.ts';
import { summariseDraws } from '../../maths/simulation/summarise-draws.ts';
import type { CaseResult } from './case-result.ts';

const number = z.number();
const distribution = z.union([
  z.strictObject({ kind: z.literal('fixed'), value: number }),
  z.strictObject({ kind: z.literal('uniform'), low: number, high: number }),
  z.strictObject({ kind: z.literal('triangular'), low: number, mode: number, high: number }),
  z.strictObject({
    kind: z.literal('pert'),
    low: number,
    mode: number,
    high: number,
    lambda: number.optional(),
  }),
  z.strictObject({ kind: z.literal('normal'), mean: number, sd: number }),
  z.strictObject({ kind: z.literal('log-normal'), mu: number, sigma: number }),
  z.strictObject({ kind: z.literal('log-normal'), p10: number, p90: number }),
  z.strictObject({
    kind: z.literal('discrete'),
    outcomes: z.array(z.strictObject({ value: number, probability: number })),
  }),
  z.strictObject({
    kind: z.literal('quantiles'),
    points: z.array(z.strictObject({ share: number, value: number })),
  }),
  z.strictObject({
    kind: z.literal('log-normal-pareto'),
    tailShare: number,
    mu: number,
    sigma: number,
    threshold: number,
    alpha: number,
    cap: number.nullable().default(null),
  }),
]);

const format = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      discountRate: number,
      lines: z.array(z.object({ id: z.string(), total: distribution, shareByYear: z.array(number).min(1) })),
      risks: z
        .array(
          z.object({
            id: z.string(),
            probability: number.min(0).max(1),
            year: z.int().min(0),
            impact: distribution,
          }),
        )
        .default([]),
      /** A matrix in the order of the lines, one correlation for every two lines, or none. */
      rankCorrelation: z.union([z.null(), number.min(-1).max(1), z.array(z.array(number))]).default(null),
      expected: z.object({ mean: number, sd: number, p10: number, p50: number, p80: number, p90: number }),
      relativeTolerance: number.positive(),
    }),
  ),
});

/** Draws of a check, and their seed: fixed, so that a check gives the same on every machine. */
const draws = 2 ** 20;
const seed = 'methods';

/**
 * Checks the simulation of cost lines against reference values: mean, standard deviation and quantiles of the present value,
 * with 2^20 draws of a fixed seed. The deviation is relative to the expected value.
 *
 * Costs a second per case of ten lines.
 *
 * @param parsed a file of cases: lines with shares by year, risks, rank correlation, expected values, relative tolerance
 * @throws ZodError with the path of what isn't of the format, RangeError where a case can't be simulated
 * @example checkSimulationCases({ cases: [] }) // []
 */
export function checkSimulationCases(parsed: unknown): CaseResult[] {
  const { cases } = format.parse(parsed);
  return cases.flatMap(({ id, discountRate, lines, risks, rankCorrelation, expected, relativeTolerance }) => {
    const { totals } = simulateCost(
      {
        lines,
        risks,
        rankCorrelation:
          typeof rankCorrelation === 'number'
            ? lines.map((_, i) => lines.map((_unused, j) => (i === j ? 1 : rankCorrelation)))
            : rankCorrelation,
      },
      { draws, seed, rates: [{ fromYear: 0, rate: discountRate }] },
    );
    const { mean, sd, p10, p50, p80, p90 } = summariseDraws(totals, blockDraws);
    const found = {
      mean: mean.value,
      sd,
      p10: p10.value,
      p50: p50.value,
      p80: p80.value,
      p90: p90.value,
    };
    return (['mean', 'sd', 'p10', 'p50', 'p80', 'p90'] as const).map((what) => {
      const value = expected[what];
      const got = found[what];
      const difference = Math.abs(got - value);
      const deviation = difference === 0 ? 0 : difference / Math.abs(value);
      return {
        id,
        what,
        expected: value,
        got,
        deviation,
        tolerance: relativeTolerance,
        passed: deviation <= relativeTolerance,
      };
    });
  });
}
