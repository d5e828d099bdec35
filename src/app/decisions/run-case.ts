import { z } from 'zod';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { caseFileField } from './case-file.ts';
import type { CaseRun } from './case-run.ts';
import { caseProblemView } from './problem-text.ts';
import { makeRecord, unsignedRecord } from './record/make-record.ts';
import { writeRecordFile } from './record/write-record-file.ts';
import { casePack, packFormats } from './pack/case-pack.ts';
import { evidenceOf } from './pack/pack-source.ts';
import { runText } from './run-text.ts';
import { workOutFile } from './work-out-file.ts';
import { writePack } from './write-pack.ts';

/** Draws are for computing, not for reading. */
const run = z
  .custom<CaseRun>((value) => typeof value === 'object' && value !== null)
  .describe('The case as it was read, its problems, money, appraisal and best compositions.');

/** Works a case out: costs, values, what is indicated and what would change it. */
export const runCase = operation({
  id: 'decisions.run',
  summary:
    'Work out a sourcing case: what is indicated, what it costs, how firm that is, and what would change it.',
  kind: 'job',
  access: 'public',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: caseFileField,
    record: z
      .string()
      .min(1)
      .optional()
      .describe('Writes an unsigned record of the run to this file; "decisions verify" confirms it.'),
    pack: z
      .boolean()
      .default(true)
      .describe('Write the evidence pack for the stage of the case, as HTML and for Word.'),
    packDir: z.string().default('.').describe('Folder that the evidence pack is written to.'),
  }),
  output: z.object({
    run,
    problems: z.array(caseProblemView),
    pack: z.array(z.string()).describe('Files of the evidence pack.'),
  }),
  present: ({ run: answer, pack }) =>
    [
      runText(answer),
      ...(pack.length === 0 ? [] : [pack.map((file) => `Evidence pack: ${file}`).join('\n')]),
    ].join('\n\n'),
  exitCode: ({ problems }) => (problems.some(({ kind }) => kind === 'error') ? 1 : 0),
  run: async (context, { file, record, pack, packDir }) => {
    const answer = await workOutFile(context, file);
    const { document, problems, leftOut } = answer;
    // A part of a case is told, but nobody decides or signs by it.
    if (document === null || leftOut !== undefined) return { run: answer, problems, pack: [] };
    if (record !== undefined)
      await writeRecordFile(record, makeRecord(context, { ...answer, document }, unsignedRecord(document)));
    const written = pack ? await writeStagePack(context, { ...answer, document }, packDir) : [];
    return { run: answer, problems, pack: written };
  },
});

/** Which pack goes with a stage. */
const readerOfStage = { 'strategic-outline': 'sobc', outline: 'obc', full: 'fbc' } as const;

/** A folder that can’t be written to doesn’t take the result away: it is said, and the run goes on. */
async function writeStagePack(
  context: Context,
  answer: CaseRun & { document: CaseDocument },
  folder: string,
): Promise<string[]> {
  const { document } = answer;
  const source = { evidence: evidenceOf(document) };
  const wish = { for: readerOfStage[document.stage], release: false, source };
  const pack = await casePack(context, answer, wish, packFormats);
  try {
    return await writePack(pack, folder);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    context.reporter.warn(
      `The evidence pack could not be written to ${folder} (${reason}). Name another folder with --pack-dir, or leave it out with --no-pack.`,
    );
    context.reporter.skipped(1);
    return [];
  }
}
