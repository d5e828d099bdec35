import { z } from 'zod';
import { operation } from '../operation.ts';
import { undo } from './decide.ts';
import { outcomeText } from './decision-text.ts';
import { decisionOutcome } from './views.ts';

/** Withdraws a decision about who is who; it stays in the history. */
export const undoDecision = operation({
  id: 'organisations.undo',
  summary: 'Withdraw a decision about who is who: the rules hold again.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could rewrite who is who. The pages ask this machine's user.
  surfaces: ['cli'],
  positional: 'decision',
  input: z.strictObject({
    decision: z.coerce
      .number()
      .int()
      .min(1)
      .describe('Number of the decision, from `organisations decisions`.'),
    reason: z
      .string()
      .trim()
      .max(1000, 'Use at most 1,000 characters.')
      .optional()
      .describe('Why, for the history.'),
  }),
  output: decisionOutcome,
  present: outcomeText,
  run: async (context, { decision, reason }) => undo(context, decision, reason ?? null),
});
