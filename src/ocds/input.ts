import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../lib/errors.ts';

/** Something with OCDS data in it: a file, standard input, bytes in memory. Gzip is recognised by the reader. */
export type Input = {
  /** As a message names it. */
  name: string;
  open(): AsyncIterable<Uint8Array>;
  /** Where the bytes lie on this machine, if they do. */
  path?: string;
};

/**
 * A file as an input. Nothing is opened before it is read.
 *
 * @example fileInput('page.json').name // 'page.json'
 */
export function fileInput(path: string): Input {
  return { name: path, path, open: () => createReadStream(path, { highWaterMark: 1_048_576 }) };
}

/**
 * Bytes that flow, such as standard input, as an input.
 *
 * @example streamInput('(standard input)', () => process.stdin)
 */
export function streamInput(name: string, open: () => AsyncIterable<Uint8Array>): Input {
  return { name, open };
}

const extensions = ['.json', '.jsonl', '.json.gz', '.jsonl.gz'];

/**
 * The files that paths stand for: a file is itself, a directory is every .json, .jsonl, .json.gz and .jsonl.gz file in
 * it and in its folders, sorted by name. Hidden files are left out.
 *
 * @throws AppError input-unreadable where a path is missing or not readable, or a directory holds no such file
 * @example await expandInputs(['archive', 'more.jsonl'])
 */
export async function expandInputs(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) inputs.push(...(await expand(path)));
  return inputs;
}

async function expand(path: string): Promise<Input[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [fileInput(path)];
    const files = await filesIn(path);
    if (files.length > 0) return files.map(fileInput);
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new AppError(
    'input-unreadable',
    `${path} has no file ending in ${extensions.join(', ')}. Name the files themselves if they end otherwise.`,
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(path)));
    else if (extensions.some((extension) => entry.name.endsWith(extension))) files.push(path);
  }
  return files;
}

/**
 * One sentence for a file that the system won't open or read.
 *
 * @example unreadable('page.json', new Error('gone')).message // "page.json can't be read (gone)."
 */
export function unreadable(name: string, cause: unknown): AppError {
  return new AppError('input-unreadable', `${name} ${faultOf(cause)}`, { cause });
}

/** Something wrong with what an input holds; its message is the end of a sentence like {@link faultOf}. */
export class InputFault extends Error {}

/** What is wrong with an input that holds nothing but white space, as the end of a sentence like {@link faultOf}. */
export const emptyFault = 'is empty. Check that it was fetched or written completely.';

const faults: Readonly<Record<string, string>> = {
  ENOENT: "doesn't exist. Check the path.",
  EACCES: 'may not be read by you. Check its permissions.',
  EPERM: 'may not be read by you. Check its permissions.',
  EISDIR: 'is a directory. Name a file in it.',
  ENOTDIR: "doesn't exist: a part of its path is a file. Check the path.",
  Z_BUF_ERROR:
    'ends in the middle of its gzip data: it was cut off. Fetch it again; what came before the cut was read.',
  ERR_ENCODING_INVALID_ENCODED_DATA:
    'has bytes that its encoding does not know. Check --encoding; what came before them was read.',
  Z_DATA_ERROR: 'has damaged gzip data. Fetch it again; what came before the damage was read.',
};

/**
 * What went wrong, as the end of a sentence that begins with the input's name.
 *
 * @example faultOf(new Error('gone')) // "can't be read (gone)."
 */
export function faultOf(cause: unknown): string {
  if (cause instanceof InputFault) return cause.message;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return faults[code] ?? `can't be read (${cause instanceof Error ? cause.message : String(cause)}).`;
}
