import { z } from 'zod';
import { operation } from '../operation.ts';
import { caseTextLimit } from './read-case.ts';
import { savedByField, savedCaseText, savedCaseView, savingNoteField, seenField } from './case-views.ts';
import { saveCase } from './case-store.ts';

/** Keeps a case from its text. */
export const saveCaseText = operation({
  id: 'decisions.save',
  summary: 'Keep a sourcing case from its text: a new one, or the next version of the one with its id.',
  kind: 'write',
  access: 'body',
  surfaces: ['api'],
  // A character may be written with up to six bytes in JSON, but a case is mostly plain.
  largestBody: 2 * caseTextLimit,
  input: z.strictObject({
    text: z.string().min(1).max(caseTextLimit).describe('The case as YAML or JSON.'),
    seen: seenField,
    by: savedByField,
    note: savingNoteField,
  }),
  output: savedCaseView,
  present: savedCaseText,
  run: async (context, { text, seen, by, note }) =>
    savedCaseView.parse(await saveCase(context, { text, seen: seen ?? null, by, note })),
});
