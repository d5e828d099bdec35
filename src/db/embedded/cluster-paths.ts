import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { makeFolder } from '../../lib/make-folder.ts';

/** Where the embedded database keeps what it needs. All absolute. */
export type ClusterPaths = {
  /** The data folder itself, symbolic links resolved. */
  dataDir: string;
  /** PostgreSQL's own files. */
  databaseDir: string;
  /** Address of the running database, for people and other tools; gone when it is stopped. */
  address: string;
  /** What PostgreSQL and its supervisor have to say. */
  log: string;
  /** Held by whoever initialises or starts the database. */
  lock: string;
};

/**
 * The paths below a data folder, which is created where it is missing.
 *
 * @throws AppError `database-unavailable` when the folder can't be created or read
 * @example (await clusterPaths('var')).databaseDir // '/srv/app/var/database'
 */
export async function clusterPaths(dataDir: string): Promise<ClusterPaths> {
  try {
    await makeFolder(dataDir);
    const real = await realpath(dataDir);
    return {
      dataDir: real,
      databaseDir: join(real, 'database'),
      address: join(real, 'database.json'),
      log: join(real, 'database.log'),
      lock: join(real, 'database.lock'),
    };
  } catch (cause) {
    throw new AppError(
      'database-unavailable',
      `The data folder ${dataDir} can't be created or read (${reason(cause)}): set DATA_DIR to a folder you may write to.`,
      { cause },
    );
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
