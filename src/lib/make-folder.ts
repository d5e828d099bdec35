import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those on the way to it. What is there already is left as it is.
 *
 * Instead of `mkdir` with `recursive`, which never ends where a file system says of a new folder that its parent doesn't
 * exist (`/proc/new`).
 *
 * @throws the system's error (ENOENT, EACCES, EEXIST where a file is in the way, …)
 * @example await makeFolder('/data/archive/2026')
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  let folder = resolve(path);
  while (!(await isFolder(folder))) {
    missing.push(folder);
    if (folder === dirname(folder)) break;
    folder = dirname(folder);
  }
  for (const each of missing.toReversed()) {
    try {
      await mkdir(each);
    } catch (error) {
      // Somebody else was quicker.
      if (!(await isFolder(each))) throw error;
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true;
}
