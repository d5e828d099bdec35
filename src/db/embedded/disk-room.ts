import { statfs } from 'node:fs/promises';

/** PostgreSQL writes its log in files of this size; one that it can't make whole ends it at once. */
const logFileBytes = 16 * 1024 * 1024;

/**
 * Whether a folder's disk has no room for what PostgreSQL needs next. A full disk ends the server without a word to
 * its clients, and its log, which lies on the same disk, can't be written either.
 *
 * @example await isDiskFull('/srv/app/var') // false
 */
export async function isDiskFull(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < logFileBytes;
}
