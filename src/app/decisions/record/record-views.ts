import { z } from 'zod';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { recordOutcomes } from '../../../domain/decisions/record/decision-record.ts';
import { markedFileName } from '../../../domain/decisions/marked-file-name.ts';
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
 * Name of a record’s file.
 *
 * @param marking that of the record, or of the case where the record can’t be read
 * @example recordFileName({ case: 'permits', number: 1, marking }) // 'OFFICIAL-SENSITIVE-COMMERCIAL-permits-record-1.json'
 */
export function recordFileName({
  case: id,
  number,
  marking,
}: {
  case: string;
  number: number | null;
  marking: CaseDocument['marking'];
}): string {
  return markedFileName(marking, [id, 'record', ...(number === null ? [] : [number])], 'json');
}
