import { z } from 'zod';
import { quantileTable, drawFrom } from '../../maths/simulation/quantile-table.ts';
import { fillLatin } from '../../maths/simulation/latin-hypercube.ts';
import { normalScores } from '../../maths/simulation/normal-scores.ts';
import { blockDraws } from '../../maths/simulation/sample-error.ts';
import { partialInformation } from '../../maths/sensitivity/partial-information.ts';
import { perfectInformation } from '../../maths/sensitivity/perfect-information.ts';
import { seededRng } from '../../lib/rng.ts';
import type { CaseResult } from './case-result.ts';

const format = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      d: z.number(),
      sd1: z.number().min(0),
      sd2: z.number().min(0),
      expected: z.object({ evppiX1: z.number(), evppiX2: z.number(), evpi: z.number() }),
      relativeTolerance: z.number().positive(),
    }),
  ),
});

/** Draws of a check, and their seed: fixed, so that a check gives the same on every machine. */
const draws = 2 ** 20;
const seed = 'methods';

/** The share of the standard deviation beneath which a value is nothing: draws can't tell it from nought. */
const nothing = 1e-4;

/**
 * Checks the value of information against closed forms: two options whose net benefits differ by `d + x1 + x2`, x1 and x2
 * normal around 0 with sd1 and sd2 and independent. EVPI and the EVPPI of x1 and x2 are estimated from 2^20 draws of a fixed
 * seed, as they are for any model. The deviation is relative to the expected value, or to a
 * ten-thousandth of the standard deviation of the difference where that is more.
 *
 * @param parsed a file of cases: d, sd1, sd2, expected values, relative tolerance
 * @throws ZodError with the path of what isn't of the format
 * @example checkInformationCases({ cases: [] }) // []
 */
export function checkInformationCases(parsed: unknown): CaseResult[] {
  return format.parse(parsed).cases.flatMap(({ id, d, sd1, sd2, expected, relativeTolerance }) => {
    const x1 = normalDraws('x1', sd1);
    const x2 = normalDraws('x2', sd2);
    const options = [x1.map((value, draw) => d + value + (x2[draw] ?? 0)), new Float64Array(draws)];
    const found = {
      evppiX1: partialInformation(x1, options).value,
      evppiX2: partialInformation(x2, options).value,
      evpi: perfectInformation(options).value,
    };
    return (['evppiX1', 'evppiX2', 'evpi'] as const).map((what) => {
      const got = found[what];
      const difference = Math.abs(got - expected[what]);
      const least = nothing * Math.hypot(sd1, sd2);
      const deviation = difference === 0 ? 0 : difference / Math.max(Math.abs(expected[what]), least);
      return {
        id,
        what,
        expected: expected[what],
        got,
        deviation,
        tolerance: relativeTolerance,
        passed: deviation <= relativeTolerance,
      };
    });
  });
}

function normalDraws(name: string, sd: number): Float64Array {
  const rng = seededRng(`${seed} ${name}`);
  const table = quantileTable({ kind: 'normal', mean: 0, sd });
  const values = new Float64Array(draws);
  for (let from = 0; from < draws; from += blockDraws)
    drawFrom(table, normalScores(fillLatin(rng, values.subarray(from, from + blockDraws))));
  return values;
}
