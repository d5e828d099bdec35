import { listSignatureRows, type SignatureRow } from '../../../db/queries/decision-records.ts';
import { documentHash } from '../../../domain/decisions/record/document-hash.ts';
import { caseReadiness } from '../../../domain/decisions/readiness.ts';
import { signaturePart, type Signature } from '../../../domain/decisions/signing/signature.ts';
import { signingState, type SigningState } from '../../../domain/decisions/signing/signing-state.ts';
import { answersOfCase, triageFactsOf } from '../../../domain/decisions/triage-case.ts';
import { triageCase } from '../../../domain/decisions/triage.ts';
import type { Context } from '../../context.ts';
import { listRevisions, type StoredCase } from '../case-store.ts';

/** A signature with its number in the case and the name behind it; null where that was erased. */
export type NamedSignature = {
  number: number;
  signature: Signature;
  name: string | null;
  salt: string | null;
};

/** The sign-off of a case: its state, every signature with its name, and who has written it. */
export type Signing = {
  state: SigningState;
  signatures: NamedSignature[];
  /** Names under which the case was saved; whoever uses this installation without a name isn’t among them. */
  writers: string[];
  documentHash: string;
  /** Whether the path of the case asks for a verifier; a light case has no model to verify. */
  isVerified: boolean;
};

/** The sign-off of a case’s present stage. */
export async function signingOf(context: Context, stored: StoredCase): Promise<Signing> {
  const register = await context.register();
  const rows = await register.within(context.actor, async (transaction) =>
    listSignatureRows(transaction, stored.id),
  );
  const revisions = await listRevisions(context, stored.id);
  const signatures = rows.map(readRow);
  const { causes, isVerified } = readinessOf(context, stored);
  const hash = documentHash(stored.document);
  return {
    state: signingState({
      document: stored.document,
      documentHash: hash,
      signatures: signatures.map(({ signature }) => signature),
      causes,
      isVerified,
    }),
    signatures,
    writers: [...new Set(revisions.map((row) => row.saved_by))].filter(
      (name) => name !== context.actor.personId,
    ),
    documentHash: hash,
    isVerified,
  };
}

function readRow({ number, content, name, salt }: SignatureRow): NamedSignature {
  return { number, signature: signaturePart.parse(JSON.parse(content)), name, salt };
}

/** Why a case isn’t ready for approval, and whether its path asks for a verifier. */
function readinessOf(
  { reference }: Context,
  { document, problems }: StoredCase,
): { causes: string[]; isVerified: boolean } {
  const { triage, interestTest, approvals } = reference.decisions;
  const rules = { triage, interestTest, approvals, models: reference.deliveryModels };
  const { asks } = triageCase(answersOfCase(document).answers, triageFactsOf(document), rules);
  const { causes } = caseReadiness(document, { asks, problems, interestTest });
  return { causes, isVerified: asks.includes('scores') };
}
