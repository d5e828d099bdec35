import { resolve } from 'node:path';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import { recordText } from '../../../domain/decisions/record/seal-record.ts';
import { writeFileAtomically } from '../../../lib/atomic-file.ts';
import { AppError } from '../../../lib/errors.ts';

/**
 * Writes a record to a file, whole or not at all.
 *
 * @throws AppError machine-resource where the file can't be written
 */
export async function writeRecordFile(path: string, record: DecisionRecord): Promise<void> {
  try {
    await writeFileAtomically(resolve(path), Buffer.from(recordText(record)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'machine-resource',
      `The record can’t be written to ${path}: ${reason}. Name a file in a folder that you may write to.`,
      { cause },
    );
  }
}
