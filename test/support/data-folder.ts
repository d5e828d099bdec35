import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopDatabase } from '../../src/db/embedded/stop-database.ts';

/** A data folder of a test's own, for what concerns the embedded database itself. */
export type DataFolder = { path: string; databaseDir: string; remove: () => Promise<void> };

/**
 * Makes an empty data folder. `remove` stops the database in it, if one runs.
 *
 * @param parent where it is made; the temporary folder unless given
 */
export async function createDataFolder(parent: string = tmpdir()): Promise<DataFolder> {
  const path = await mkdtemp(join(parent, 'sourcing-data-'));
  // As root the database runs as a user who has to be able to enter.
  await chmod(path, 0o755);
  const databaseDir = join(path, 'database');
  return {
    path,
    databaseDir,
    async remove() {
      await stopDatabase(databaseDir);
      await rm(path, { recursive: true, force: true });
    },
  };
}
