import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { writeFileAtomically } from '../lib/atomic-file.ts';
import { AppError } from '../lib/errors.ts';
import { sha256Hex } from '../lib/hash.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Window } from './_source.ts';
import type { ArchivedPage } from './ledger.ts';

/** Whether an archived file still is what was stored. */
export type ArchiveCheck = 'whole' | 'missing' | 'corrupt';

/** Where pages are kept, contact points removed: a port. */
export type Archive = {
  /** Stores a window's page under its own name, replacing an earlier one. */
  write(source: string, window: Window, page: JsonObject): Promise<ArchivedPage>;
  check(page: ArchivedPage): Promise<ArchiveCheck>;
  remove(page: ArchivedPage): Promise<void>;
  /** The file of a page, for reading it back. */
  pathOf(page: ArchivedPage): string;
};

const compress = promisify(gzip);

/**
 * An archive of files: `<folder>/<source>/<year>/<window>.json.gz`.
 *
 * @param folder absolute: `$DATA_DIR/archive`
 * @param writeFile how a file is written; for tests
 * @throws AppError machine-resource when the disk is full; the system's error otherwise
 * @example createFileArchive('/data/archive')
 */
export function createFileArchive(folder: string, writeFile = writeFileAtomically): Archive {
  const pathOf = (page: ArchivedPage): string => join(folder, ...page.path.split('/'));
  return {
    async write(source, window, page) {
      const path = archivePath(source, window);
      const bytes = await compress(stringifyPage(page));
      const file = join(folder, ...path.split('/'));
      await writeFile(file, bytes).catch((error: unknown) => {
        throw asFullDisk(error, file);
      });
      return { path, sha256: sha256Hex(bytes), bytes: bytes.length };
    },
    async check(page) {
      const found = await hashFile(pathOf(page));
      if (found === null) return 'missing';
      return found === page.sha256 ? 'whole' : 'corrupt';
    },
    remove: (page) => rm(pathOf(page), { force: true }),
    pathOf,
  };
}

/**
 * Name of a window's file below the archive. No colons: they aren't allowed in file names everywhere.
 *
 * @example archivePath('find-a-tender', window) // 'find-a-tender/2026/2026-08-10T000000_2026-08-10T100000.json.gz'
 */
export function archivePath(source: string, { from, to }: Window): string {
  const name = `${from}_${to}`.replaceAll(':', '');
  return `${source}/${from.slice(0, 4)}/${name}.json.gz`;
}

declare global {
  interface JSON {
    /** A value that `stringify` writes as this text (ECMAScript proposal, in Node since version 22). */
    rawJSON(text: string): unknown;
  }
}

/** A number beyond every double stays one: `JSON.stringify` alone would turn the publisher's 1e9999 into null. */
function stringifyPage(page: JsonObject): string {
  return JSON.stringify(page, (_key, value: unknown) => {
    if (value === Infinity) return JSON.rawJSON('1e9999');
    return value === -Infinity ? JSON.rawJSON('-1e9999') : value;
  });
}

function asFullDisk(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new AppError(
    'machine-resource',
    `The disk is full: ${file} could not be written. Free some space, then go on with \`sourcing harvest --resume\`; what was stored is kept.`,
    { cause: error },
  );
}

async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) if (Buffer.isBuffer(piece)) hash.update(piece);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
