import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { isReachable } from './identity.ts';
import type { Identity } from './identity.ts';

/** Linux takes 107 bytes for the path of a Unix socket, macOS 103. */
const socketPathBytes = 103;

/** The system's temporary folder, or `/tmp` when the user PostgreSQL runs as can't enter it. */
export async function temporaryFolder(identity: Identity | null): Promise<string> {
  const own = tmpdir();
  return (await isReachable(own, identity).catch(() => false)) ? own : '/tmp';
}

/**
 * Makes the folder for the Unix socket of a data folder: short, private to the user PostgreSQL runs as,
 * and always the same for the same data folder.
 *
 * @param dataDir with symbolic links resolved
 * @throws AppError `database-unavailable` when somebody else's file or folder is in its place
 * @example await socketFolder('/srv/app/var', null) // '/tmp/sourcing-3f6c9a0b1d2e4f58'
 */
export async function socketFolder(dataDir: string, identity: Identity | null): Promise<string> {
  const owner = identity?.uid ?? process.getuid?.() ?? 0;
  const name = `sourcing-${sha256Hex(`${owner} ${dataDir}`).slice(0, 16)}`;
  const preferred = join(await temporaryFolder(identity), name);
  const folder =
    Buffer.byteLength(`${preferred}/.s.PGSQL.65535`) <= socketPathBytes ? preferred : join('/tmp', name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const ownUid = process.getuid?.() ?? 0;
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== ownUid)) {
    throw new AppError(
      'database-unavailable',
      `${folder}, where the database listens, belongs to somebody else: remove it, or set TMPDIR to a folder of your own.`,
    );
  }
  await chmod(folder, 0o700);
  if (identity !== null) await chown(folder, identity.uid, identity.gid);
  return folder;
}
