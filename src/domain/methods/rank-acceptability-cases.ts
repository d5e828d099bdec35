import { z } from 'zod';
import { seededRng } from '../../lib/rng.ts';
import type { ScoreBelief } from '../../maths/score-belief.ts';
import { smaa } from '../../maths/smaa.ts';
import type { CaseResult } from './case-result.ts';
import { atPath, compareNumber } from './compare-number.ts';

/** Draws for each case: 10,000 are too few for the tolerance of reference values, a million is enough. */
export const verificationDraws = 2 ** 20;

const matrix = z.array(z.array(z.number()).min(1)).min(1);

const scores = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), values: matrix }),
  z.strictObject({ kind: z.literal('uniform'), low: matrix, high: matrix }),
  z.strictObject({ kind: z.literal('triangular'), low: matrix, mode: matrix, high: matrix }),
  z.strictObject({ kind: z.literal('normal'), mean: matrix, sd: matrix }),
]);

const weights = z.union([
  z.literal('uniform on the simplex').transform(() => ({ kind: 'uniform' as const })),
  z.strictObject({ kind: z.literal('uniform') }),
  z.strictObject({ kind: z.literal('fixed'), weights: z.array(z.number()) }),
  z.strictObject({ kind: z.literal('ordered'), order: z.array(z.array(z.int())) }),
  z.strictObject({ kind: z.literal('intervals'), low: z.array(z.number()), high: z.array(z.number()) }),
]);

const file = z.object({
  source: z.string().optional(),
  cases: z.array(
    z
      .strictObject({
        id: z.string(),
        note: z.string().optional(),
        scores,
        // Scores are compared within a case only, so the divisor changes nothing.
        value: z.literal('score divided by 100, all criteria maximised'),
        weights,
        expected: z.strictObject({
          rankAcceptability: matrix,
          centralWeights: z.array(z.array(z.number()).nullable()),
        }),
        absoluteTolerance: z.number().nonnegative(),
      })
      .superRefine(({ scores: given, expected }, context) => {
        const options = sizeOf(given);
        const refuse = (path: (string | number)[], message: string): void =>
          context.addIssue({ code: 'custom', path: ['expected', ...path], message });
        for (const name of ['rankAcceptability', 'centralWeights'] as const)
          if (expected[name].length !== options)
            refuse([name], `${expected[name].length} rows for ${options} options`);
        expected.rankAcceptability.forEach((row, option) => {
          if (row.length !== options)
            refuse(['rankAcceptability', option], `${row.length} ranks for ${options} options`);
        });
      }),
  ),
});

type OneCase = z.infer<typeof file>['cases'][number];

/**
 * Checks rank acceptabilities and central weights against reference values: a result for each number, from
 * {@link verificationDraws} draws with a seed made of the id.
 *
 * Central weights that are null in the file have to be null here too (first-rank acceptability below 0.001). There `expected` is
 * NaN, `got` is NaN where they are and 0 where they are not, and the deviation is 0 or infinite; weights that are missing where some
 * are expected are NaN with an infinite deviation.
 *
 * @param parsed `{ cases: [{ id, scores, value, weights, expected: { rankAcceptability, centralWeights }, absoluteTolerance }] }`
 * @param draws for each case
 * @throws ZodError with the path of what isn't of the format; RangeError with the path of a case that can't be worked out
 * @example checkRankAcceptabilityCases({ cases: [] }) // []
 */
export function checkRankAcceptabilityCases(
  parsed: unknown,
  draws: number = verificationDraws,
): CaseResult[] {
  return file
    .parse(parsed)
    .cases.flatMap((given, index) => atPath(`cases.${index}`, () => checkCase(given, draws)));
}

function checkCase(given: OneCase, draws: number): CaseResult[] {
  const { id, expected, absoluteTolerance: tolerance } = given;
  const found = smaa(given.scores, given.weights, { draws, rng: seededRng(id) });
  const ranks = expected.rankAcceptability.flatMap((row, option) =>
    row.map((share, rank) =>
      compareNumber({
        id,
        what: `option ${option + 1} at rank ${rank + 1}`,
        expected: share,
        got: found.acceptability[option]?.[rank] ?? Number.NaN,
        tolerance,
      }),
    ),
  );
  const central = expected.centralWeights.flatMap((row, option): CaseResult[] => {
    const got = found.centralWeights[option] ?? null;
    const what = `central weights of option ${option + 1}`;
    if (row === null) {
      const passed = got === null;
      return [
        {
          id,
          what: `${what}: none`,
          expected: Number.NaN,
          got: passed ? Number.NaN : 0,
          deviation: passed ? 0 : Infinity,
          tolerance,
          passed,
        },
      ];
    }
    return row.map((weight, criterion) => {
      const named = { id, what: `${what}, criterion ${criterion + 1}`, expected: weight, tolerance };
      const own = got?.[criterion];
      return own === undefined
        ? { ...named, got: Number.NaN, deviation: Infinity, passed: false }
        : compareNumber({ ...named, got: own });
    });
  });
  return [...ranks, ...central];
}

function sizeOf(given: ScoreBelief): number {
  if (given.kind === 'fixed' || given.kind === 'assessors') return given.values.length;
  return given.kind === 'normal' ? given.mean.length : given.low.length;
}
