import { z } from 'zod';
import { inflateIfGzip } from '../../lib/inflate.ts';
import type { JsonForm } from '../../lib/json-text.ts';
import type { Input } from '../../ocds/input.ts';
import { expandInputs, streamInput } from '../../ocds/input.ts';
import { reencoder } from '../../ocds/reencode.ts';
import { itemsAt } from '../../ocds/root-path.ts';
import type { Context } from '../context.ts';

/** The files that a command of the toolkit reads. */
export const filesField = z
  .array(z.string())
  .default([])
  .describe(
    'Files or directories, plain or gzip; "-" is standard input, which is also read where none is named.',
  );

/** How its inputs are read, for the commands that have these flags in OCDS Kit too. */
export const readingFields = {
  rootPath: z
    .string()
    .default('')
    .describe(
      'Read only what lies at this path inside each document, such as results.item; lines are then counted by item.',
    ),
  encoding: z
    .string()
    .optional()
    .describe(
      'The encoding of all inputs, such as iso-8859-1. Left out, UTF-8, in which stray bytes are mended.',
    ),
};

/** How JSON texts are written, for the commands that have these flags in OCDS Kit too. */
export const writingFields = {
  pretty: z.boolean().default(false).describe('Indent the output instead of writing a line per JSON text.'),
  ascii: z.boolean().default(false).describe('Write escapes for everything beyond ASCII.'),
};

/** What {@link readingFields} were given as; left out by the commands that don't have them. */
export type Reading = { rootPath?: string; encoding?: string | undefined };

/** The form that {@link writingFields} ask for. */
export function writingForm({ pretty, ascii }: { pretty: boolean; ascii: boolean }): JsonForm {
  return { isPretty: pretty, isAscii: ascii };
}

/**
 * The inputs that the files of a command stand for.
 *
 * @throws AppError input-unreadable; bad-request for an encoding that isn't known
 */
export async function toolkitInputs(
  context: Context,
  files: readonly string[],
  reading: Reading = {},
): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const file of files.length === 0 ? ['-'] : files) {
    if (file === '-') inputs.push(streamInput('(standard input)', context.stdin));
    else inputs.push(...(await expandInputs([file])));
  }
  return inputs.map((input) => asAsked(input, reading));
}

/** The input as its encoding and path make it; it has no place on the disk any more where its bytes are others. */
function asAsked(input: Input, { rootPath = '', encoding }: Reading): Input {
  const reencode = encoding === undefined ? null : reencoder(encoding);
  if (reencode === null && rootPath === '') return input;
  return streamInput(input.name, () => {
    const unpacked = inflateIfGzip(input.open());
    const decoded = reencode === null ? unpacked : reencode(unpacked);
    return rootPath === '' ? decoded : itemsAt(decoded, rootPath);
  });
}
