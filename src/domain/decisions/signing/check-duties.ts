import type { CaseDocument } from '../case-parts/case-document.ts';
import type { CaseStage } from '../case-parts/governance.ts';
import { foldWords } from './fold-words.ts';
import type { Signature, SigningAction } from './signature.ts';

/** Who wants to sign, as typed. */
export type Signatory = { action: SigningAction; post: string; name: string };

/** What the separation of duties goes by. */
export type DutyFacts = {
  document: CaseDocument;
  /** Signatures for the present content with the names that were typed; null where one was erased. */
  signed: readonly { signature: Signature; name: string | null }[];
  /** Names under which the case was saved. */
  writers: readonly string[];
};

/** Why somebody may not sign: which input is at fault, and a sentence. */
export type DutyProblem = { field: 'post' | 'name'; says: string };

const isSame = (one: string, other: string): boolean => foldWords(one) === foldWords(other);

/**
 * Posts that may sign for something in a case.
 *
 * @example postsFor('verified', document) // ['Senior analyst, Internal Audit']
 */
export function postsFor(action: SigningAction, { roles, approvals, stage }: CaseDocument): string[] {
  const inRoles = (...wanted: string[]): string[] =>
    roles.filter(({ role }) => wanted.includes(role)).map(({ post }) => post);
  if (action === 'submitted') return unique(inRoles('author', 'senior-responsible-owner'));
  if (action === 'verified' || action === 'returned') return unique(inRoles('verifier'));
  return unique(approversOf(approvals, stage));
}

/**
 * Posts that approve a stage, in the order of the case; one whose approval the case already holds as given is left out.
 *
 * @example approversOf(document.approvals, 'outline') // ['Investment committee']
 */
export function approversOf(approvals: CaseDocument['approvals'], stage: CaseStage): string[] {
  return unique(
    approvals.filter((one) => one.stage === stage && one.status !== 'given').map(({ approver }) => approver),
  );
}

/**
 * Why somebody may not sign; null where nothing stands against it. Nobody verifies or approves what they wrote or scored, who
 * verified doesn’t approve, and each post has one name. Names and posts are compared without case, spaces and accents.
 *
 * @example dutyProblem({ action: 'verified', post: 'Author', name: 'A' }, facts)?.field // 'post'
 */
export function dutyProblem(who: Signatory, facts: DutyFacts): DutyProblem | null {
  const allowed = postsFor(who.action, facts.document);
  if (!allowed.some((post) => isSame(post, who.post)))
    return {
      field: 'post',
      says: allowed.length === 0 ? nobodyNamed(who.action) : `“${who.post}” can’t sign this. ${onlyThese(allowed)}`,
    };
  if (who.action === 'submitted') return null;
  return postProblem(who, facts.document) ?? nameProblem(who, facts);
} // prettier-ignore

const doing: Readonly<Record<SigningAction, string>> = {
  submitted: 'submit',
  returned: 'verify',
  verified: 'verify',
  approved: 'approve',
  refused: 'decide',
};

function postProblem({ action, post }: Signatory, document: CaseDocument): DutyProblem | null {
  const did = dutiesOfPosts(document).find((one) => isSame(one.post, post));
  return did === undefined
    ? null
    : { field: 'post', says: `“${did.post}” ${did.did} and can’t ${doing[action]} it. ${rule}` };
}

const rule = 'Nobody verifies or approves what they wrote or scored.';

function dutiesOfPosts({ roles, assessors, recommendation }: CaseDocument): { post: string; did: string }[] {
  return [
    ...roles.filter(({ role }) => role === 'author').map(({ post }) => ({ post, did: 'wrote the case' })),
    ...assessors.map(({ post }) => ({ post, did: 'scored the options' })),
    ...roles.filter(({ role }) => role === 'facilitator').map(({ post }) => ({ post, did: 'locked the weights' })),
    ...(recommendation === undefined ? [] : [{ post: recommendation.post, did: 'recommended an option' }]),
  ];
} // prettier-ignore

function nameProblem({ action, post, name }: Signatory, facts: DutyFacts): DutyProblem | null {
  const did = dutiesOfNames(facts, action).find((one) => isSame(one.name, name));
  if (did !== undefined)
    return { field: 'name', says: `${name} ${did.did} and can’t ${doing[action]} it. ${rule}` };
  const held = facts.document.roles.find((one) => one.name !== undefined && isSame(one.post, post))?.name;
  return held === undefined || isSame(held, name)
    ? null
    : { field: 'name', says: `The case names ${held} as “${post}”. Sign as ${held}, or change the case first.` };
} // prettier-ignore

function dutiesOfNames(
  { document, signed, writers }: DutyFacts,
  action: SigningAction,
): { name: string; did: string }[] {
  const makers = dutiesOfPosts(document);
  return [
    ...document.roles.flatMap(({ name, post }) => {
      const made = makers.find((one) => isSame(one.post, post));
      return name === undefined || made === undefined ? [] : [{ name, did: made.did }];
    }),
    ...writers.map((name) => ({ name, did: 'saved a version of the case' })),
    ...signed.flatMap(({ signature, name }) => {
      if (name === null) return [];
      if (signature.action === 'submitted') return [{ name, did: 'submitted the case' }];
      const approves = action === 'approved' || action === 'refused';
      return signature.action === 'verified' && approves ? [{ name, did: 'verified the case' }] : [];
    }),
  ];
}

function nobodyNamed(action: SigningAction): string {
  if (action === 'submitted') return 'The case names neither an author nor a senior responsible owner. Add one under its roles.';
  return action === 'verified' || action === 'returned'
    ? 'The case names no verifier. Add one under its roles.'
    : 'The case names nobody whose approval of this stage is still to come. Add the approver under its approvals.';
} // prettier-ignore

function onlyThese(posts: readonly string[]): string {
  const [only] = posts;
  return posts.length === 1
    ? `It is for “${only}”.`
    : `It is for one of: ${posts.map((post) => `“${post}”`).join(', ')}.`;
}

function unique(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.findIndex((other) => isSame(other, text)) === at);
}
