import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../lib/errors.ts';
import { asRefusal } from '../app/problem.ts';

/**
 * Writes everything to standard output, waiting where the reader is slow.
 *
 * @returns false where the reader went away (a closed pipe), which is no failure
 */
export async function writeToStream(
  stream: Writable,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string>,
): Promise<boolean> {
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), stream, { end: false });
    await new Promise<void>((resolve, reject) => {
      stream.write('', (error) => (error === null || error === undefined ? resolve() : reject(error)));
    });
    return true;
  } catch (error) {
    if (isClosedPipe(error)) return false;
    throw error;
  }
}

/** Whether an error says that the reader of our output has gone. */
export function isClosedPipe(error: unknown): boolean {
  const codes: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE'];
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}

/**
 * Writes everything to a file that appears whole or not at all: it is written beside its place and then renamed.
 * A place that is no plain file (a device, a named pipe) is written directly.
 *
 * @throws AppError machine-resource where the place can't be written
 */
export async function writeToFile(path: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const existing = await stat(path).catch(() => null);
  if (existing?.isDirectory() === true)
    throw new AppError('bad-request', `${path} is a folder; --output needs a file.`);
  const isDirect = existing !== null && !existing.isFile();
  const target = isDirect ? path : `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(target));
    if (!isDirect) await rename(target, path);
  } catch (error) {
    if (!isDirect) await rm(target, { force: true });
    const refusal = asRefusal(error);
    if (refusal?.code === 'input-unreadable' && !(error instanceof AppError)) {
      throw new AppError('machine-resource', `${path} can't be written: its folder does not exist.`, {
        cause: error,
      });
    }
    throw error;
  }
}
