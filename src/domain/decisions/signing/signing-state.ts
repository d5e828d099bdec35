import type { CaseDocument } from '../case-parts/case-document.ts';
import { approversOf } from './check-duties.ts';
import { foldWords } from './fold-words.ts';
import type { Signature, SigningAction } from './signature.ts';

/** Where the sign-off of a stage stands. */
export type SigningStep = 'not-ready' | 'to-submit' | 'to-verify' | 'to-approve' | 'approved' | 'refused';

/** A signature that no longer holds, and why. */
export type VoidSignature = { signature: Signature; because: string };

/** The sign-off of the present stage of a case. */
export type SigningState = {
  step: SigningStep;
  /** What can be signed now. */
  open: SigningAction[];
  /** Signatures that hold for the present content, in order. */
  standing: Signature[];
  void: VoidSignature[];
  /** Posts whose approval of this stage is still to come. */
  waitsFor: string[];
  /** Why it isn’t ready for approval. */
  causes: readonly string[];
};

/** What the sign-off goes by. */
export type SigningFacts = {
  document: CaseDocument;
  documentHash: string;
  /** All signatures of the case, in order. */
  signatures: readonly Signature[];
  /** Why it isn’t ready for approval; nothing where it is. */
  causes: readonly string[];
  /** A light case has no model to verify. */
  isVerified: boolean;
};

/**
 * Where the sign-off of a case’s stage stands, and what can be signed next. A signature holds for the content that it was given
 * for: a change of the case after it voids it.
 *
 * @example signingState(facts).step // 'to-verify'
 */
export function signingState(facts: SigningFacts): SigningState {
  const own = facts.signatures.filter(({ stage }) => stage === facts.document.stage);
  const returned = own.findLastIndex(({ action }) => action === 'returned');
  const standing = own.filter((one, at) => one.documentHash === facts.documentHash && at >= returned);
  const waitsFor = approversOf(facts.document.approvals, facts.document.stage).filter(
    (post) => !standing.some((one) => one.action === 'approved' && foldWords(one.post) === foldWords(post)),
  );
  const step = stepOf(standing, waitsFor, facts);
  return {
    step,
    open: [...openIn[step]],
    standing,
    void: own
      .filter((one) => !standing.includes(one))
      .map((signature) => ({ signature, because: voidBecause(signature, facts) })),
    waitsFor,
    causes: facts.causes,
  };
}

function stepOf(
  standing: readonly Signature[],
  waitsFor: readonly string[],
  { causes, isVerified }: SigningFacts,
): SigningStep {
  const has = (action: SigningAction): boolean => standing.some((one) => one.action === action);
  if (has('refused')) return 'refused';
  if (has('approved') && waitsFor.length === 0) return 'approved';
  if (causes.length > 0) return 'not-ready';
  if (!has('submitted')) return 'to-submit';
  return isVerified && !has('verified') ? 'to-verify' : 'to-approve';
}

const openIn: Readonly<Record<SigningStep, readonly SigningAction[]>> = {
  'not-ready': [],
  'to-submit': ['submitted'],
  'to-verify': ['verified', 'returned'],
  'to-approve': ['approved', 'refused'],
  approved: [],
  refused: [],
};

function voidBecause(signature: Signature, { documentHash }: SigningFacts): string {
  return signature.documentHash === documentHash
    ? 'The verifier sent the case back after it.'
    : `It was given for revision ${signature.revision}, and the case has changed since.`;
}
