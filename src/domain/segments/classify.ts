import type { ProcessFacts } from '../notices/process-facts.ts';
import { becauseOf, type Reason } from './because-of.ts';
import { featuresOf, type Feature } from './features-of.ts';
import { digitalSegmentIds, type SegmentId } from './segment.ts';
import type { Calibration, SegmentModel } from './segment-model.ts';

/** What the model says of a process. */
export type Classification = {
  segment: SegmentId;
  /** Of `segment`, 0 to 1: of answers given with 0.7, about seven in ten are right. */
  probability: number;
  /** The next best. */
  second: SegmentId;
  /** The five things that decided. */
  because: Reason[];
};

/** Scores before calibration: of being digital, and of each digital segment. */
export type Scores = { digital: number; segments: readonly number[] };

/**
 * The market segment of a process: first whether technology is bought (likelier than not), then which of the digital
 * segments fits best. Method and measured quality: docs/methods/segments.md.
 *
 * @returns always an answer; a notice that says nothing known gets a low probability
 * @example classify(facts, model) // { segment: 'sector-systems', probability: 0.91, second: 'back-office-systems', because: [...] }
 */
export function classify(facts: ProcessFacts, model: SegmentModel): Classification {
  const features = featuresOf(facts, model);
  const probabilities = probabilitiesOf(scoresOf(features, model), model.calibration);
  const answer = decide(probabilities, model.calibration);
  return {
    ...answer,
    because: becauseOf(features, model.weights, answer),
  };
}

/**
 * The sums of the weights of what was found.
 *
 * @example scoresOf(features, model).digital // 3.2
 */
export function scoresOf(
  features: readonly Pick<Feature, 'key' | 'value'>[],
  model: Pick<SegmentModel, 'weights' | 'bias'>,
): Scores {
  const sums = [...model.bias];
  for (const { key, value } of features) {
    const weights = model.weights.get(key);
    if (weights === undefined) continue;
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = (sums[index] ?? 0) + value * (weights[index] ?? 0);
  }
  const [digital = 0, ...segments] = sums;
  return { digital, segments };
}

/**
 * The probability of every segment; together 1.
 *
 * @example probabilitiesOf(scores, model.calibration).get('not-digital') // 0.04
 */
export function probabilitiesOf(scores: Scores, calibration: Calibration): Map<SegmentId, number> {
  const { digitalSlope, digitalShift, segmentSlope } = calibration;
  const digital = 1 / (1 + Math.exp(-(digitalSlope * scores.digital + digitalShift)));
  const highest = Math.max(...scores.segments);
  const shares = scores.segments.map((score) => Math.exp(segmentSlope * (score - highest)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return new Map<SegmentId, number>([
    ...digitalSegmentIds.map((id, index) => [id, (digital * (shares[index] ?? 0)) / total] as const),
    ['not-digital', 1 - digital],
  ]);
}

/** An answer, before its reasons. */
export type Answer = Omit<Classification, 'because'>;

/**
 * The answer: `not-digital` where that is likelier than not, else the likeliest digital segment; how likely it is right;
 * and the next best.
 *
 * @example decide(new Map([['cloud-hosting', 0.4], ['cyber-security', 0.2], ['not-digital', 0.4]]), calibration).segment // 'cloud-hosting'
 */
export function decide(probabilities: ReadonlyMap<SegmentId, number>, calibration: Calibration): Answer {
  const none = probabilities.get('not-digital') ?? 0;
  const ranked = [...probabilities].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  const digital = ranked.find((id) => id !== 'not-digital') ?? 'not-digital';
  const segment = none > 0.5 ? 'not-digital' : digital;
  const { answerSlope, answerShift } = calibration;
  const odds = answerSlope * logOdds(probabilities.get(segment) ?? 0) + answerShift;
  return {
    segment,
    probability: 1 / (1 + Math.exp(-odds)),
    second: ranked.find((id) => id !== segment) ?? 'not-digital',
  };
}

/**
 * Log odds of a probability, within ±12.
 *
 * @example logOdds(0.5) // 0
 */
export function logOdds(probability: number): number {
  const kept = Math.min(1 - 6e-6, Math.max(6e-6, probability));
  return Math.log(kept / (1 - kept));
}
