import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { ingestFiles } from './ingest-files.ts';

/** Something told of a line of an input. */
const place = z.object({ input: z.string(), line: z.number().int(), message: z.string() });
/** Lines printed of each list; `--json` has more. */
const linesPrinted = 20;

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
    problems: z.array(place),
    changes: z.array(place).describe('Notices that came with other content than is held; the first hundred.'),
    repairs: z.array(place).describe('What was mended, release by release; the first hundred.'),
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
      ...lines('changed', summary.changes, summary.changed),
      ...lines('repaired', summary.repairs, summary.repaired),
      ...lines('skipped', summary.problems, summary.skipped),
    ].join('\n'),
});

function lines(word: string, list: readonly z.output<typeof place>[], total: number): string[] {
  const shown = list
    .slice(0, linesPrinted)
    .map(({ input, line, message }) => `  ${word}: ${input}, line ${line}: ${message}`);
  return total > shown.length ? [...shown, `  ${word}: and ${total - shown.length} more`] : shown;
}
