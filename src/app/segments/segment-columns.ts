import type { ProcessRow } from '../../db/queries/processes.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { classify } from '../../domain/segments/classify.ts';
import type { SegmentModel } from '../../domain/segments/segment-model.ts';

/** What is stored of the model's answer. */
export type SegmentColumns = Pick<
  ProcessRow,
  'model_segment' | 'segment_probability' | 'segment_second' | 'segment_because' | 'segment_model'
>;

/**
 * Classifies a process for storing.
 *
 * @example segmentColumns(facts, reference.segments).model_segment // 'cloud-hosting'
 */
export function segmentColumns(facts: ProcessFacts, model: SegmentModel): SegmentColumns {
  const { segment, probability, second, because } = classify(facts, model);
  return {
    model_segment: segment,
    segment_probability: Math.round(probability * 10_000) / 10_000,
    segment_second: second,
    segment_because: JSON.stringify(because),
    segment_model: model.version,
  };
}
