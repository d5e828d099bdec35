import { z } from 'zod';
import { operation } from '../operation.ts';
import { getCase } from './case-store.ts';
import { caseField, revisionField } from './case-views.ts';

/** The text of a case. */
export const exportCase = operation({
  id: 'decisions.export',
  summary: 'Print the text of a sourcing case that is kept, as YAML with its comments.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField, revision: revisionField }),
  output: z.object({ id: z.string(), revision: z.number().int(), text: z.string() }),
  present: ({ text }) => text.replace(/\n$/u, ''),
  run: async (context, { case: id, revision }) => {
    const stored = await getCase(context, id, revision);
    return { id, revision: stored.revision, text: stored.text };
  },
});
