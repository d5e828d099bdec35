import type { Direction } from './decision-matrix.ts';

/** Ways to make the scores of a criterion comparable with those of others. */
export const normalisations = [
  'minmax',
  'max',
  'sum',
  'vector',
  'linear',
  'nonlinear',
  'logarithmic',
  'enhanced-accuracy',
] as const;

/** One of {@link normalisations}. */
export type Normalisation = (typeof normalisations)[number];

/** Ways that divide by scores or take their logarithm, so that each has to be above nought. */
const positiveOnly: ReadonlySet<Normalisation> = new Set(['sum', 'linear', 'nonlinear', 'logarithmic']);

/**
 * The scores of one criterion on a scale where more is always better.
 *
 * Definitions as in pymcdm 1.4, for more is better / less is better: `minmax` (x − min) ÷ (max − min) / (max − x) ÷ (max − min),
 * and 1 for all where all are equal; `max` x ÷ max / 1 − x ÷ max; `sum` x ÷ Σx / (1 ÷ x) ÷ Σ(1 ÷ x);
 * `vector` x ÷ √Σx² / 1 − x ÷ √Σx²; `linear` x ÷ max / min ÷ x; `nonlinear` (x ÷ max)² / (min ÷ x)³;
 * `logarithmic` ln x ÷ ln Πx / (1 − ln x ÷ ln Πx) ÷ (n − 1); `enhanced-accuracy` 1 − (max − x) ÷ Σ(max − x) /
 * 1 − (x − min) ÷ Σ(x − min).
 *
 * Every one depends on which options there are, so the order of two options can turn when a third is left out. Value
 * functions over fixed ranges don't.
 *
 * @param column the scores of all options on one criterion
 * @throws RangeError where a score isn't above nought and the way needs it, or where it would divide by nought
 * @example normaliseColumn([2, 4, 6], 'min', 'minmax') // [1, 0.5, 0]
 * @example normaliseColumn([1, 3], 'max', 'sum') // [0.25, 0.75]
 */
export function normaliseColumn(
  column: readonly number[],
  direction: Direction,
  normalisation: Normalisation,
): number[] {
  const low = Math.min(...column);
  if (positiveOnly.has(normalisation) && !(low > 0))
    throw new RangeError(`Normalisation by ${normalisation} needs scores above 0, not ${low}.`);
  const scaled = column.map(ways[normalisation](column, direction === 'max'));
  if (!scaled.every(Number.isFinite))
    throw new RangeError(`Normalisation by ${normalisation} divides by nought here: ${column.join(', ')}.`);
  return scaled;
}

type Way = (column: readonly number[], isMore: boolean) => (score: number) => number;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const ways: Readonly<Record<Normalisation, Way>> = {
  minmax: (column, isMore) => {
    const [low, high] = ends(column);
    if (low === high) return () => 1;
    return (score) => (isMore ? score - low : high - score) / (high - low);
  },
  max: (column, isMore) => {
    const [, high] = ends(column);
    return (score) => (isMore ? score / high : 1 - score / high);
  },
  sum: (column, isMore) => {
    const sum = total(isMore ? column : column.map((score) => 1 / score));
    return (score) => (isMore ? score : 1 / score) / sum;
  },
  vector: (column, isMore) => {
    const length = Math.sqrt(total(column.map((score) => score ** 2)));
    return (score) => (isMore ? score / length : 1 - score / length);
  },
  linear: (column, isMore) => {
    const [low, high] = ends(column);
    return (score) => (isMore ? score / high : low / score);
  },
  nonlinear: (column, isMore) => {
    const [low, high] = ends(column);
    return (score) => (isMore ? (score / high) ** 2 : (low / score) ** 3);
  },
  logarithmic: (column, isMore) => {
    const logs = total(column.map((score) => Math.log(score)));
    return (score) => {
      const share = Math.log(score) / logs;
      return isMore ? share : (1 - share) / (column.length - 1);
    };
  },
  'enhanced-accuracy': (column, isMore) => {
    const [low, high] = ends(column);
    const distance = (score: number): number => (isMore ? high - score : score - low);
    const sum = total(column.map(distance));
    return (score) => 1 - distance(score) / sum;
  },
};

function ends(column: readonly number[]): [low: number, high: number] {
  return [Math.min(...column), Math.max(...column)];
}
