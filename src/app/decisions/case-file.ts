import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { decodeText } from '../../lib/decode-text.ts';
import { unreadable } from '../../ocds/input.ts';
import type { Context } from '../context.ts';
import { caseTextLimit, type ReadCase } from './read-case.ts';
import { readKnownCase } from './read-known-case.ts';

/** The file of a command that reads a case. */
export const caseFileField = z
  .string()
  .default('-')
  .describe('A case as YAML or JSON; "-" is standard input, which is also read where none is named.');

/**
 * Reads and checks the case in a file.
 *
 * @throws AppError input-unreadable where the file can't be read; what is wrong inside it is answered, not thrown
 */
export async function readCaseFile(context: Context, file: string): Promise<ReadCase> {
  const bytes = await readInputFile(context, file);
  return readKnownCase(context.reference, decodeText(bytes).text);
}

/**
 * The bytes of a file, or of standard input.
 *
 * @throws AppError input-unreadable where the file can't be read
 */
export async function readInputFile(context: Context, file: string): Promise<Uint8Array> {
  return file === '-' ? readAll(context.stdin()) : readBytes(file);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Standard input, as far as a case can be long. */
async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > caseTextLimit * 4) break;
  }
  return Buffer.concat(chunks);
}
