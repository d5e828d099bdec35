import { z } from 'zod';
import { operation } from '../operation.ts';
import { caseFileField, readCaseFile } from './case-file.ts';
import { caseProblemView, problemCounts, problemText } from './problem-text.ts';

/** Says what is wrong with a case and what is missing, without keeping it. */
export const validateCase = operation({
  id: 'decisions.validate',
  summary: 'Say what is wrong with a sourcing case and what is missing, line by line.',
  kind: 'read',
  access: 'public',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({ file: caseFileField }),
  output: z.object({
    id: z.string().nullable(),
    title: z.string().nullable(),
    isRead: z.boolean(),
    problems: z.array(caseProblemView),
  }),
  present: ({ title, problems, isRead }) => {
    const name = title ?? 'The case';
    const verdict = isRead ? `${name}: ${problemCounts(problems)}.` : 'This can’t be read as a case.';
    return problems.length === 0 ? verdict : `${verdict}\n\n${problemText(problems)}`;
  },
  exitCode: ({ problems }) => (problems.some(({ kind }) => kind === 'error') ? 1 : 0),
  run: async (context, { file }) => {
    const { document, problems } = await readCaseFile(context, file);
    return {
      id: document?.id ?? null,
      title: document?.title ?? null,
      isRead: document !== null,
      problems,
    };
  },
});
