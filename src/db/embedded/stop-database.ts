import { rmdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, readPostmaster, runsIn } from './postmaster.ts';

/**
 * Ends the PostgreSQL that runs on a folder's files, whoever uses it, and returns when it and the folder of its socket are gone; nothing happens where none runs.
 *
 * @param signal SIGINT stops it properly; SIGKILL leaves it to the next start to recover
 * @example await stopDatabase('/srv/app/var/database')
 */
export async function stopDatabase(
  databaseDir: string,
  signal: 'SIGINT' | 'SIGKILL' = 'SIGINT',
): Promise<void> {
  const postmaster = await readPostmaster(databaseDir);
  if (postmaster === null || !(await runsIn(databaseDir, postmaster.pid))) return;
  process.kill(postmaster.pid, signal);
  while (isAlive(postmaster.pid)) await sleep(20);
  // Empty after a proper stop; after a kill the next start uses it again.
  await rmdir(postmaster.socketDir).catch(() => undefined);
}
