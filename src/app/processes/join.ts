import { z } from 'zod';
import { operation } from '../operation.ts';
import { reasonInput } from '../organisations/views.ts';
import { decideProcesses } from './decide.ts';
import { processDecisionText } from './portal-text.ts';
import { processDecision } from './portal-views.ts';

/** Says that two processes are one; also of one portal, which no rule joins. */
export const joinProcesses = operation({
  id: 'processes.join',
  summary:
    'Say that two processes are one that several portals published, with the reason; it is counted once.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could rewrite what is counted. The pages ask this machine's user.
  surfaces: ['cli'],
  positional: 'ocids',
  input: z.strictObject({
    ocids: z
      .array(z.string().min(1).max(200))
      .length(2, 'Name two processes by their ocids.')
      .describe('Open contracting ids of the two processes, from `processes review`.'),
    reason: reasonInput,
  }),
  output: processDecision,
  present: processDecisionText,
  run: async (context, input) => decideProcesses(context, 'same', input),
});
