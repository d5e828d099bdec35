import { caseDocument, type CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { evidenceSentence } from '../../../domain/decisions/evidence/evidence-sentence.ts';
import { changeLog } from '../../../domain/decisions/record/change-log.ts';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import { documentHash } from '../../../domain/decisions/record/document-hash.ts';
import { londonDayOf } from '../../../lib/days.ts';
import type { Context } from '../../context.ts';
import type { StoredCase } from '../case-store.ts';
import { findApprovedRecord, getRecord, listRecords } from '../record/record-store.ts';
import { signingOf } from '../sign/signing-of.ts';
import type { PackChanges, PackRecord, PackSource } from './pack-matter.ts';
import { stageNames } from './pack-words.ts';

/**
 * What a pack is told of a case that is kept, beside its run: the record that froze this version, who signed it, what changed
 * since the version that was approved last, and what the register showed.
 *
 * @throws AppError `not-found` where the case belongs to another body
 */
export async function packSource(context: Context, stored: StoredCase): Promise<PackSource> {
  const { document } = stored;
  const [record, { state, signatures }, changes] = await Promise.all([
    recordOf(context, stored),
    signingOf(context, stored),
    changesSince(context, stored),
  ]);
  return {
    record,
    signatures: signatures
      .filter(({ signature }) => state.standing.includes(signature))
      .map(({ signature: { action, post, signedAt }, name }) => ({
        meaning: action,
        post,
        name: name ?? 'name erased',
        on: dayOf(signedAt),
      })),
    changes,
    evidence: evidenceOf(document),
  };
}

/** What the register showed, as a case keeps it, a sentence each. */
export function evidenceOf({ evidence }: Pick<CaseDocument, 'evidence'>): string[] {
  return evidence.map((figure) => `${evidenceSentence(figure)} Taken on ${dayOf(figure.at)}.`);
}

/** The newest record of the stage, where it froze what the case says now. */
async function recordOf(context: Context, { id, document }: StoredCase): Promise<PackRecord | null> {
  const newest = (await listRecords(context, id)).findLast(({ stage }) => stage === document.stage);
  if (newest === undefined) return null;
  const { record } = await getRecord(context, id, newest.number);
  if (record === null || record.documentHash !== documentHash(document)) return null;
  return { number: newest.number, hash: record.hash, on: dayOf(record.madeAt) };
}

async function changesSince(context: Context, { id, document }: StoredCase): Promise<PackChanges | null> {
  const approved = (await findApprovedRecord(context, id))?.record ?? null;
  const before = approved === null ? null : caseDocument.safeParse(approved.document);
  if (approved === null || before?.success !== true) return null;
  return { since: approvedText(approved), changes: changeLog(before.data, document) };
}

function approvedText({ number, madeAt, stage, revision }: DecisionRecord): string {
  const version = revision === null ? '' : `, version ${revision}`;
  return `record ${number ?? ''} of ${dayOf(madeAt)}: ${stageNames[stage]}${version}`;
}

function dayOf(instant: string): string {
  return londonDayOf(new Date(instant));
}
