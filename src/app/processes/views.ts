import { z } from 'zod';
import { contractItem, timelineEntry } from '../contracts/views.ts';

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
  timeline: z.array(timelineEntry),
  contracts: z.array(contractItem),
  compiled: z.record(z.string(), z.unknown()),
  versioned: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
  releases: z.array(releaseView),
});
export type ProcessDetail = z.output<typeof processDetail>;
