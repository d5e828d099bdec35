import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Identity } from './identity.ts';

/** How a program of PostgreSQL is run in its data folder. */
export type ProgramRun = {
  program: string;
  options: readonly string[];
  databaseDir: string;
  identity: Identity | null;
  /** Where its output goes. */
  output: 'pipe' | number;
  environment?: Record<string, string>;
};

/**
 * Starts `initdb` or `postgres` on the folder it works in.
 *
 * On Linux the folder is entered first, with our own rights, and named as `/proc/self/cwd`: the program then reaches it
 * even where its user may not enter the folders above (a clone under /root, whose mode is 0700).
 * Its environment is empty, so that nobody's PGDATA or PGPORT changes what it does.
 */
export function runProgram(run: ProgramRun): ChildProcess {
  const folder = process.platform === 'linux' ? '/proc/self/cwd' : run.databaseDir;
  return spawn(run.program, ['-D', folder, ...run.options], {
    cwd: run.databaseDir,
    env: run.environment ?? {},
    stdio: ['ignore', run.output, run.output],
    detached: true,
    ...run.identity,
  });
}
