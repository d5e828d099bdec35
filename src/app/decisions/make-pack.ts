import { z } from 'zod';
import { packReaders } from '../../domain/decisions/pack/pack-reader.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { caseFileField } from './case-file.ts';
import type { CaseRun } from './case-run.ts';
import { casePack, packFormats } from './pack/case-pack.ts';
import type { PackSource } from './pack/pack-matter.ts';
import { evidenceOf, packSource } from './pack/pack-source.ts';
import { runOfStored } from './run-of-stored.ts';
import { workOutFile } from './work-out-file.ts';
import { writePack } from './write-pack.ts';

/** Writes the evidence pack of a case for a reader. */
export const makePack = operation({
  id: 'decisions.pack',
  summary: 'Write the evidence pack of a sourcing case for whoever decides, in full or for release.',
  kind: 'job',
  access: 'body',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: caseFileField,
    case: z.string().optional().describe('A case that is kept, by its id, in place of a file.'),
    for: z
      .enum(packReaders)
      .default('obc')
      .describe('Who reads it: an investment committee at one of three stages, members, or a trust board.'),
    release: z
      .boolean()
      .default(false)
      .describe('The version that may be published, with a schedule of what it withholds and why.'),
    as: z
      .enum([...packFormats, 'both'])
      .default('both')
      .describe('html is the accessible master; docx is for Word.'),
    out: z.string().default('.').describe('Folder to write to.'),
  }),
  output: z.object({
    files: z.array(z.string()),
    withheld: z.array(
      z.object({ number: z.number().int(), section: z.string(), category: z.string(), because: z.string() }),
    ),
  }),
  present: ({ files, withheld }) =>
    [
      ...files.map((file) => `Written: ${file}`),
      ...(withheld.length === 0
        ? []
        : [
            `Withheld, as the schedule at its end tells: ${withheld.length === 1 ? '1 entry' : `${withheld.length} entries`}.`,
          ]),
    ].join('\n'),
  run: async (context, { file, case: id, for: reader, release, as: format, out }) => {
    const { run, source } = id === undefined ? await ofFile(context, file) : await ofStored(context, id);
    const pack = await casePack(
      context,
      run,
      { for: reader, release, source },
      format === 'both' ? packFormats : [format],
    );
    return {
      files: await writePack(pack, out),
      withheld: pack.withheld.map(({ number, section, category, because }) => ({
        number,
        section,
        category,
        because,
      })),
    };
  },
});

type Packed = { run: CaseRun; source: PackSource };

async function ofFile(context: Context, file: string): Promise<Packed> {
  const run = await workOutFile(context, file);
  return { run, source: run.document === null ? {} : { evidence: evidenceOf(run.document) } };
}

async function ofStored(context: Context, id: string): Promise<Packed> {
  const { stored, run } = await runOfStored(context, id);
  return { run, source: await packSource(context, stored) };
}
