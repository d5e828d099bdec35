import { lchown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import type { ClusterPaths } from './cluster-paths.ts';

/** The user PostgreSQL runs as where that isn't ourselves. */
export type Identity = { uid: number; gid: number };

/** The user without rights on Linux and in most containers. PostgreSQL refuses to run as root. */
export const nobody: Identity = { uid: 65_534, gid: 65_534 };

/**
 * Who PostgreSQL has to run as. As root: the owner of an existing database or else of the data folder, so that this user can go on
 * without root; `nobody` where that would be root itself. Otherwise ourselves (null).
 *
 * @throws AppError `database-unavailable` when the database belongs to somebody else and we aren't root
 */
export async function clusterIdentity({ dataDir, databaseDir }: ClusterPaths): Promise<Identity | null> {
  const ownUid = process.getuid?.() ?? 0;
  const database = await stat(databaseDir).catch(() => null);
  if (ownUid === 0) {
    const owner = [database, await stat(dataDir)].find((folder) => folder !== null && folder.uid !== 0);
    return owner === undefined || owner === null ? nobody : { uid: owner.uid, gid: owner.gid };
  }
  if (database !== null && database.uid !== ownUid) {
    throw new AppError(
      'database-unavailable',
      `The database in ${databaseDir} belongs to the user with the number ${database.uid}: run as that user or as root, or set DATA_DIR to a folder of your own.`,
    );
  }
  return null;
}

/** Gives a folder and everything in it to another user, the folder last; nothing is done for ourselves, or where it is done. */
export async function giveTo(path: string, identity: Identity | null): Promise<void> {
  if (identity === null || (await stat(path)).uid === identity.uid) return;
  for (const entry of await readdir(path, { recursive: true })) {
    await lchown(join(path, entry), identity.uid, identity.gid);
  }
  await lchown(path, identity.uid, identity.gid);
}

/** Files that root makes in somebody's data folder are theirs. */
export async function giveToOwner(dataDir: string, files: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dataDir);
  await Promise.all(files.map((file) => lchown(file, uid, gid)));
}

/**
 * Whether a user may enter every folder on the way to a path. Access lists beyond the nine permission bits are not looked at.
 *
 * @example await isReachable('/root/clone/node_modules', { uid: 65_534, gid: 65_534 }) // false
 */
export async function isReachable(path: string, identity: Identity | null): Promise<boolean> {
  if (identity === null) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const enter = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if ((mode & enter) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
