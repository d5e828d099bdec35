import { z } from 'zod';
import { operation } from '../operation.ts';
import { undoProcesses } from './decide.ts';
import { processDecisionText } from './portal-text.ts';
import { processDecision } from './portal-views.ts';

/** Withdraws a decision about two processes; it stays in the history. */
export const undoProcessDecision = operation({
  id: 'processes.undo',
  summary: 'Withdraw a decision about two processes: what comparing them says holds again.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could rewrite what is counted. The pages ask this machine's user.
  surfaces: ['cli'],
  positional: 'decision',
  input: z.strictObject({
    decision: z.coerce.number().int().min(1).describe('Number of the decision, from `processes decisions`.'),
    reason: z
      .string()
      .trim()
      .max(1000, 'Use at most 1,000 characters.')
      .optional()
      .describe('Why, for the history.'),
  }),
  output: processDecision,
  present: processDecisionText,
  run: async (context, { decision, reason }) => undoProcesses(context, decision, reason ?? null),
});
