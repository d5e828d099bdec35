/** Quality over the repeats of cross-validation. */
import { decide, probabilitiesOf, scoresOf } from '../../src/domain/segments/classify.ts';
import type { Prediction } from '../../src/domain/segments/cross-validate.ts';
import type { Weights } from '../../src/domain/segments/fit-weights.ts';
import { isRight, type LabelledNotice } from '../../src/domain/segments/labelled-notice.ts';
import {
  calibrationBins,
  confusionOf,
  measureQuality,
  type Quality,
} from '../../src/domain/segments/measure-quality.ts';
import { segmentIds, type SegmentId } from '../../src/domain/segments/segment.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';

/** Names of the measures. */
export const measures = ['digitalF1', 'strictDigitalF1', 'segmentAccuracy', 'calibrationError'] as const;
export type Measure = (typeof measures)[number];

/** A measure over the repeats: its mean, and the interval that resampling the notices gives. */
export type Figure = { mean: number; low: number; high: number };

/** What the quality page and the method page show. */
export type QualitySummary = {
  measures: Record<Measure, Figure>;
  /** The same without any label: the lexicon alone. */
  authoredOnly: Record<Measure, number>;
  bySegment: { segment: SegmentId; count: number; accuracy: number }[];
  confusion: { label: SegmentId; answer: SegmentId; count: number }[];
  calibration: { from: number; to: number; count: number; meanProbability: number; rightShare: number }[];
};

/** Means over repeats; counts are notices per repeat. */
export function summarise(rounds: readonly Prediction[][], authored: Quality): QualitySummary {
  const all = rounds.flat();
  const per = rounds.length;
  return {
    measures: byMeasure((name) => figureOf(rounds, name)),
    authoredOnly: byMeasure((name) => round(authored[name] ?? 0)),
    bySegment: segmentIds.flatMap((segment) => {
      const own = all.filter(({ notice }) => notice.segment === segment);
      if (own.length === 0) return [];
      const right = own.filter(({ answer, notice }) => isRight(answer, notice)).length;
      return [{ segment, count: own.length / per, accuracy: round(right / own.length) }];
    }),
    confusion: confusionOf(all).map((cell) => ({ ...cell, count: round(cell.count / per) })),
    calibration: calibrationBins(all)
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, meanProbability, rightShare }) => ({
        from: round(from),
        to: round(to),
        count: round(count / per),
        meanProbability: round(meanProbability),
        rightShare: round(rightShare),
      })),
  };
}

function figureOf(rounds: readonly Prediction[][], name: Measure): Figure {
  const values = rounds.map((predictions) => measureQuality(predictions)[name] ?? 0);
  const interval = bootstrapInterval(rounds, (predictions) => measureQuality(predictions)[name] ?? 0);
  return {
    mean: round(values.reduce((sum, value) => sum + value, 0) / values.length),
    low: round(interval.low),
    high: round(interval.high),
  };
}

function byMeasure<Value>(valueOf: (name: Measure) => Value): Record<Measure, Value> {
  return {
    digitalF1: valueOf('digitalF1'),
    strictDigitalF1: valueOf('strictDigitalF1'),
    segmentAccuracy: valueOf('segmentAccuracy'),
    calibrationError: valueOf('calibrationError'),
  };
}

/** How good the lexicon is by itself, without a single label. */
export function authoredOnly(notices: readonly LabelledNotice[], authored: Weights): Quality {
  const plain = { digitalSlope: 1, digitalShift: 0, segmentSlope: 1, answerSlope: 1, answerShift: 0 };
  return measureQuality(
    notices.map((notice) => {
      const probabilities = probabilitiesOf(scoresOf(notice.features, authored), plain);
      const { segment, second, probability } = decide(probabilities, plain);
      return { notice, answer: segment, second, probability };
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
