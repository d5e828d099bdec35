import { z } from 'zod';
import { operation } from '../operation.ts';
import type { CaseRun } from './case-run.ts';
import { workOutStored } from './case-runs.ts';
import { caseField, revisionField } from './case-views.ts';
import { runText } from './run-text.ts';

const run = z
  .custom<CaseRun>((value) => typeof value === 'object' && value !== null)
  .describe('The case as it was read, its problems, money, appraisal and best compositions.');

/** Works out a case that is kept, and keeps the answer. */
export const workOutCase = operation({
  id: 'decisions.work-out',
  summary: 'Work out a sourcing case that is kept, and keep the answer beside its version.',
  kind: 'write',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField, revision: revisionField }),
  output: z.object({ run, workedOutAt: z.string() }),
  present: ({ run: answer }) => runText(answer),
  run: async (context, { case: id, revision }) => workOutStored(context, id, revision),
});
