import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What PostgreSQL writes about itself in `postmaster.pid`. */
export type Postmaster = {
  pid: number;
  port: number;
  socketDir: string;
  /** Whether it said that it takes connections. */
  isReady: boolean;
};

/**
 * The lock file of a data folder, or null where there is none or it isn't whole yet. It says nothing about whether the process lives.
 * Its lines: pid, data folder, start time, port, socket folder, listen address, shared memory key, status (PostgreSQL 18, miscadmin.h).
 */
export async function readPostmaster(databaseDir: string): Promise<Postmaster | null> {
  const text = await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const socketDir = lines[4] ?? '';
  if (!Number.isInteger(pid) || pid <= 0 || socketDir === '') return null;
  return { pid, port: Number(lines[3]), socketDir, isReady: (lines[7] ?? '').trim() === 'ready' };
}

/**
 * The process that listens, or listened last, at a socket; null where none is noted. Unlike the lock file of the data
 * folder, this one stays where it is when that folder is moved or removed.
 */
export async function readListener(socketDir: string, port: number): Promise<number | null> {
  const text = await readFile(join(socketDir, `.s.PGSQL.${port}.lock`), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Whether a process exists, also one that isn't ours. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/**
 * Whether the process that the lock file names is PostgreSQL at work in this folder, and not another that got its number later
 * (the rule rather than the exception after a restart in a container). Where the system doesn't tell, alive is enough.
 */
export async function runsIn(databaseDir: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const [folder, program] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => null),
    readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
  ]);
  return program.trim() === 'postgres' && (folder === null || folder === databaseDir);
}
