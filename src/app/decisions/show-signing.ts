import { z } from 'zod';
import type { SigningAction } from '../../domain/decisions/signing/signature.ts';
import { operation } from '../operation.ts';
import { textSection } from '../text-form.ts';
import { getCase } from './case-store.ts';
import { caseField } from './case-views.ts';
import { signingOf } from './sign/signing-of.ts';
import { presentSigning, signingView, type SigningView } from './sign/signing-view.ts';

/** Shows the sign-off of a case. */
export const showSigning = operation({
  id: 'decisions.signing',
  summary: 'Show where the sign-off of a sourcing case stands: who may sign what, and what has been signed.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField }),
  output: signingView,
  present: signingText,
  run: async (context, { case: id }) => {
    const stored = await getCase(context, id);
    return presentSigning(stored, await signingOf(context, stored));
  },
});

function signingText({ case: id, revision, stage, step, open, causes, waitsFor, signatures }: SigningView): string {
  const next = open.map(({ action, posts }) => `${commandOf[action]}: ${posts.join('; ')}`);
  return [
    `${id}, version ${revision}, ${stage.replace('-', ' ')} stage: ${stepTexts[step]}`,
    textSection('To settle first', causes.length === 0 ? null : causes.join('\n')),
    textSection('Can be signed now, by', next.length === 0 ? null : next.join('\n')),
    textSection('Approvals still to come', waitsFor.length === 0 ? null : waitsFor.join('\n')),
    textSection('Signatures', signatures.length === 0 ? null : signatures.map(signatureText).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
} // prettier-ignore

const commandOf: Readonly<Record<SigningAction, string>> = {
  submitted: 'submit',
  returned: 'return',
  verified: 'verify',
  approved: 'approve',
  refused: 'refuse',
};

const stepTexts: Readonly<Record<SigningView['step'], string>> = {
  'not-ready': 'not ready for approval.',
  'to-submit': 'ready to be submitted.',
  'to-verify': 'waits for its verifier.',
  'to-approve': 'waits for approval.',
  approved: 'approved.',
  refused: 'refused.',
};

function signatureText({
  action,
  post,
  name,
  authentication,
  revision,
  signedAt,
  reasons,
  because,
}: SigningView['signatures'][number]): string {
  const who = `${post}, ${name ?? 'name erased'} (${authentication})`;
  const head = `${signedAt.slice(0, 10)} ${action}, version ${revision}: ${who}`;
  return [head, `  ${reasons}`, ...(because === null ? [] : [`  No longer holds. ${because}`])].join('\n');
}
