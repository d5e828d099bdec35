import { z } from 'zod';
import { crps } from '../../maths/crps.ts';
import type { CaseResult } from './case-result.ts';
import { atPath, compareNumber } from './compare-number.ts';

const forecast = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('normal'), mean: z.number(), sd: z.number() }),
  z.strictObject({ kind: z.literal('log-normal'), mu: z.number(), sigma: z.number() }),
  z.strictObject({ kind: z.literal('uniform'), low: z.number(), high: z.number() }),
  z.strictObject({ kind: z.literal('ensemble'), values: z.array(z.number()).min(1) }),
  z.strictObject({ kind: z.literal('point'), value: z.number() }),
]);

const file = z.object({
  source: z.string().optional(),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      note: z.string().optional(),
      forecast,
      observed: z.number(),
      expected: z.number(),
      absoluteTolerance: z.number().nonnegative(),
    }),
  ),
});

/**
 * Checks scores of forecasts (CRPS) against reference values, one result for each.
 *
 * @param parsed `{ cases: [{ id, forecast, observed, expected, absoluteTolerance }] }`
 * @throws ZodError with the path of what isn't of the format; RangeError with the path of a forecast that is none
 * @example checkForecastScoreCases({ cases: [{ id: 'a', forecast: { kind: 'point', value: 1 }, observed: 3, expected: 2, absoluteTolerance: 0 }] })[0]?.passed // true
 */
export function checkForecastScoreCases(parsed: unknown): CaseResult[] {
  return file.parse(parsed).cases.map((given, index) =>
    compareNumber({
      id: given.id,
      what: 'CRPS',
      expected: given.expected,
      got: atPath(`cases.${index}.forecast`, () => crps(given.forecast, given.observed)),
      tolerance: given.absoluteTolerance,
    }),
  );
}
