import { z } from 'zod';
import { caseStages } from '../../../domain/decisions/case-parts/governance.ts';
import { postsFor } from '../../../domain/decisions/signing/check-duties.ts';
import { signingActions, typedName } from '../../../domain/decisions/signing/signature.ts';
import type { StoredCase } from '../case-store.ts';
import type { Signing } from './signing-of.ts';

/** A signature as operations answer it. */
const signatureView = z.object({
  number: z.number().int(),
  action: z.enum(signingActions),
  stage: z.enum(caseStages),
  post: z.string(),
  name: z.string().nullable().describe('Null where it was erased.'),
  authentication: z.literal(typedName),
  reasons: z.string(),
  conditions: z.array(z.string()),
  releases: z.string().nullable(),
  returns: z.string().nullable(),
  revision: z.number().int(),
  signedAt: z.string(),
  holds: z.boolean(),
  because: z.string().nullable().describe('Why it no longer holds.'),
});

/** The sign-off of a case as operations answer it. */
export const signingView = z.object({
  case: z.string(),
  revision: z.number().int(),
  stage: z.enum(caseStages),
  step: z.enum(['not-ready', 'to-submit', 'to-verify', 'to-approve', 'approved', 'refused']),
  /** What can be signed now, and by which posts. */
  open: z.array(z.object({ action: z.enum(signingActions), posts: z.array(z.string()) })),
  causes: z.array(z.string()),
  waitsFor: z.array(z.string()),
  isVerified: z.boolean().describe('Whether the path of the case asks for a verifier.'),
  signatures: z.array(signatureView),
});

/** The sign-off of a case as operations answer it. */
export type SigningView = z.output<typeof signingView>;

/**
 * The sign-off of a case, with every signature of its present stage and of those before.
 *
 * @example presentSigning(stored, signing).step // 'to-verify'
 */
export function presentSigning({ id, revision, document }: StoredCase, signing: Signing): SigningView {
  const { state, signatures } = signing;
  return {
    case: id,
    revision,
    stage: document.stage,
    step: state.step,
    open: state.open.map((action) => ({
      action,
      posts: action === 'approved' || action === 'refused' ? state.waitsFor : postsFor(action, document),
    })),
    causes: [...state.causes],
    waitsFor: state.waitsFor,
    isVerified: signing.isVerified,
    signatures: signatures.map(({ number, signature, name }) => {
      const voided = state.void.find((one) => one.signature === signature);
      const { documentHash: _, nameDigest: __, considered: ___, ...told } = signature;
      return {
        ...told,
        number,
        name,
        // A signature for an earlier stage stands with that stage’s record.
        holds: voided === undefined,
        because: voided?.because ?? null,
      };
    }),
  };
}
