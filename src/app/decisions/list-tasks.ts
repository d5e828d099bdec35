import { z } from 'zod';
import { caseTasks, triagePaths } from '../../domain/decisions/triage-question.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { textSection } from '../text-form.ts';
import { caseFileField, readCaseFile } from './case-file.ts';
import { tasksOfCase } from './tasks-of-case.ts';

const status = z.enum(['done', 'under-way', 'missing', 'not-asked']);

/** The task list of a case: ten steps, what is done, what is missing, and whether it can go to approval. */
export const listTasks = operation({
  id: 'decisions.tasks',
  summary: 'List the ten steps of a sourcing case: what is done, what is missing, and whether it is ready.',
  kind: 'read',
  access: 'public',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({ file: caseFileField }),
  output: z.object({
    title: z.string(),
    path: z.enum(triagePaths),
    status: z.enum(['ready for approval', 'not ready for approval']),
    causes: z.array(z.string()),
    steps: z.array(
      z.object({
        number: z.number().int(),
        name: z.string(),
        status,
        tasks: z.array(
          z.object({ task: z.enum(caseTasks), name: z.string(), status, reasons: z.array(z.string()) }),
        ),
      }),
    ),
  }),
  present: ({ title, path, status: ready, causes, steps }) =>
    [
      `${title}: ${ready}${causes.length === 0 ? '' : ` (${causes.length} to settle)`}. Path: ${path}.`,
      ...steps.map(({ number, name, status: how, tasks }) =>
        [
          `${number}. ${name}: ${statusWords[how]}`,
          ...tasks
            .filter(({ reasons }) => reasons.length > 0)
            .map((task) => textSection(`   ${task.name}`, task.reasons.map((one) => `   ${one}`).join('\n'))),
        ].join('\n'),
      ),
    ].join('\n\n'),
  run: async (context, { file }) => {
    const { document, problems } = await readCaseFile(context, file);
    if (document === null)
      throw new AppError(
        'input-unreadable',
        `This can’t be read as a case: ${problems[0]?.message ?? ''} "sourcing decisions validate" tells all.`,
      );
    const { triage, readiness } = tasksOfCase(context, document, problems);
    return { title: document.title, path: triage.path, ...readiness };
  },
});

const statusWords = {
  done: 'done',
  'under-way': 'under way',
  missing: 'missing',
  'not-asked': 'not asked on this path',
} as const;
