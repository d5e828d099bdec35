import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { stopDatabase } from '../../src/db/embedded/stop-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run's databases; each is a data folder. They are started by the first suite that needs one. */
    databaseFolder: string;
  }
}

/** Gives the run a folder for its databases; afterwards stops those that were started and removes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcing-test-'));
  // As root the database runs as a user who has to be able to enter.
  await chmod(folder, 0o755);
  project.provide('databaseFolder', folder);
  return async () => {
    for (const dataDir of await readdir(folder)) await stopDatabase(join(folder, dataDir, 'database'));
    await rm(folder, { recursive: true, force: true });
  };
}
