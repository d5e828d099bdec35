import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { decodeText } from '../../lib/decode-text.ts';
import { operation } from '../operation.ts';
import { caseFileField, readInputFile } from './case-file.ts';
import { savedByField, savedCaseText, savedCaseView, savingNoteField, seenField } from './case-views.ts';
import { findStanding, saveCase } from './case-store.ts';
import { readCase } from './read-case.ts';

/** Keeps a case from a file. */
export const importCase = operation({
  id: 'decisions.import',
  summary: 'Keep a sourcing case from a file: a new one, or the next version of the one with its id.',
  kind: 'write',
  access: 'body',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: caseFileField,
    seen: seenField,
    by: savedByField,
    note: savingNoteField,
  }),
  output: savedCaseView,
  present: savedCaseText,
  run: async (context, { file, seen, by, note }) => {
    const { text } = decodeText(await readInputFile(context, file));
    const { document, problems } = readCase(text, new Set());
    if (document === null)
      throw new AppError(
        'input-unreadable',
        `This can’t be kept as a case: ${problems[0]?.message ?? ''} "sourcing decisions validate" tells all.`,
      );
    // Without a version the file takes the place of whatever stands: that is what importing a file means.
    const standing = seen ?? (await findStanding(context, document.id));
    return savedCaseView.parse(await saveCase(context, { text, seen: standing, by, note }));
  },
});
