import {
  findRecordText,
  listNames,
  listRecordRows,
  type NameRow,
  type RecordRow,
  type RecordTextRow,
} from '../../../db/queries/decision-records.ts';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import { checkRecord } from '../../../domain/decisions/record/check-record.ts';
import { checkChain, type ChainFault } from '../../../domain/decisions/record/check-chain.ts';
import { recordText } from '../../../domain/decisions/record/seal-record.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../context.ts';

/** A record that is kept: the text of its file with the names that weren’t erased, and what it holds where it can be read. */
export type StoredRecord = { number: number; text: string; record: DecisionRecord | null };

/**
 * A record of a case, the newest unless one is named.
 *
 * @throws AppError `not-found`, also where the case belongs to another body
 */
export async function getRecord(context: Context, id: string, number?: number): Promise<StoredRecord> {
  const register = await context.register();
  const found = await register.within(context.actor, async (transaction) => ({
    row: await findRecordText(transaction, id, number ?? null),
    names: await listNames(transaction, id),
  }));
  if (found.row === null)
    throw new AppError(
      'not-found',
      number === undefined
        ? `The case "${id}" has no record: one is made when somebody approves or refuses it.`
        : `The case "${id}" has no record ${number}. "sourcing decisions records ${id}" lists them.`,
    );
  return presentRow(found.row, found.names);
}

/** Records of a case in order, without their texts. */
export async function listRecords(context: Context, id: string): Promise<RecordRow[]> {
  const register = await context.register();
  return register.within(context.actor, async (transaction) => listRecordRows(transaction, id));
}

/** The record of the last stage that was approved by everybody who had to; null where there is none. */
export async function findApprovedRecord(context: Context, id: string): Promise<StoredRecord | null> {
  const approved = (await listRecords(context, id)).findLast(({ outcome }) => outcome === 'approved');
  return approved === undefined ? null : getRecord(context, id, approved.number);
}

/** What is wrong with the chain of a case, up to a record; every link is looked at. */
export async function chainFaults(context: Context, id: string, upTo: number): Promise<ChainFault[]> {
  const rows = (await listRecords(context, id)).filter(({ number }) => number <= upTo);
  return checkChain(
    rows.map(({ number, hash, previous_hash: previous }) => ({
      case: id,
      body: { id: context.actor.bodyId, name: '' },
      number,
      hash,
      previous,
    })),
  );
}

function presentRow({ number, content }: RecordTextRow, names: readonly NameRow[]): StoredRecord {
  const { record: bare } = checkRecord(content);
  // What can't be read any more is shown as it lies there; only names are put into what can.
  if (bare === null) return { number, text: content, record: null };
  const digests = new Set(digestsIn(content));
  const open = Object.fromEntries(
    names
      .filter(({ name_digest: digest }) => digests.has(digest))
      .map(({ name_digest: digest, name, salt }) => [digest, { name, salt }]),
  );
  const record = { ...bare, names: open };
  return { number, text: recordText(record), record };
}

/** Every digest that the text of a record has. */
function digestsIn(text: string): string[] {
  return text.match(/[0-9a-f]{64}/gu) ?? [];
}
