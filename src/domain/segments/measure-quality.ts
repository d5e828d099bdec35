import type { Prediction } from './cross-validate.ts';
import { isRight } from './labelled-notice.ts';
import { isDigital, segmentIds, type SegmentId } from './segment.ts';

/** A bin of the calibration curve. */
export type CalibrationBin = {
  from: number;
  to: number;
  count: number;
  meanProbability: number;
  rightShare: number;
};

/** How good answers are. `null` where there is nothing to measure. */
export type Quality = {
  count: number;
  /** F1 of digital; an answer that the readers would also accept counts as right. */
  digitalF1: number | null;
  /** F1 of digital by the first label alone. */
  strictDigitalF1: number | null;
  /** Share of digital notices whose segment is right. */
  segmentAccuracy: number | null;
  /** Mean distance of probability and share of right answers, over ten bins of equal width, weighted by count. */
  calibrationError: number | null;
};

const binCount = 10;

/**
 * F1 of digital, accuracy of the segment among digital notices, and expected calibration error of answers.
 *
 * @example measureQuality(predictions).segmentAccuracy // 0.83
 */
export function measureQuality(predictions: readonly Prediction[]): Quality {
  const digital = predictions.filter(({ notice }) => isDigital(notice.segment));
  const total = predictions.length;
  return {
    count: total,
    digitalF1: digitalF1(predictions, true),
    strictDigitalF1: digitalF1(predictions, false),
    segmentAccuracy: shareOf(digital, rightly),
    calibrationError:
      total === 0
        ? null
        : calibrationBins(predictions).reduce(
            (sum, bin) => sum + (bin.count / total) * Math.abs(bin.meanProbability - bin.rightShare),
            0,
          ),
  };
}

function rightly({ answer, notice }: Prediction): boolean {
  return isRight(answer, notice);
}

function shareOf(predictions: readonly Prediction[], holds: (one: Prediction) => boolean): number | null {
  return predictions.length === 0 ? null : predictions.filter(holds).length / predictions.length;
}

/** Twice the hits over twice the hits, the false and the missed. */
function digitalF1(predictions: readonly Prediction[], isLenient: boolean): number | null {
  let [hits, wrong] = [0, 0];
  for (const { answer, notice } of predictions) {
    const also = notice.also ?? notice.segment;
    const isBorderline = isDigital(notice.segment) !== isDigital(also);
    const truth = isLenient && isBorderline ? isDigital(answer) : isDigital(notice.segment);
    if (truth && isDigital(answer)) hits += 1;
    else if (truth !== isDigital(answer)) wrong += 1;
  }
  return hits + wrong === 0 ? null : (2 * hits) / (2 * hits + wrong);
}

/**
 * Ten bins of equal width over the probability of the answer.
 *
 * @example calibrationBins(predictions)[9] // { from: 0.9, to: 1, count: 120, meanProbability: 0.97, rightShare: 0.96 }
 */
export function calibrationBins(predictions: readonly Prediction[]): CalibrationBin[] {
  return Array.from({ length: binCount }, (_, index) => {
    const inBin = predictions.filter(
      ({ probability }) => Math.min(binCount - 1, Math.floor(probability * binCount)) === index,
    );
    const count = inBin.length;
    const sum = inBin.reduce((total, { probability }) => total + probability, 0);
    return {
      from: index / binCount,
      to: (index + 1) / binCount,
      count,
      meanProbability: count === 0 ? 0 : sum / count,
      rightShare: shareOf(inBin, rightly) ?? 0,
    };
  });
}

/** How often notices of one segment were answered with another; `count` may be a mean over repeats. */
export type ConfusionCell = { label: SegmentId; answer: SegmentId; count: number };

/**
 * Counts of label and answer; an answer that the readers would also accept is counted as the label.
 *
 * @example confusionOf(predictions).find(({ label, answer }) => label === answer)
 */
export function confusionOf(predictions: readonly Prediction[]): ConfusionCell[] {
  return segmentIds.flatMap((label) => {
    const own = predictions.filter(({ notice }) => notice.segment === label);
    return segmentIds.flatMap((answer) => {
      const count = own.filter(
        (one) => (isRight(one.answer, one.notice) ? label : one.answer) === answer,
      ).length;
      return count === 0 ? [] : [{ label, answer, count }];
    });
  });
}
