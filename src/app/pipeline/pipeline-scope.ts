import { z } from 'zod';
import { financialYearDays, financialYearOf } from '../../domain/market/financial-year.ts';
import { mergeEntries, type PipelineNeed } from '../../domain/pipeline/merge-entries.ts';
import { placeGap } from '../../domain/pipeline/sum-needs.ts';
import { pipelineSources } from '../../domain/pipeline/pipeline-entry.ts';
import { digitalSegmentIds, segmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { readPipelineEntries, type EntryRecords } from './read-entries.ts';

/** What narrows the pipeline. */
export const pipelineFilter = z.strictObject({
  segment: z
    .array(z.enum(segmentIds))
    .default([])
    .describe('Market segments; all digital ones unless named.'),
  buyer: z.string().max(100).optional().describe('Id of one buyer.'),
  source: z
    .array(z.enum(pipelineSources))
    .default([])
    .describe('Only needs whose firmest source is one of these; all unless named.'),
  year: z.coerce
    .number()
    .int()
    .min(1990)
    .max(2199)
    .optional()
    .describe('List only needs that start in the financial year that begins in this year: 2027 is 2027-28.'),
  years: z.coerce
    .number()
    .int()
    .min(3)
    .max(5)
    .default(5)
    .describe('Financial years looked ahead, this one included: 3 to 5.'),
});
export type PipelineFilter = z.output<typeof pipelineFilter>;

/** The same as an answer states it. */
export const pipelineScopeView = z.object({
  segments: z.array(z.enum(segmentIds)),
  buyer: z.string().nullable(),
  sources: z.array(z.enum(pipelineSources)),
  year: z.number().int().nullable(),
  /** First and last financial year that are looked at. */
  from: z.number().int(),
  to: z.number().int(),
});
export type PipelineScopeView = z.output<typeof pipelineScopeView>;

/**
 * Reads the needs that a filter leaves, of all years. Entries are joined before anything is left out, so that a filter
 * never counts twice what another segment or source counts already.
 */
export async function readNeeds(
  context: Context,
  filter: PipelineFilter,
): Promise<{ view: PipelineScopeView; asOf: string; needs: PipelineNeed[]; records: EntryRecords }> {
  const register = await context.register();
  const asOf = londonDayOf(context.clock.now());
  const from = financialYearOf(asOf);
  const view: PipelineScopeView = {
    segments: filter.segment.length === 0 ? [...digitalSegmentIds] : filter.segment,
    buyer: filter.buyer ?? null,
    sources: filter.source,
    year: filter.year ?? null,
    from,
    to: from + filter.years - 1,
  };
  const read = [...new Set([...digitalSegmentIds, ...view.segments])];
  const { entries, records } = await readPipelineEntries(register.read, read, {
    from: asOf,
    to: financialYearDays(view.to).last,
  });
  return { view, asOf, needs: mergeEntries(entries).filter((need) => isAsked(need, view)), records };
}

/** Whether a list of a scope shows a need: it starts in the years (or the one asked for), or nobody says when. */
export function isListed(need: PipelineNeed, view: PipelineScopeView): boolean {
  const gap = placeGap(need, view);
  if (view.year === null) return gap === null || gap === 'no-start';
  return gap === null && need.startFrom !== null && financialYearOf(need.startFrom) === view.year;
}

function isAsked({ head }: PipelineNeed, view: PipelineScopeView): boolean {
  return (
    view.segments.some((segment) => segment === head.segment) &&
    (view.buyer === null || head.buyerId === view.buyer) &&
    (view.sources.length === 0 || view.sources.includes(head.source))
  );
}
