import { z } from 'zod';
import { joinReasons, type PipelineNeed } from '../../domain/pipeline/merge-entries.ts';
import { pipelineGaps, pipelineSources, type PipelineEntry } from '../../domain/pipeline/pipeline-entry.ts';
import { purchaseConfidences, purchaseStages } from '../../domain/pipeline/planned-purchase.ts';
import { parseSegment, segmentIds } from '../../domain/segments/segment.ts';
import { listPlace } from '../contracts/views.ts';
import { coverageView } from '../market/views.ts';
import { pipelineScopeView } from './pipeline-scope.ts';

/** Needs of one financial year; values in pence without VAT, of the `valued` ones. */
export const pipelineYear = z.object({
  year: z.number().int(),
  needs: z.number().int(),
  valued: z.number().int(),
  lowPence: z.number().int(),
  highPence: z.number().int(),
});

/** Where an entry is to be found. */
const entryPlace = {
  source: z.enum(pipelineSources),
  title: z.string(),
  /** The process that it is published in. */
  ocid: z.string().nullable(),
  /** The contracts that end: of renewals, several where they were let together. */
  contractIds: z.array(z.string()),
};

/** One need. */
export const pipelineItem = z.object({
  key: z.string(),
  ...entryPlace,
  buyer: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  segment: z.enum(segmentIds).nullable(),
  lowPence: z.number().int().nullable(),
  highPence: z.number().int().nullable(),
  /** Which of its entries gave the value. */
  valueFrom: z.enum(pipelineSources).nullable(),
  /** Why there is no value to add up. */
  gap: z.enum(pipelineGaps).nullable(),
  startFrom: z.string().nullable(),
  startTo: z.string().nullable(),
  months: z.number().int().nullable(),
  /** Day on which the tender notice is expected. */
  noticeOn: z.string().nullable(),
  stage: z.enum(purchaseStages).nullable(),
  confidence: z.enum(purchaseConfidences).nullable(),
  /** Other signs of the same need, with why they were taken for it. */
  alsoAs: z.array(z.object({ ...entryPlace, reason: z.enum(joinReasons) })),
});
export type PipelineItem = z.output<typeof pipelineItem>;

/** What `pipeline.list` answers. */
export const pipelineAnswer = z.object({
  scope: pipelineScopeView,
  asOf: z.string(),
  years: z.array(pipelineYear),
  segments: z.array(z.object({ segment: z.enum(segmentIds), years: z.array(pipelineYear) })),
  /** Needs under the filter, and how many are in no sum for which reason. */
  coverage: coverageView,
  /** How many are listed: those of the years, and those of which nobody says when they start. */
  listed: z.number().int(),
  items: z.array(pipelineItem),
  ...listPlace.shape,
});
export type PipelineAnswer = z.output<typeof pipelineAnswer>;

/** A need as it is shown. */
export function presentNeed(need: PipelineNeed): PipelineItem {
  const { head } = need;
  return {
    key: head.key,
    ...placeOf(head),
    buyer: head.buyerName === null ? null : { id: head.buyerId, name: head.buyerName },
    segment: head.segment === null ? null : parseSegment(head.segment),
    lowPence: need.lowPence,
    highPence: need.highPence,
    valueFrom: need.valueFrom,
    gap: need.gap,
    startFrom: need.startFrom,
    startTo: need.startTo,
    months: head.months,
    noticeOn: need.noticeOn,
    stage: purchaseStages.find((stage) => stage === head.stage) ?? null,
    confidence: purchaseConfidences.find((confidence) => confidence === head.confidence) ?? null,
    alsoAs: need.alsoAs.map(({ entry, reason }) => ({ ...placeOf(entry), reason })),
  };
}

function placeOf(entry: PipelineEntry): Pick<PipelineItem, 'source' | 'title' | 'ocid' | 'contractIds'> {
  const { source, title, ocid, contractIds } = entry;
  return { source, title, ocid, contractIds: [...contractIds] };
}
