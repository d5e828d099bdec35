import { sql, type Selectable } from 'kysely';
import type { Register } from '../register.ts';
import type { CorrectionTable } from '../schema.ts';

/** What a reader reports about a page. */
export type NewCorrection = { page: string; message: string; replyTo: string | null; receivedAt: string };

/** Keeps a report. */
export async function insertCorrection(register: Register, correction: NewCorrection): Promise<number> {
  return register.write(async (transaction) => {
    const { rows } = await sql<{ correction_id: number }>`
      insert into correction (received_at, page, message, reply_to)
      values (${correction.receivedAt}::timestamptz, ${correction.page}, ${correction.message}, ${correction.replyTo})
      returning correction_id`.execute(transaction);
    return rows[0]?.correction_id ?? 0;
  });
}

/** A report as the operator reads it. */
export type CorrectionRow = Omit<Selectable<CorrectionTable>, 'answered_at' | 'answer'>;

/** Reports, newest first. */
export async function listCorrections(register: Register, limit: number): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select correction_id, received_at, page, message, reply_to from correction
    order by correction_id desc limit ${limit}`.execute(register.read);
  return rows;
}
