import { z } from 'zod';
import type { SigningAction } from '../../domain/decisions/signing/signature.ts';
import { operation } from '../operation.ts';
import { caseField, seenField } from './case-views.ts';
import { sign } from './sign/sign.ts';

/** What can be signed, as a command says it. */
const actions = {
  submit: 'submitted',
  return: 'returned',
  verify: 'verified',
  approve: 'approved',
  refuse: 'refused',
} as const satisfies Record<string, SigningAction>;

const text = z.string().trim().min(1).max(10_000);

/** Signs a case: submitted, verified or sent back, approved or refused. */
export const signCase = operation({
  id: 'decisions.sign',
  summary: 'Sign a sourcing case: submit it, verify it or send it back, approve or refuse it.',
  kind: 'write',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({
    case: caseField,
    action: z
      .enum(['submit', 'return', 'verify', 'approve', 'refuse'])
      .describe('What is signed. A decision (approve, refuse) makes a record.'),
    post: text.max(300).describe('The post that signs, as the case names it.'),
    name: text.max(200).describe('Who signs. In local mode it is recorded as “name typed, not authenticated”.'),
    reasons: text.describe('In your own words. That a method or a machine says so is no reason.'),
    considered: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe(
        'For a decision: you had the evidence, considered the alternatives, and had due regard to the equality duty.',
      ),
    condition: z.array(text).default([]).describe('A condition of the approval.'),
    releases: text.optional().describe('For an approval: what is released now.'),
    returns: text.optional().describe('What comes back, and when.'),
    seen: seenField,
  }),
  output: z.object({
    case: z.string(),
    number: z.number().int(),
    action: z.string(),
    revision: z.number().int(),
    documentHash: z.string(),
    authentication: z.string(),
    record: z.object({ number: z.number().int(), outcome: z.string(), hash: z.string() }).nullable(),
  }),
  present: ({ case: id, action, revision, authentication, record }) =>
    [
      `${id}, version ${revision}: ${action} (${authentication}).`,
      ...(record === null
        ? []
        : [
            `Record ${record.number}: ${record.outcome.replaceAll('-', ' ')}. Hash ${record.hash}`,
            `"sourcing decisions verify --case ${id}" confirms it.`,
          ]),
    ].join('\n'),
  run: async (context, { case: id, action, seen, condition, releases, returns, ...typed }) => {
    const asked = {
      ...typed,
      action: actions[action],
      conditions: condition,
      releases: releases ?? null,
      returns: returns ?? null,
    };
    const { number, signature, record } = await sign(context, { id, seen, asked });
    return {
      case: id,
      number,
      action: signature.action,
      revision: signature.revision,
      documentHash: signature.documentHash,
      authentication: signature.authentication,
      record:
        record === null ? null : { number: record.number ?? 0, outcome: record.outcome, hash: record.hash },
    };
  },
}); // prettier-ignore
