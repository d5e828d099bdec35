import { seededRng, type Rng } from '../../lib/rng.ts';
import { decide, probabilitiesOf, scoresOf } from './classify.ts';
import { fitCalibration, type Held } from './fit-calibration.ts';
import { fitWeights, type Ridge, type Weights } from './fit-weights.ts';
import { exampleOf, type LabelledNotice } from './labelled-notice.ts';
import type { SegmentId } from './segment.ts';
import type { Calibration } from './segment-model.ts';

/** What a model that never saw a notice says of it. */
export type Prediction = {
  notice: LabelledNotice;
  answer: SegmentId;
  second: SegmentId;
  probability: number;
};

/** How a model is fitted. */
export type FitOptions = { authored: Weights; ridge: Ridge };

/** Folds within the training part, on which the calibration is fitted. */
const innerFolds = 5;
/** A class with fewer notices is dealt out with the others: it is scored, but can't be stratified. */
const leastStratified = 5;

/**
 * Weights and calibration from labelled notices. The calibration comes from scores of notices that were left out in turn,
 * because a model is too sure of what it was fitted to.
 *
 * @example fitModel(notices, options, seededRng(1)).calibration.digitalSlope
 */
export function fitModel(
  notices: readonly LabelledNotice[],
  options: FitOptions,
  rng: Rng,
): Weights & { calibration: Calibration } {
  const held = foldsOf(notices, innerFolds, rng).flatMap((fold): Held[] => {
    const rest = notices.filter((notice) => !fold.includes(notice));
    const fitted = fitWeights(rest.map(exampleOf), options.authored, options.ridge);
    return fold.map((notice) => ({ scores: scoresOf(notice.features, fitted), notice }));
  });
  return {
    ...fitWeights(notices.map(exampleOf), options.authored, options.ridge),
    calibration: fitCalibration(held),
  };
}

/**
 * One repeat of stratified cross-validation: every notice is answered once, by a model fitted and calibrated without it.
 *
 * @param seed decides the folds
 * @example crossValidate(notices, options, { folds: 5, seed: 1 }).length // as many as notices
 */
export function crossValidate(
  notices: readonly LabelledNotice[],
  options: FitOptions,
  { folds, seed }: { folds: number; seed: number },
): Prediction[] {
  const rng = seededRng(`segments ${seed}`);
  return foldsOf(notices, folds, rng).flatMap((fold) => {
    const rest = notices.filter((notice) => !fold.includes(notice));
    const { calibration, ...weights } = fitModel(rest, options, rng);
    return fold.map((notice) => {
      const probabilities = probabilitiesOf(scoresOf(notice.features, weights), calibration);
      const { segment, second, probability } = decide(probabilities, calibration);
      return { notice, answer: segment, second, probability };
    });
  });
}

/**
 * Folds in which each class of five or more notices is spread evenly; the notices of rarer classes are dealt out
 * together, so that every notice is in exactly one fold.
 *
 * @example foldsOf(notices, 5, seededRng(1)).map((fold) => fold.length) // [58, 58, 58, 58, 57]
 */
export function foldsOf(notices: readonly LabelledNotice[], count: number, rng: Rng): LabelledNotice[][] {
  const classes = Map.groupBy(notices, ({ segment }) => segment);
  const rare = [...classes.values()].filter((members) => members.length < leastStratified).flat();
  const strata = [...classes.values()].filter((members) => members.length >= leastStratified);
  const folds = Array.from({ length: count }, (): LabelledNotice[] => []);
  let next = 0;
  for (const stratum of [...strata, rare]) {
    for (const notice of shuffled(stratum, rng)) {
      folds[next % count]?.push(notice);
      next += 1;
    }
  }
  return folds;
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], rng: Rng): Item[] {
  const left = [...items];
  const out: Item[] = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(rng.next() * left.length), 1));
  return out;
}
