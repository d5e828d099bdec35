import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { readInput } from '../read-input.ts';
import { importPurchases } from './import.ts';

/**
 * Reads planned purchases from a file that somebody sent, as {@link importPurchases} does from one that lies here. It is written
 * to a folder of its own, because workbooks are read from the disk, and is gone when it has been read.
 *
 * @throws AppError `bad-request` for who says so, `input-unreadable` with every bad cell, or `machine-resource` where the file doesn't fit
 */
export async function importUpload(
  context: Context,
  { name, bytes, by }: { name: string; bytes: Uint8Array; by?: string | undefined },
): Promise<z.output<typeof importPurchases.output>> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcing-upload-')).catch(refuseRoom);
  try {
    const file = join(folder, plainFileName(name));
    await writeFile(file, bytes, { mode: 0o600 }).catch(refuseRoom);
    const asked = readInput(importPurchases, { file, ...(by !== undefined && { by }) });
    return await importPurchases.run(context, importPurchases.input.parse(asked));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refuseRoom(cause: unknown): never {
  throw new AppError('machine-resource', 'There is no room on the disk for the file. Nothing was stored.', {
    cause,
  });
}

/** The last part of a name from elsewhere, so that messages name the file as its sender does; what no file is called becomes "file". */
function plainFileName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  const plain = Array.from(last.replaceAll(/\p{Cc}/gu, '').trim())
    .slice(-60)
    .join('');
  return /^\.*$/u.test(plain) ? 'file' : plain;
}
