import { z } from 'zod';
import { spendKinds } from '../../domain/spend/column-role.ts';
import { publisherBases } from '../../domain/spend/publisher-name.ts';
import { leftOutReasons } from '../../domain/spend/spend-row.ts';

/** Whether VAT is in the amounts; files seldom say. */
export const vatBases = ['net', 'gross', 'unstated'] as const;

/** Rows that are no payments: reason → number. */
export const leftOutCounts = z.partialRecord(z.enum(leftOutReasons), z.number().int());

/** What identifies a file and how it was read. */
const fileFacts = {
  fileId: z.string(),
  name: z.string(),
  publisher: z.string(),
  publisherBasis: z.enum(publisherBases),
  series: z.string(),
  kind: z.enum(spendKinds),
  vatBasis: z.enum(vatBases),
  encoding: z.string(),
  /** Role of a column → its heading. */
  columns: z.record(z.string(), z.string()),
  firstMonth: z.string(),
  lastMonth: z.string(),
  /** Rows below the heading, and those that were stored as payments. */
  read: z.number().int(),
  stored: z.number().int(),
  leftOut: leftOutCounts,
  sumPence: z.number().int(),
  negative: z.number().int(),
  rounded: z.number().int(),
  undated: z.number().int(),
  notes: z.array(z.string()),
};

/** What reading one file came to. `held`: it was read in the same way before, and nothing was changed. */
export const spendFileResult = z.object({
  ...fileFacts,
  status: z.enum(['read', 'held']),
  withheld: z.number().int(),
  persons: z.number().int(),
  /** Months of earlier files that no longer count. */
  replaced: z.array(z.object({ name: z.string(), month: z.string() })),
});
export type SpendFileResult = z.output<typeof spendFileResult>;

/** One file as held. `state`: whether all, some or none of its months count. */
export const spendFileView = z.object({
  ...fileFacts,
  state: z.enum(['current', 'partly-superseded', 'superseded']),
  ingestedAt: z.string(),
});
export type SpendFileView = z.output<typeof spendFileView>;

/** A sum of payments of one kind and one VAT basis. */
export const spendTotal = z.object({
  kind: z.enum(spendKinds),
  vatBasis: z.enum(vatBases),
  publishers: z.number().int(),
  lines: z.number().int(),
  sumPence: z.number().int(),
  firstMonth: z.string(),
  lastMonth: z.string(),
});
