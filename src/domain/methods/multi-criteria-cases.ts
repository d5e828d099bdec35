import { z } from 'zod';
import { copras } from '../../maths/copras.ts';
import type { Decision } from '../../maths/decision-matrix.ts';
import { directions } from '../../maths/decision-matrix.ts';
import { edas } from '../../maths/edas.ts';
import { normalisations } from '../../maths/normalise-column.ts';
import { objectiveWeightings, objectiveWeights } from '../../maths/objective-weights.ts';
import { type Preference, preferenceFunctions } from '../../maths/preference-function.ts';
import { promethee } from '../../maths/promethee.ts';
import { rankOrder } from '../../maths/rank-order.ts';
import { topsis } from '../../maths/topsis.ts';
import { vikor } from '../../maths/vikor.ts';
import { weightedProduct } from '../../maths/weighted-product.ts';
import { weightedSum } from '../../maths/weighted-sum.ts';
import type { CaseResult } from './case-result.ts';
import { atPath, compareNumber } from './compare-number.ts';

const numbers = z.array(z.number()).min(1);
const matrix = z.array(numbers).min(1);
const problem = {
  matrix,
  weights: numbers,
  directions: z.array(z.enum(directions)),
  scores: numbers,
  rank: numbers,
  note: z.string().optional(),
};
const normalised = z.strictObject({ normalization: z.enum(normalisations) });

const oneCase = z
  .discriminatedUnion('method', [
    z.strictObject({ method: z.literal('topsis'), parameters: normalised, ...problem }),
    z.strictObject({ method: z.literal('weighted-sum'), parameters: normalised, ...problem }),
    z.strictObject({ method: z.literal('weighted-product'), parameters: normalised, ...problem }),
    z.strictObject({
      method: z.literal('vikor'),
      parameters: z.strictObject({ v: z.number() }),
      ...problem,
    }),
    z.strictObject({
      method: z.literal('promethee-ii'),
      parameters: z.strictObject({
        // pymcdm calls the linear function with two thresholds "vshape_2".
        preferenceFunction: z.enum([...preferenceFunctions, 'v-shape-2']),
        q: numbers.optional(),
        p: numbers.optional(),
        s: numbers.optional(),
      }),
      ...problem,
    }),
    z.strictObject({ method: z.literal('edas'), parameters: z.strictObject({}), ...problem }),
    z.strictObject({ method: z.literal('copras'), parameters: z.strictObject({}), ...problem }),
  ])
  .superRefine((given, context) => {
    for (const name of ['scores', 'rank'] as const)
      if (given[name].length !== given.matrix.length)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `${given[name].length} values for ${given.matrix.length} options`,
        });
  });

const oneWeighting = z
  .strictObject({ method: z.enum(objectiveWeightings), matrix, weights: numbers })
  .refine((given) => given.weights.length === given.matrix[0]?.length, {
    path: ['weights'],
    message: 'not one weight for each criterion',
  });

const file = z.object({
  source: z.string().optional(),
  tolerance: z.number().nonnegative(),
  cases: z.array(oneCase).default([]),
  weighting: z.array(oneWeighting).default([]),
});

type OneCase = z.infer<typeof oneCase>;

/**
 * Checks the ranking methods and the objective weights against reference values: a result for each score, rank and weight.
 *
 * The tolerance is absolute. A rank is met where scores that differ by no more than the tolerance could stand in that order, since
 * such scores are equal. The reference values of COPRAS come from pymcdm 1.4, so they are checked against the form of that library,
 * not against the published one (`copras`).
 *
 * @param parsed `{ tolerance, cases: [{ method, parameters, matrix, weights, directions, scores, rank }], weighting: [{ method, matrix, weights }] }`
 * @throws ZodError with the path of what isn't of the format; RangeError with the path of a case that a method refuses
 * @example checkMultiCriteriaCases({ tolerance: 1e-9, cases: [], weighting: [{ method: 'equal', matrix: [[1, 2]], weights: [0.5, 0.5] }] }).length // 2
 */
export function checkMultiCriteriaCases(parsed: unknown): CaseResult[] {
  const { tolerance, cases, weighting } = file.parse(parsed);
  return [
    ...cases.flatMap((given, index) =>
      atPath(`cases.${index}`, () => checkCase(given, `${given.method}-${index + 1}`, tolerance)),
    ),
    ...weighting.flatMap(({ method, matrix: scores, weights }, index) => {
      const got = atPath(`weighting.${index}`, () => objectiveWeights(scores, method));
      return weights.map((expected, criterion) =>
        compareNumber({
          id: `${method}-weights-${index + 1}`,
          what: `weight of criterion ${criterion + 1}`,
          expected,
          got: got[criterion] ?? Number.NaN,
          tolerance,
        }),
      );
    }),
  ];
}

function checkCase(given: OneCase, id: string, tolerance: number): CaseResult[] {
  const best = given.method === 'vikor' ? 'lowest' : 'highest';
  const got = scoresOf(given);
  const ranks = rankOrder(got, best);
  return given.scores.flatMap((expected, option) => {
    const own = got[option] ?? Number.NaN;
    const rank = given.rank[option] ?? Number.NaN;
    const [least, most] = possibleRanks(got, own, { best, tolerance });
    return [
      compareNumber({ id, what: `score of option ${option + 1}`, expected, got: own, tolerance }),
      compareNumber({
        id,
        what: `rank of option ${option + 1}`,
        expected: rank,
        got: rank >= least && rank <= most ? rank : (ranks[option] ?? Number.NaN),
        tolerance: 0,
      }),
    ];
  });
}

/** The best and the worst rank of a score where scores within the tolerance may stand in any order. */
function possibleRanks(
  scores: readonly number[],
  own: number,
  { best, tolerance }: { best: 'highest' | 'lowest'; tolerance: number },
): [least: number, most: number] {
  const leads = scores.map((other) => (best === 'highest' ? other - own : own - other));
  return [
    1 + leads.filter((lead) => lead > tolerance).length,
    leads.filter((lead) => lead >= -tolerance).length,
  ];
}

function scoresOf(given: OneCase): number[] {
  const decision: Decision = given;
  if (given.method === 'topsis') return topsis(decision, given.parameters.normalization);
  if (given.method === 'weighted-sum') return weightedSum(decision, given.parameters.normalization);
  if (given.method === 'weighted-product') return weightedProduct(decision, given.parameters.normalization);
  if (given.method === 'vikor')
    return vikor(decision, given.parameters.v).map(({ compromise }) => compromise);
  if (given.method === 'promethee-ii') return promethee(decision, preferencesOf(given)).map(({ net }) => net);
  return given.method === 'edas' ? edas(decision) : copras(decision, 'pymcdm-1.4');
}

/** One preference for each criterion, from lists of thresholds. */
function preferencesOf({ parameters, weights }: Extract<OneCase, { method: 'promethee-ii' }>): Preference[] {
  const { preferenceFunction: kind } = parameters;
  return weights.map((_, criterion) => {
    const threshold = (name: 'q' | 'p' | 's'): number => {
      const value = parameters[name]?.[criterion];
      if (value === undefined)
        throw new RangeError(`The preference function ${kind} needs "${name}" for each criterion.`);
      return value;
    };
    if (kind === 'usual') return { kind };
    if (kind === 'u-shape') return { kind, q: threshold('q') };
    if (kind === 'v-shape') return { kind, p: threshold('p') };
    if (kind === 'gaussian') return { kind, s: threshold('s') };
    const thresholds = { q: threshold('q'), p: threshold('p') };
    return { kind: kind === 'level' ? kind : 'linear', ...thresholds };
  });
}
