/** Where an entry comes from, the firmest source first. */
export const pipelineSources = ['entered', 'UK3', 'UK2', 'UK1', 'renewal'] as const;
export type PipelineSource = (typeof pipelineSources)[number];

/** Why an entry has no value that may be added up. */
export const pipelineGaps = ['no-value', 'with-vat', 'other-currency', 'ceiling'] as const;
export type PipelineGap = (typeof pipelineGaps)[number];

/** One sign of a purchase to come, from one source. Days are `YYYY-MM-DD`, money is pence without VAT. */
export type PipelineEntry = {
  /** Unique over all sources: `entered:…`, `process:ocid` or `contract:…`. */
  key: string;
  source: PipelineSource;
  buyerId: string | null;
  buyerName: string | null;
  segment: string | null;
  title: string;
  /** Lowest and highest value where it may be added up: pounds, without VAT, no ceiling; else null, and `gap` says why. */
  lowPence: number | null;
  highPence: number | null;
  gap: PipelineGap | null;
  /** First and last day on which the contract may start; null where nothing says. */
  startFrom: string | null;
  startTo: string | null;
  months: number | null;
  /** Day on which the tender notice is expected. */
  noticeOn: string | null;
  /** The process that it is published in. */
  ocid: string | null;
  /** The contracts that come to their end; of renewals only. */
  contractIds: readonly string[];
  /** The contract that it follows, where somebody said so. */
  replacesContractId: string | null;
  /** Of entered purchases. */
  stage: string | null;
  confidence: string | null;
};

/**
 * How firm a source is: smaller is firmer.
 *
 * @example firmnessOf('UK3') < firmnessOf('renewal') // true
 */
export function firmnessOf(source: PipelineSource): number {
  return pipelineSources.indexOf(source);
}
