import { assessorAgreement } from '../../../maths/assessor-agreement.ts';
import { leafCriteria } from '../checks/check-appraisal.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

/**
 * How the points of a cell came about: agreed after talking; the mean of several assessors; what the only one gave; or nobody
 * scored it.
 */
export type ScoreBasis = 'moderated' | 'mean' | 'single' | 'none';

/** One option by one criterion. */
export type ScoreCell = {
  option: string;
  criterion: string;
  /** 0 to 100; null where nobody scored it and nothing was agreed. */
  points: number | null;
  basis: ScoreBasis;
  /** The least and the most that an assessor thought possible; null where nobody scored it. */
  given: { low: number; high: number } | null;
  /** Mean distance of two assessors, in points; null with fewer than two. */
  distance: number | null;
  /** Assessors who left it out. */
  notScoredBy: string[];
  /** Why the scores were brought together, or were not. */
  note: string | null;
};

/** Scores as they count, and how far assessors are apart. */
export type CompletedScores = {
  /** Option after option, each with every criterion. */
  cells: ScoreCell[];
  /** Cells that assessors differ on, the furthest apart first. */
  disputed: ScoreCell[];
  /** Mean distance over the cells that two or more scored, as a share of the scale: 0.1 is ten points. Null where none was. */
  disagreement: number | null;
};

type Score = CaseDocument['scores'][number];

/**
 * The score of every shortlisted option by every criterion: what was agreed in moderation, or else the mean of those who
 * scored, a range counting as its middle. Nobody’s score is made up: what is missing stays missing and is named.
 *
 * @example completeScores(document).cells[0] // { option: 'bau', criterion: 'fit', points: 20, basis: 'single', … }
 */
export function completeScores(document: CaseDocument): CompletedScores {
  const scored = Map.groupBy(document.scores, ({ option, criterion }) => cellKey(option, criterion));
  const agreed = new Map(
    document.moderation.map((one) => [cellKey(one.option, one.criterion), one] as const),
  );
  const assessors = document.assessors.map(({ id }) => id);
  const cells = document.options
    .filter(({ shortlisted }) => shortlisted)
    .flatMap(({ id: option }) =>
      leafCriteria(document).map(({ id: criterion }): ScoreCell => {
        const scores = scored.get(cellKey(option, criterion)) ?? [];
        const moderation = agreed.get(cellKey(option, criterion));
        const middles = scores.map(middleOf);
        const mean =
          middles.length === 0 ? null : middles.reduce((sum, one) => sum + one, 0) / middles.length;
        return {
          option,
          criterion,
          points: moderation?.score ?? mean,
          basis: moderation === undefined ? basisOf(scores.length) : 'moderated',
          given: rangeOf(scores),
          distance: distanceOf(middles),
          notScoredBy: assessors.filter((id) => !scores.some(({ assessor }) => assessor === id)),
          note: moderation?.note ?? null,
        };
      }),
    );
  const distances = cells.flatMap(({ distance }) => distance ?? []);
  return {
    cells,
    disputed: cells
      .filter(({ distance }) => distance !== null && distance > 0)
      .toSorted((one, other) => (other.distance ?? 0) - (one.distance ?? 0)),
    disagreement:
      distances.length === 0 ? null : distances.reduce((sum, one) => sum + one, 0) / distances.length / 100,
  };
}

/**
 * What an assessor’s score counts: itself, or the middle of a range.
 *
 * @example middleOf({ assessor: 'one', option: 'saas', criterion: 'fit', score: { low: 40, high: 60 } }) // 50
 */
export function middleOf({ score }: Score): number {
  return typeof score === 'number' ? score : (score.low + score.high) / 2;
}

/** A key for the pair. */
const cellKey = (option: string, criterion: string): string => `${option}\n${criterion}`;

function basisOf(count: number): ScoreBasis {
  if (count === 0) return 'none';
  return count === 1 ? 'single' : 'mean';
}

function rangeOf(scores: readonly Score[]): ScoreCell['given'] {
  if (scores.length === 0) return null;
  return {
    low: Math.min(...scores.map(({ score }) => (typeof score === 'number' ? score : score.low))),
    high: Math.max(...scores.map(({ score }) => (typeof score === 'number' ? score : score.high))),
  };
}

function distanceOf(middles: readonly number[]): number | null {
  if (middles.length < 2) return null;
  return assessorAgreement(middles.map((one) => [[one]])).cells[0]?.distance ?? null;
}
