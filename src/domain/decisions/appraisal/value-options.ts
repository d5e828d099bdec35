import type { CompletedScores } from './complete-scores.ts';
import type { CriteriaWeights, WeighedCriterion } from './weigh-criteria.ts';

/** What one criterion adds to the value of an option: weight × points; null where it wasn’t scored. */
export type ValuePart = { criterion: string; points: number | null; part: number | null };

/** The value of an option, 0 to 100. */
export type OptionValue = {
  option: string;
  /** Null where a score is missing: then the value lies somewhere from low to high. */
  value: number | null;
  /** With every missing score at 0, and at 100. */
  low: number;
  high: number;
  parts: ValuePart[];
  /** Criteria by which nobody scored it. */
  notScored: string[];
};

/** The values of the options, and what they leave out. */
export type OptionValues = {
  /** The criteria that count here; their weights add up to 1. */
  criteria: WeighedCriterion[];
  options: OptionValue[];
  /** Criteria that don’t count, because they have no weight yet or because nobody scored any option by them. */
  leftOut: { criterion: string; because: 'no-weight' | 'no-score' }[];
};

/**
 * The value of each option with its parts: the sum of weight × points over the criteria. A criterion by which nobody scored
 * anything is left out, the others keeping their proportions; an option that lacks one score gets no value, but its bounds.
 *
 * @returns null where no criterion has both a weight and a score
 * @example valueOptions(weights, scores)?.options[0] // { option: 'bau', value: 41, low: 41, high: 41, parts: […], notScored: [] }
 */
export function valueOptions(
  { criteria, withoutWeight }: CriteriaWeights,
  { cells }: CompletedScores,
): OptionValues | null {
  const isScored = (id: string): boolean =>
    cells.some(({ criterion, points }) => criterion === id && points !== null);
  const counting = criteria.filter(({ id, weight }) => weight > 0 && isScored(id));
  const sum = counting.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) return null;
  const used = counting.map((one) => ({ ...one, weight: one.weight / sum }));
  return {
    criteria: used,
    options: [...Map.groupBy(cells, ({ option }) => option)].map(([option, own]) => {
      const points = new Map(own.map((cell) => [cell.criterion, cell.points] as const));
      return valueOf(
        option,
        used.map(({ id, weight }) => ({ criterion: id, weight, points: points.get(id) ?? null })),
      );
    }),
    leftOut: [
      ...withoutWeight.map((criterion) => ({ criterion, because: 'no-weight' as const })),
      ...criteria
        .filter(({ id, weight }) => weight > 0 && !isScored(id))
        .map(({ id }) => ({ criterion: id, because: 'no-score' as const })),
    ],
  };
}

function valueOf(
  option: string,
  scored: readonly { criterion: string; weight: number; points: number | null }[],
): OptionValue {
  const total = (missing: number): number =>
    scored.reduce((sum, { weight, points }) => sum + weight * (points ?? missing), 0);
  const notScored = scored.filter(({ points }) => points === null).map(({ criterion }) => criterion);
  const low = total(0);
  return {
    option,
    value: notScored.length === 0 ? low : null,
    low,
    high: notScored.length === 0 ? low : total(100),
    parts: scored.map(({ criterion, weight, points }) => ({
      criterion,
      points,
      part: points === null ? null : weight * points,
    })),
    notScored,
  };
}
