import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../lib/errors.ts';
import { monotonicMs } from '../../lib/clock.ts';

/** Longer than any start; a database that recovers after a crash may need minutes. */
const waitMs = 300_000;

/**
 * Runs `work` while holding an exclusive lock on a file, across processes.
 *
 * Node has no file locks of its own, but SQLite (part of Node) takes real ones, which the kernel drops when their holder dies,
 * however it dies: there is no stale lock to recognise. The file stays empty.
 *
 * @throws AppError `database-unavailable` when the file can't be written or the lock isn't free after five minutes
 */
export async function withStartLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = await acquire(path);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

async function acquire(path: string): Promise<DatabaseSync> {
  const from = monotonicMs();
  for (;;) {
    const lock = tryAcquire(path);
    if (lock !== null) return lock;
    if (monotonicMs() - from > waitMs) {
      throw new AppError(
        'database-unavailable',
        `Another process has been starting the database for five minutes and holds ${path}: look into database.log beside it, end that process and try again.`,
      );
    }
    await sleep(20);
  }
}

/** The lock, or null while another process has it. */
function tryAcquire(path: string): DatabaseSync | null {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    if (cause instanceof Error && /locked|busy/.test(cause.message)) return null;
    throw new AppError(
      'database-unavailable',
      `The file ${path} can't be locked (${cause instanceof Error ? cause.message : String(cause)}): make the data folder writable, free some space, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
