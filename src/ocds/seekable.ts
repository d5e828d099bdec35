import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../lib/errors.ts';
import { hasGzipMagic, inflateIfGzip } from '../lib/inflate.ts';
import type { Input } from './input.ts';
import { faultOf, unreadable } from './input.ts';

/** An input whose bytes can be read at any place. `fault`: where the input broke off, as the end of a sentence. */
export type Seekable = { name: string; descriptor: number; fault: string | null; close(): void };

/**
 * Opens an input for reading at any place: a plain file as it is; gzip, standard input and whatever else flows is
 * written to a temporary file, which is gone when it is closed.
 *
 * @param folder of temporary files
 * @throws AppError input-unreadable, or machine-resource where the temporary file doesn't fit
 * @example const file = await openSeekable(fileInput('page.json.gz')); readSync(file.descriptor, buffer, 0, 100, 0); file.close()
 */
export async function openSeekable(input: Input, folder: string = tmpdir()): Promise<Seekable> {
  const descriptor = input.path === undefined ? null : openPlain(input.path);
  if (descriptor !== null)
    return { name: input.name, descriptor, fault: null, close: () => closeSync(descriptor) };
  return spill(input, folder);
}

/** The descriptor of a file that can be read as it lies; null where it is gzip, or no file but a pipe. */
function openPlain(path: string): number | null {
  const descriptor = open(path);
  const head = Buffer.alloc(2);
  if (!fstatSync(descriptor).isFile()) {
    closeSync(descriptor);
    return null;
  }
  readSync(descriptor, head, 0, 2, 0);
  if (!hasGzipMagic(head)) return descriptor;
  closeSync(descriptor);
  return null;
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function spill(input: Input, folder: string): Promise<Seekable> {
  const path = join(folder, `sourcing-${randomBytes(8).toString('hex')}.tmp`);
  const descriptor = createAt(path);
  const close = (): void => {
    closeSync(descriptor);
    rmSync(path, { force: true });
  };
  // Where the system allows it the name goes at once, so that not even a kill leaves the file behind.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  let fault: string | null = null;
  try {
    for await (const chunk of inflateIfGzip(input.open())) write(descriptor, chunk, folder);
  } catch (error) {
    if (error instanceof AppError) {
      close();
      throw error;
    }
    fault = faultOf(error);
  }
  return { name: input.name, descriptor, fault, close };
}

function createAt(path: string): number {
  try {
    return openSync(path, 'w+', 0o600);
  } catch (error) {
    throw noRoom(path, error);
  }
}

function write(descriptor: number, chunk: Uint8Array, folder: string): void {
  try {
    let done = 0;
    while (done < chunk.length) done += writeSync(descriptor, chunk, done);
  } catch (error) {
    throw noRoom(folder, error);
  }
}

function noRoom(place: string, cause: unknown): AppError {
  const reason =
    cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC' ? 'the disk is full' : String(cause);
  return new AppError(
    'machine-resource',
    `The temporary copy of the input can't be written in ${place}: ${reason}. Make room, set TMPDIR to another folder, or give unpacked files, which need no copy.`,
    { cause },
  );
}
