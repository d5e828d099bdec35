import type { Feature } from './features-of.ts';
import type { Example } from './fit-weights.ts';
import { digitalSegmentIds, type SegmentId } from './segment.ts';

/** A notice that people read and labelled. */
export type LabelledNotice = {
  ocid: string;
  segment: SegmentId;
  /** The segment that the readers would also call right. */
  also: SegmentId | null;
  confidence: 'high' | 'medium' | 'low';
  features: readonly Pick<Feature, 'key' | 'value'>[];
};

/** Share of the first label where there are two. */
const firstShare = 0.75;
const weights = { high: 1, medium: 0.8, low: 0.5 } as const;

/**
 * A labelled notice as the fit needs it: a second label gets a quarter, an unsure one counts less.
 *
 * @example exampleOf(notice).digital // 1
 */
export function exampleOf(notice: LabelledNotice): Example {
  const shares = new Map<SegmentId, number>([[notice.segment, notice.also === null ? 1 : firstShare]]);
  if (notice.also !== null) shares.set(notice.also, 1 - firstShare);
  const digital = 1 - (shares.get('not-digital') ?? 0);
  return {
    features: notice.features,
    digital,
    segments: digitalSegmentIds.map((id) => (digital === 0 ? 0 : (shares.get(id) ?? 0) / digital)),
    weight: weights[notice.confidence],
  };
}

/**
 * Whether an answer counts as right: the label, or the one that the readers would also accept.
 *
 * @example isRight('back-office-systems', { segment: 'sector-systems', also: 'back-office-systems' }) // true
 */
export function isRight(answer: SegmentId, label: Pick<LabelledNotice, 'segment' | 'also'>): boolean {
  return answer === label.segment || answer === label.also;
}
