import { z } from 'zod';
import type { Input } from '../../ocds/input.ts';
import { expandInputs, streamInput } from '../../ocds/input.ts';
import type { Context } from '../context.ts';

/** The files that a command of the toolkit reads. */
export const filesField = z
  .array(z.string())
  .default([])
  .describe(
    'Files or directories, plain or gzip; "-" is standard input, which is also read where none is named.',
  );

/**
 * The inputs that the files of a command stand for.
 *
 * @throws AppError input-unreadable
 */
export async function toolkitInputs(context: Context, files: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const file of files.length === 0 ? ['-'] : files) {
    if (file === '-') inputs.push(streamInput('(standard input)', context.stdin));
    else inputs.push(...(await expandInputs([file])));
  }
  return inputs;
}
