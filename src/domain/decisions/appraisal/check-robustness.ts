import { seededRng } from '../../../lib/rng.ts';
import { additiveValue } from '../../../maths/additive-value.ts';
import { smaa, type RankAcceptability } from '../../../maths/smaa.ts';
import { weightStability } from '../../../maths/weight-stability.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { middleOf, type CompletedScores } from './complete-scores.ts';
import { checkOtherMethods, type OrderCheck } from './other-methods.ts';
import type { OptionValues } from './value-options.ts';

/** By how much of itself each weight may be less or more than it was locked at. */
export const weightSpread = 0.25;

/** Draws of weights and scores: the standard error of a share is at most half a per cent. */
const acceptabilityDraws = 10_000;

/** How often one option has each rank. */
export type OptionAcceptability = {
  option: string;
  /** Share of draws in which it has the rank, best first. */
  ranks: number[];
  /** Mean of the weights that make it the first; null where hardly any do. */
  centralWeights: { criterion: string; weight: number }[] | null;
  /** Share of draws in which it is first if nothing at all were known of the weights. */
  firstWithAnyWeights: number;
};

/** How far the weight of a criterion can move, the others keeping their proportions, before another option has the first place. */
export type WeightRange = {
  criterion: string;
  weight: number;
  low: number;
  high: number;
  /** Who takes over below and above; null where nobody does. */
  below: string | null;
  above: string | null;
};

/** How firm the order by value is. */
export type Robustness = {
  /** The options that were compared, the best first. */
  order: string[];
  draws: number;
  weightSpread: number;
  acceptability: OptionAcceptability[];
  /** The order holds under so many of so many other methods. */
  holds: { first: number; order: number; of: number };
  otherMethods: OrderCheck[];
  weightRanges: WeightRange[];
  /** What each assessor’s scores alone put first (several where they tie), gaps filled with the scores that count. */
  byAssessor: { assessor: string; first: string[]; filled: number }[];
};

/**
 * Whether the order by value stands up: to weights that are somewhat different, to the scores that assessors gave, to other
 * methods, and to any one weight. Weights are drawn evenly within a quarter of themselves around those that were locked; the
 * points of a cell from a triangle between the least and the most that assessors gave, with the points that count as its top.
 *
 * @param compared the options, each with a value
 * @returns null with fewer than two options
 * @example checkRobustness(document, scores, values, ['product', 'build'])?.holds // { first: 2, order: 2, of: 2 }
 */
export function checkRobustness(
  document: CaseDocument,
  scores: CompletedScores,
  values: OptionValues,
  compared: readonly string[],
): Robustness | null {
  if (compared.length < 2) return null;
  const { options, criteria, points, weights } = matrixOf(values, compared);
  const otherMethods = checkOtherMethods(options, points, weights);
  return {
    order: options,
    draws: acceptabilityDraws,
    weightSpread,
    acceptability: drawRanks(document.appraisal.seed, scores, { options, criteria, points, weights }),
    holds: {
      first: otherMethods.filter(({ holdsFirst }) => holdsFirst).length,
      order: otherMethods.filter(({ holdsOrder }) => holdsOrder).length,
      of: otherMethods.length,
    },
    otherMethods,
    weightRanges: weightStability(points, weights).map((one) => ({
      criterion: criteria[one.criterion] ?? '',
      weight: one.weight,
      low: one.low,
      high: one.high,
      below: one.below === null ? null : (options[one.below] ?? null),
      above: one.above === null ? null : (options[one.above] ?? null),
    })),
    byAssessor: firstOfEach(document, { options, criteria, points, weights }),
  };
}

/** Points and weights with the names of rows and columns. */
export type ValueMatrix = {
  options: string[];
  criteria: string[];
  points: number[][];
  weights: number[];
};

/**
 * The points of some options as a matrix, the option with the highest value first.
 *
 * @example matrixOf(values, ['product']).points // [[60, 60]]
 */
export function matrixOf({ options, criteria }: OptionValues, wanted: readonly string[]): ValueMatrix {
  const rows = options
    .filter(({ option, value }) => value !== null && wanted.includes(option))
    .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
  return {
    options: rows.map(({ option }) => option),
    criteria: criteria.map(({ id }) => id),
    points: rows.map(({ parts }) => parts.map(({ points }) => points ?? Number.NaN)),
    weights: criteria.map(({ weight }) => weight),
  };
}

function drawRanks(
  seed: number,
  { cells }: CompletedScores,
  { options, criteria, points, weights }: ValueMatrix,
): OptionAcceptability[] {
  const end = (side: 'low' | 'high'): number[][] =>
    points.map((row, option) =>
      row.map((own, criterion) => {
        const cell = cells.find(
          (one) => one.option === options[option] && one.criterion === criteria[criterion],
        );
        const given = cell?.given?.[side] ?? own;
        // What was agreed may lie beyond everything that was given.
        return side === 'low' ? Math.min(given, own) : Math.max(given, own);
      }),
    );
  const belief = { kind: 'triangular', low: end('low'), mode: points, high: end('high') } as const;
  const draw = (name: string, bounds: { low: number[]; high: number[] } | null): RankAcceptability =>
    smaa(belief, bounds === null ? { kind: 'uniform' } : { kind: 'intervals', ...bounds }, {
      draws: acceptabilityDraws,
      rng: seededRng(`${seed}:${name}`),
    });
  const around = draw('weights around those locked', {
    low: weights.map((weight) => weight * (1 - weightSpread)),
    high: weights.map((weight) => Math.min(1, weight * (1 + weightSpread))),
  });
  const unweighted = draw('any weights', null);
  return options.map((option, index) => ({
    option,
    ranks: around.acceptability[index] ?? [],
    centralWeights:
      around.centralWeights[index]?.map((weight, criterion) => ({
        criterion: criteria[criterion] ?? '',
        weight,
      })) ?? null,
    firstWithAnyWeights: unweighted.acceptability[index]?.[0] ?? 0,
  }));
}

function firstOfEach(
  document: CaseDocument,
  { options, criteria, points, weights }: ValueMatrix,
): Robustness['byAssessor'] {
  return document.assessors.flatMap(({ id: assessor }) => {
    const own = new Map(
      document.scores
        .filter((score) => score.assessor === assessor)
        .map((score) => [`${score.option}\n${score.criterion}`, middleOf(score)]),
    );
    let filled = 0;
    const alone = points.map((row, option) =>
      row.map((agreed, criterion) => {
        const score = own.get(`${options[option] ?? ''}\n${criteria[criterion] ?? ''}`);
        if (score === undefined) filled += 1;
        return score ?? agreed;
      }),
    );
    // Whoever scored none of this would only repeat the others.
    if (filled === options.length * criteria.length) return [];
    const totals = additiveValue(alone, weights).map(({ total }) => total);
    const most = Math.max(...totals);
    return [
      {
        assessor,
        first: options.filter((_, index) => (totals[index] ?? 0) > most - 1e-9),
        filled,
      },
    ];
  });
}
