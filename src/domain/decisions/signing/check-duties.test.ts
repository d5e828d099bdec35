import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { dutyProblem, postsFor, type DutyFacts } from './check-duties.ts';
import type { Signature, SigningAction } from './signature.ts';

const approvals = [{ stage: 'strategic-outline', approver: 'Investment committee', status: 'asked' }];

function factsOf(parts: Record<string, unknown> = {}, others: Partial<DutyFacts> = {}): DutyFacts {
  return { document: caseWith({ approvals, ...parts }), signed: [], writers: [], ...others };
}

function signedBy(name: string | null, action: SigningAction): DutyFacts['signed'][number] {
  const signature: Signature = {
    action,
    stage: 'strategic-outline',
    post: 'A post',
    nameDigest: '0'.repeat(64),
    authentication: 'name typed, not authenticated',
    reasons: 'Because it had to be done.',
    considered: false,
    conditions: [],
    releases: null,
    returns: null,
    revision: 1,
    documentHash: '0'.repeat(64),
    signedAt: '2026-11-01T12:00:00.000Z',
  };
  return { signature, name };
}

const verifier = { action: 'verified' as const, post: 'Analyst of another team', name: 'Vera' };
const approver = { action: 'approved' as const, post: 'Investment committee', name: 'Cy' };

describe('nobody verifies or approves what they wrote or scored', () => {
  it('lets the verifier verify and the approver approve, whatever the case of letters', () => {
    expect(dutyProblem(verifier, factsOf())).toBeNull();
    expect(dutyProblem({ ...approver, post: ' INVESTMENT  Committee' }, factsOf())).toBeNull();
  });

  it('gives each act to the posts that the case names for it', () => {
    expect(dutyProblem({ ...verifier, post: 'Investment committee' }, factsOf())?.says).toBe(
      '“Investment committee” can’t sign this. It is for “Analyst of another team”.',
    );
    expect(dutyProblem(verifier, factsOf({ roles: [] }))?.says).toBe(
      'The case names no verifier. Add one under its roles.',
    );
    expect(dutyProblem({ ...approver, action: 'submitted' }, factsOf())?.says).toContain(
      '“Director of Permits”, “Commercial manager”',
    );
  });

  it.each([
    ['wrote the case', { roles: [...smallCase.roles, { role: 'author', post: 'analyst of  another TEAM' }] }],
    ['scored the options', { assessors: [{ id: 'one', post: 'Analyst of another team' }] }],
    ['locked the weights', { roles: [...smallCase.roles, { role: 'facilitator', post: 'Analyst of another team' }] }],
    [
      'recommended an option',
      { recommendation: { option: 'build', reasons: 'It fits the need best.', post: 'Analyst of another team', on: '2026-10-31' } },
    ],
  ])('refuses a verifier whose post %s', (did, parts) => {
    expect(dutyProblem(verifier, factsOf(parts))?.says).toMatch(new RegExp(`${did} and can’t verify it`, 'u'));
  });

  it('refuses a name that wrote, submitted or verified, however it is typed', () => {
    const wrote = factsOf({}, { writers: ['Zoë O’Neill'] });
    expect(dutyProblem({ ...verifier, name: 'zoe  oneill' }, wrote)).toEqual({
      field: 'name',
      says: 'Zoë O’Neill saved a version of the case and can’t verify it. Nobody verifies or approves what they wrote or scored.',
    });
    const submitted = factsOf({}, { signed: [signedBy('Cy', 'submitted')] });
    expect(dutyProblem(approver, submitted)?.says).toContain('Cy submitted the case and can’t approve it');
    const verified = factsOf({}, { signed: [signedBy('Cy', 'verified')] });
    expect(dutyProblem(approver, verified)?.says).toContain('Who verifies a case doesn’t approve it.');
    expect(dutyProblem({ ...verifier, name: 'Cy' }, verified)).toBeNull();
    expect(dutyProblem(approver, factsOf({}, { signed: [signedBy(null, 'verified')] }))).toBeNull();
  });

  it('holds a post to the name that the case has for it, and its name to all its posts', () => {
    const roles = smallCase.roles.map((role) =>
      role.role === 'verifier' ? { ...role, name: 'Vera' } : role.role === 'author' ? { ...role, name: 'Ann' } : role,
    );
    expect(dutyProblem({ ...verifier, name: 'Bob' }, factsOf({ roles }))?.says).toBe(
      'The case names Vera as “Analyst of another team”. Sign as Vera, or change the case first.',
    );
    expect(dutyProblem({ ...approver, name: 'ANN' }, factsOf({ roles }))?.says).toContain('Ann wrote the case');
  });

  it('lets those approve whose approval is still to come', () => {
    const two = [...approvals, { stage: 'strategic-outline', approver: 'Sponsor', status: 'given' }, { stage: 'full', approver: 'Treasury', status: 'needed' }];
    expect(postsFor('approved', caseWith({ approvals: two }))).toEqual(['Investment committee']);
  });
}); // prettier-ignore
