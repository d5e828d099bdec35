import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { ingestFiles } from './ingest-files.ts';

/** Puts published notices into the register. */
export const ingest = operation({
  id: 'notices.ingest',
  command: ['ingest'],
  summary: 'Read notices from files, directories or standard input into the register.',
  kind: 'job',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'files',
  input: z.strictObject({
    files: z
      .array(z.string())
      .default([])
      .describe('Files or directories; none or `-` reads standard input.'),
  }),
  output: z.object({
    read: z.number().int(),
    repaired: z.number().int(),
    skipped: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    newProcesses: z.number().int(),
    changedProcesses: z.number().int(),
    problems: z.array(z.object({ input: z.string(), line: z.number().int(), message: z.string() })),
  }),
  run: async (context, { files }) => {
    const summary = await ingestFiles(context, files);
    const [first] = summary.problems;
    if (summary.read > 0 || first === undefined) return summary;
    const { input, line, message } = first;
    throw new AppError('input-unreadable', `Nothing could be read. ${input}, line ${line}: ${message}`);
  },
  exitCode: (summary) => (summary.skipped > 0 ? 1 : 0),
  present: (summary) =>
    [
      `Read ${summary.read} ${summary.read === 1 ? 'release' : 'releases'}: ${summary.new} new, ${summary.changed} changed what was held, ${summary.unchanged} held already.`,
      `Processes: ${summary.newProcesses} new, ${summary.changedProcesses} changed.`,
      `Repaired ${summary.repaired}, skipped ${summary.skipped}.`,
      ...summary.problems
        .slice(0, 20)
        .map(({ input, line, message }) => `  ${input}, line ${line}: ${message}`),
      ...(summary.problems.length > 20 ? [`  and ${summary.skipped - 20} more`] : []),
    ].join('\n'),
});
