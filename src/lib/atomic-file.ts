import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a file so that at any moment, also after a power cut, its path holds either the old content or the whole new
 * one: a temporary file beside it is written, flushed to the disk and renamed, then the folder is flushed.
 * Folders on the way are made. One writer at a time per path.
 *
 * @param path absolute
 * @throws the system's error (ENOSPC, EACCES …); the temporary file is gone then
 * @example await writeFileAtomically('/data/archive/page.json.gz', bytes)
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = `${path}.part`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** Makes a rename last; some file systems refuse to flush a folder, and then there is nothing more to do. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}
