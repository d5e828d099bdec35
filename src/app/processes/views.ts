import { z } from 'zod';
import { contractItem, timelineEntry } from '../contracts/views.ts';
import { segmentView } from '../segments/views.ts';
import { publishedAlso } from './portal-views.ts';
import { processReview } from '../indicators/views.ts';

/** One release as held, without personal contact data. */
export const releaseView = z.object({
  releaseId: z.string(),
  contentHash: z.string(),
  publishedAt: z.string().nullable(),
  receivedAt: z.string(),
  origin: z.string(),
  release: z.record(z.string(), z.unknown()),
});

/** One process: its facts, records and releases. */
export const processDetail = z.object({
  ocid: z.string(),
  title: z.string(),
  publisher: z.string(),
  regime: z.string(),
  stage: z.string(),
  /** Its market segment and how that came about; null where it has not been classified yet. */
  classification: segmentView.nullable(),
  /** Where else it was published; null where it was published once. */
  publishedAlso: publishedAlso.nullable(),
  timeline: z.array(timelineEntry),
  contracts: z.array(contractItem),
  review: processReview,
  compiled: z.record(z.string(), z.unknown()),
  versioned: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
  releases: z.array(releaseView),
});
export type ProcessDetail = z.output<typeof processDetail>;
