import type { SegmentRow } from '../../db/queries/segments.ts';
import { describeReason } from '../../domain/segments/describe-reason.ts';
import { segmentView, type SegmentView } from './views.ts';

/**
 * The stored segment of a process as shown; null where it has not been classified yet.
 *
 * @example presentSegment(await getSegment(register.read, ocid))?.model.because
 */
export function presentSegment(row: SegmentRow | null): SegmentView | null {
  if (row === null || row.segment === null) return null;
  const answer = segmentView.shape.model.shape.segment.parse(row.model_segment);
  return segmentView.parse({
    segment: row.segment,
    basis: row.segment_basis,
    model: {
      segment: answer,
      probability: row.segment_probability,
      second: row.segment_second,
      because: (row.segment_because ?? []).map((reason) => describeReason(reason, answer)),
    },
    override: row.reason === null ? null : { reason: row.reason, madeBy: row.made_by, madeAt: row.made_at },
  });
}

/**
 * The segment in one or two lines of text.
 *
 * @example segmentText(view) // 'sector-systems (model, 92 %), because CPV 48814 medical information systems; …'
 */
export function segmentText(view: SegmentView | null): string | null {
  if (view === null) return null;
  const { segment, model, override } = view;
  const of = `${model.segment}, ${Math.round(model.probability * 100)} %, because ${model.because.join('; ') || 'nothing known stands in the notice'}`;
  return override === null
    ? `${of}; else ${model.second}`
    : `${segment} (chosen by ${override.madeBy} on ${override.madeAt.slice(0, 10)}: ${override.reason}). The model says ${of}`;
}
