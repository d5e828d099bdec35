import { readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../lib/errors.ts';
import { monotonicMs } from '../../lib/clock.ts';
import type { ClusterAddress } from './attendance.ts';
import { isAlive, readListener, readPostmaster } from './postmaster.ts';

/** An immediate stop takes a fraction of a second. */
const endMs = 10_000;

/**
 * Ends the PostgreSQL that still listens at an address although its data folder was removed under it, and returns when
 * it is gone; nothing happens where none does. To be called while the start lock is held and before a start, which
 * fails while another holds the socket.
 *
 * It has nothing left to lose: PostgreSQL itself looks every minute whether its lock file is still there, and else ends
 * at once (postmaster.c, RecheckDataDirLockFile).
 *
 * @throws AppError `database-unavailable` where its folder was moved, or where the system doesn't tell
 */
export async function endOrphan({ socketDir, port }: ClusterAddress, databaseDir: string): Promise<void> {
  const pid = await readListener(socketDir, port);
  if (pid === null || !isAlive(pid)) return;
  // The server of this folder: what is to be done about it is known elsewhere.
  if ((await readPostmaster(databaseDir))?.pid === pid) return;
  const state = await stateOf(pid);
  if (state === 'another program') return;
  if (state === 'unknown' || !end(pid)) {
    throw new AppError(
      'database-unavailable',
      `A database whose data folder was moved or removed still runs (process ${pid}) and holds the place of this one: stop what uses it and try again in a minute, or end it with \`kill -INT ${pid}\`.`,
    );
  }
  const since = monotonicMs();
  while (isAlive(pid) && monotonicMs() - since < endMs) await sleep(20);
}

/** Only Linux tells where a process works, and marks a folder that is no more. */
async function stateOf(pid: number): Promise<'removed' | 'unknown' | 'another program'> {
  if (process.platform !== 'linux') return 'unknown';
  const [folder, program] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
    readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
  ]);
  if (program.trim() !== 'postgres') return 'another program';
  return folder.endsWith(' (deleted)') ? 'removed' : 'unknown';
}

/** Asks for an immediate stop; false where the process belongs to somebody else. */
function end(pid: number): boolean {
  try {
    process.kill(pid, 'SIGQUIT');
    return true;
  } catch {
    return !isAlive(pid);
  }
}
