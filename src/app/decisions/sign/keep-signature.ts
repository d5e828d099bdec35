import {
  addName,
  addRecord,
  addSignature,
  findBodyName,
  findRecordText,
  holdCase,
  listSignatureRows,
} from '../../../db/queries/decision-records.ts';
import type { Executor } from '../../../db/register.ts';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import { nameDigest } from '../../../domain/decisions/record/seal-names.ts';
import { recordText } from '../../../domain/decisions/record/seal-record.ts';
import { signaturePart, typedName, type Signature } from '../../../domain/decisions/signing/signature.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { AppError } from '../../../lib/errors.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import type { Context } from '../../context.ts';
import type { StoredCase } from '../case-store.ts';
import { makeRecord, newSalt, type RunOfCase } from '../record/make-record.ts';
import type { SigningRequest } from './refuse-signing.ts';
import type { NamedSignature, Signing } from './signing-of.ts';

/** What is signed, on which case, and with which run where it decides. */
export type SigningMatter = {
  asked: SigningRequest;
  stored: StoredCase;
  signing: Signing;
  /** Null where nothing is decided yet. */
  run: RunOfCase | null;
};

/** A signature that was kept, with its record where it decided. */
export type KeptSignature = { number: number; signature: Signature; record: DecisionRecord | null };

/**
 * Keeps a signature, and the record of what it decides, in one transaction: either both are there or neither.
 *
 * @throws AppError `changed-meanwhile` where somebody saved or signed since the case was read
 */
export async function keepSignature(context: Context, matter: SigningMatter): Promise<KeptSignature> {
  const { asked, stored, signing } = matter;
  const open = { name: asked.name, salt: newSalt() };
  const digest = nameDigest(open);
  const signedAt = context.clock.now().toISOString();
  const { name: _, ...said } = asked;
  const signature = signaturePart.parse({
    ...said,
    stage: stored.document.stage,
    nameDigest: digest,
    authentication: typedName,
    revision: stored.revision,
    documentHash: signing.documentHash,
    signedAt,
  });
  const owner = { body_id: context.actor.bodyId, case_id: stored.id };
  const register = await context.register();
  return register.within(context.actor, async (transaction) => {
    const held = await holdCase(transaction, stored.id);
    if (held?.revision !== stored.revision || held.signatures !== signing.signatures.length)
      throw changedMeanwhile(stored.id);
    const number = held.signatures + 1;
    await addName(transaction, { ...owner, ...open, name_digest: digest });
    await addSignature(transaction, {
      ...owner,
      number,
      revision: stored.revision,
      document_hash: signing.documentHash,
      stage: signature.stage,
      action: signature.action,
      post: signature.post,
      name_digest: digest,
      content: canonicalJson(interchangeJson(signature)),
      signed_at: signedAt,
    });
    const named = { number, signature, ...open };
    const record = matter.run === null ? null : await keepRecord(context, transaction, matter, named);
    return { number, signature, record };
  });
}

async function keepRecord(
  context: Context,
  transaction: Executor,
  { stored, signing, run }: SigningMatter,
  last: NamedSignature,
): Promise<DecisionRecord | null> {
  if (run === null) return null;
  const before = await findRecordText(transaction, stored.id, null);
  const standing = signing.signatures.filter(({ signature }) => signing.state.standing.includes(signature));
  const waitsFor = signing.state.waitsFor.filter((post) => post !== last.signature.post);
  const record = makeRecord(context, run, {
    bodyName: (await findBodyName(transaction, context.actor.bodyId)) ?? context.actor.bodyId,
    number: (before?.number ?? 0) + 1,
    previous: before?.hash ?? null,
    outcome: outcomeOf(last.signature, waitsFor),
    waitsFor,
    revision: stored.revision,
    signatures: [...standing, last].map(({ signature }) => signature),
    names: namesOf([...standing, last]),
  });
  const owner = { body_id: context.actor.bodyId, case_id: stored.id };
  const kept = new Set((await listSignatureRows(transaction, stored.id)).map((row) => row.name_digest));
  for (const [name_digest, { name, salt }] of Object.entries(record.names))
    if (!kept.has(name_digest)) await addName(transaction, { ...owner, name_digest, name, salt });
  await addRecord(transaction, {
    ...owner,
    number: record.number ?? 1,
    signature_number: last.number,
    revision: stored.revision,
    stage: record.stage,
    outcome: record.outcome,
    hash: record.hash,
    previous_hash: record.previous,
    content: recordText({ ...record, names: {} }),
    made_at: record.madeAt,
  });
  return record;
}

function outcomeOf({ action }: Signature, waitsFor: readonly string[]): DecisionRecord['outcome'] {
  if (action === 'refused') return 'refused';
  return waitsFor.length === 0 ? 'approved' : 'approved-in-part';
}

function namesOf(signatures: readonly NamedSignature[]): DecisionRecord['names'] {
  return Object.fromEntries(
    signatures.flatMap(({ signature, name, salt }) =>
      name === null || salt === null ? [] : [[signature.nameDigest, { name, salt }] as const],
    ),
  );
}

function changedMeanwhile(id: string): AppError {
  return new AppError(
    'changed-meanwhile',
    `Somebody saved or signed the case "${id}" meanwhile. Nothing was signed: look at it again, then sign.`,
  );
}
