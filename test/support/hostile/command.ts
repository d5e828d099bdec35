import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..', '..');

/** What a command left behind, without the lines that say how far it was; `peakBytes` is the most memory it held at once (Linux; 0 elsewhere). */
export type Ended = { code: number | null; stdout: string; stderr: string; peakBytes: number };

/** A command at work. */
export type Running = {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Waits for the service's address, as the command prints it; an empty text where it ends without one. */
  saysAddress: () => Promise<string>;
};

/**
 * Starts the real command as a process of its own, on a data folder of the test's.
 *
 * @param environment settings beside DATA_DIR
 * @example const { code, stderr } = await startCommand(['ingest', path], folder.path).ended
 */
export function startCommand(
  argv: readonly string[],
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, ['src/main.ts', ...argv], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, stdout: '', stderr: '', peakBytes: 0 };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text));
  const watch = setInterval(() => {
    ended.peakBytes = Math.max(ended.peakBytes, peakBytesOf(child.pid ?? 0));
  }, 100);
  return {
    child,
    ended: new Promise((resolve) => {
      child.once('close', (code) => {
        clearInterval(watch);
        resolve({ ...ended, code, stderr: ended.stderr.replaceAll(progressLines, '') });
      });
    }),
    async saysAddress() {
      await until(
        () => addressIn(ended.stdout) !== '' || child.exitCode !== null || child.signalCode !== null,
      );
      return addressIn(ended.stdout);
    },
  };
}

/** On a slow machine a command says every five seconds how far it is: `Storing notices · 802 notices · 64/s`. */
const progressLines = /^[A-Z][a-z ]+ · [\d,]+.*\n/gmu;

function addressIn(said: string): string {
  return /answers on (http:\S+)/.exec(said)?.[1] ?? '';
}

/** Runs a command to its end. */
export function runCommandToEnd(
  argv: readonly string[],
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return startCommand(argv, dataDir, environment).ended;
}

/** The system keeps the peak itself, so that looking now and then misses only what comes after the last look. */
function peakBytesOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // It has just ended, or this system has no /proc.
    return 0;
  }
}

/** Waits until something holds. The test's own time limit is the only one. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await sleep(20);
}

/** A line of a stack trace, or the word for a fault of the program: what nobody should ever be shown. */
export const faultMarks = /^\s+at \S|fault in the program|node:internal|\[object Object\]|undefined|NaN\b/m;
