import { z } from 'zod';
import { operation } from '../operation.ts';
import { getCase } from './case-store.ts';
import { caseField, revisionField, savedCaseText, savedCaseView } from './case-views.ts';

/** Shows a case as it was read, with what is wrong or missing. */
export const showCase = operation({
  id: 'decisions.show',
  summary: 'Show a sourcing case that is kept: its document, and what is wrong or missing.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField, revision: revisionField }),
  output: savedCaseView.extend({ document: z.record(z.string(), z.unknown()) }),
  present: savedCaseText,
  run: async (context, { case: id, revision }) => {
    const { text: _, ...stored } = await getCase(context, id, revision);
    return stored;
  },
});
