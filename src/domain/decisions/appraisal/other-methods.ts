import { additiveValue } from '../../../maths/additive-value.ts';
import type { Decision, DecisionMatrix } from '../../../maths/decision-matrix.ts';
import { promethee } from '../../../maths/promethee.ts';
import { rankReversals } from '../../../maths/rank-reversal.ts';
import { topsis } from '../../../maths/topsis.ts';

/** Methods beside the additive value, by which the order is looked at once more. */
export type OtherMethod = 'topsis' | 'promethee';

/** Whether the order by value holds under another method. */
export type OrderCheck = {
  method: OtherMethod;
  /** Options, the best first. */
  order: string[];
  holdsFirst: boolean;
  /** No two options change places. */
  holdsOrder: boolean;
  /** Two options that change places when a third is dropped: the method’s own weakness, to be known where it disagrees. */
  reversals: { dropped: string; ahead: string; behind: string }[];
};

/** PROMETHEE II: less than 5 points of difference count for nothing, 25 and more for everything. */
export const preferenceThresholds = { q: 5, p: 25 } as const;

/** Differences that arithmetic alone makes. */
const slack = 1e-9;

const scorers: Readonly<Record<OtherMethod, (decision: Decision) => number[]>> = {
  topsis: (decision) => topsis(decision),
  promethee: (decision) =>
    promethee(
      decision,
      decision.weights.map(() => ({ kind: 'linear', ...preferenceThresholds })),
    ).map(({ net }) => net),
};

/**
 * The order of the options by TOPSIS (vector normalisation) and PROMETHEE II (linear preference), and whether it is that of
 * the additive value.
 *
 * @param points one row for each option, 0 to 100
 * @example checkOtherMethods(['saas', 'mixed'], [[60, 70], [80, 75]], [0.5, 0.5])[0]?.holdsFirst // true
 */
export function checkOtherMethods(
  options: readonly string[],
  points: DecisionMatrix,
  weights: readonly number[],
): OrderCheck[] {
  const values = additiveValue(points, weights).map(({ total }) => total);
  const name = (index: number): string => options[index] ?? '';
  return (['topsis', 'promethee'] as const).map((method): OrderCheck => {
    const scoresOf = (kept: DecisionMatrix): number[] => scoresBy(method, kept, weights);
    const scores = scoresOf(points);
    const turned = pairs(options.length).filter(
      ([one, other]) => lead(values, one, other) * lead(scores, one, other) < 0,
    );
    const first = values.indexOf(Math.max(...values));
    return {
      method,
      order: [...options.keys()].toSorted((one, other) => lead(scores, other, one)).map(name),
      holdsFirst: scores.every((_, rival) => lead(scores, first, rival) >= 0),
      holdsOrder: turned.length === 0,
      reversals: rankReversals(points, scoresOf, 'highest').map(({ dropped, ahead, behind }) => ({
        dropped: name(dropped),
        ahead: name(ahead),
        behind: name(behind),
      })),
    };
  });
}

/** Criteria by which all options are alike can’t order them, and a column of noughts can’t be normalised. */
function scoresBy(method: OtherMethod, points: DecisionMatrix, weights: readonly number[]): number[] {
  const telling = weights.flatMap((weight, criterion) =>
    weight > 0 && points.some((row) => row[criterion] !== points[0]?.[criterion])
      ? [{ weight, criterion }]
      : [],
  );
  const sum = telling.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) return points.map(() => 0);
  return scorers[method]({
    matrix: points.map((row) => telling.map(({ criterion }) => row[criterion] ?? Number.NaN)),
    weights: telling.map(({ weight }) => weight / sum),
    directions: telling.map(() => 'max'),
  });
}

function lead(scores: readonly number[], one: number, other: number): number {
  const difference = (scores[one] ?? Number.NaN) - (scores[other] ?? Number.NaN);
  return Math.abs(difference) < slack ? 0 : difference;
}

function pairs(count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, one) => one).flatMap((one) =>
    Array.from({ length: count - one - 1 }, (_, step) => [one, one + 1 + step] as const),
  );
}
