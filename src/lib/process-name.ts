import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

const token = randomUUID().slice(0, 8);

/**
 * A name of this process that no other process has, on any machine: `host:pid:token`.
 *
 * @example processName() // 'commercial-7:4211:9f0c2b1e'
 */
export function processName(): string {
  return `${hostname()}:${String(process.pid)}:${token}`;
}

/**
 * Whether the process of that name certainly no longer runs: it was of this machine, and its number is free or ours.
 * False where that can't be told, such as for a process of another machine.
 *
 * @param name as {@link processName} gave it
 * @example isProcessGone(processName()) // false
 */
export function isProcessGone(name: string): boolean {
  const match = /^(.*):(\d+):[^:]*$/.exec(name);
  if (match === null || match[1] !== hostname() || name === processName()) return false;
  const pid = Number(match[2]);
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
