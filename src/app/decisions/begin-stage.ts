import { z } from 'zod';
import { operation } from '../operation.ts';
import { caseField, savedByField, savedCaseText, savedCaseView } from './case-views.ts';
import { beginNextStage } from './sign/next-stage.ts';

/** Begins the next stage of an approved case. */
export const beginStage = operation({
  id: 'decisions.begin-stage',
  summary: 'Begin the next stage of a sourcing case whose present stage is approved.',
  kind: 'write',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField, by: savedByField }),
  output: savedCaseView.extend({ stage: z.string() }),
  present: (answer) => `${savedCaseText(answer)} Stage: ${answer.stage.replace('-', ' ')}.`,
  run: async (context, { case: id, by }) => {
    const stored = await beginNextStage(context, { id, by });
    return { ...savedCaseView.parse(stored), stage: stored.document.stage };
  },
});
