import { describe, expect, it } from 'vitest';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import type { Signature, SigningAction } from './signature.ts';
import { signingState, type SigningState } from './signing-state.ts';

const now = 'a'.repeat(64);
const before = 'b'.repeat(64);
const approvals = ['Committee', 'Sponsor'].map((approver) => ({
  stage: 'outline',
  approver,
  status: 'asked',
}));
const document = caseWith({ stage: 'outline', approvals });

function signed(action: SigningAction, parts: Partial<Signature> = {}): Signature {
  return {
    action,
    stage: 'outline',
    post: 'Somebody',
    nameDigest: '0'.repeat(64),
    authentication: 'name typed, not authenticated',
    reasons: 'Because it had to be done.',
    considered: true,
    conditions: [],
    releases: null,
    returns: null,
    revision: 7,
    documentHash: now,
    signedAt: '2026-11-01T12:00:00.000Z',
    ...parts,
  };
}

function stateOf(signatures: Signature[], causes: string[] = [], isVerified = true): SigningState {
  return signingState({ document, documentHash: now, signatures, causes, isVerified });
}

describe('sign-off', () => {
  it('goes from submitted to verified to approved by everybody', () => {
    expect(stateOf([])).toMatchObject({ step: 'to-submit', open: ['submitted'], waitsFor: ['Committee', 'Sponsor'] });
    expect(stateOf([signed('submitted')])).toMatchObject({ step: 'to-verify', open: ['verified', 'returned'] });
    const verified = [signed('submitted'), signed('verified')];
    expect(stateOf(verified)).toMatchObject({ step: 'to-approve', open: ['approved', 'refused'] });
    const half = [...verified, signed('approved', { post: 'committee ' })];
    expect(stateOf(half)).toMatchObject({ step: 'to-approve', waitsFor: ['Sponsor'] });
    expect(stateOf([...half, signed('approved', { post: 'Sponsor' })])).toMatchObject({ step: 'approved', open: [] });
  });

  it('is closed while something is to settle, and goes without a verifier where the path asks for none', () => {
    expect(stateOf([], ['Nobody has scored.'])).toMatchObject({ step: 'not-ready', open: [] });
    expect(stateOf([signed('submitted')], [], false).step).toBe('to-approve');
  });

  it('voids what was signed before the case changed, and says for which version it was', () => {
    const state = stateOf([signed('submitted', { documentHash: before }), signed('verified', { documentHash: before })]);
    expect(state.step).toBe('to-submit');
    expect(state.standing).toEqual([]);
    expect(state.void.map(({ because }) => because)).toEqual([
      'It was given for revision 7, and the case has changed since.',
      'It was given for revision 7, and the case has changed since.',
    ]);
  });

  it('begins anew after the verifier sent the case back, and stops where it was refused', () => {
    const returned = [signed('submitted'), signed('returned')];
    expect(stateOf(returned)).toMatchObject({ step: 'to-submit' });
    expect(stateOf(returned).void[0]?.because).toBe('The verifier sent the case back after it.');
    expect(stateOf([...returned, signed('submitted')]).step).toBe('to-verify');
    expect(stateOf([signed('submitted'), signed('verified'), signed('refused')])).toMatchObject({ step: 'refused', open: [] });
  });

  it('leaves signatures of an earlier stage where they are', () => {
    const state = stateOf([signed('approved', { stage: 'strategic-outline', documentHash: before })]);
    expect(state).toMatchObject({ step: 'to-submit', standing: [], void: [] });
  });
}); // prettier-ignore
