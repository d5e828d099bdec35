import { z } from 'zod';
import { recordOutcomes } from '../../../domain/decisions/record/decision-record.ts';
import type { RecordRow } from '../../../db/queries/decision-records.ts';

/** A record as lists answer it. */
export const recordView = z.object({
  number: z.number().int(),
  stage: z.string(),
  outcome: z.enum(recordOutcomes),
  revision: z.number().int(),
  hash: z.string(),
  previous: z.string().nullable(),
  madeAt: z.string(),
});

/**
 * A row as lists answer it.
 *
 * @example presentRecordRow(row).outcome // 'approved'
 */
export function presentRecordRow({
  number,
  stage,
  outcome,
  revision,
  hash,
  previous_hash: previous,
  made_at: madeAt,
}: RecordRow): z.output<typeof recordView> {
  return recordView.parse({ number, stage, outcome, revision, hash, previous, madeAt });
}

/**
 * Name of a record’s file, with the marking of the case.
 *
 * @example recordFileName({ case: 'permits', number: 1, marking }) // 'permits-record-1-OFFICIAL-SENSITIVE-COMMERCIAL.json'
 */
export function recordFileName({
  case: id,
  number,
  marking,
}: {
  case: string;
  number: number | null;
  marking: { level: string; descriptor?: string | undefined };
}): string {
  const parts = [id, 'record', number, marking.level, marking.descriptor];
  return `${parts.filter((part) => part !== null && part !== undefined).join('-')}.json`;
}
