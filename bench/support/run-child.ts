import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** One run of a child process: how long, and (on Linux) its processor time on all threads and the most memory it ever held. */
export type ChildRun = { ms: number; cpuMs: number; peakMb: number };

/** Runs a program with its output thrown away, and looks at its memory's high-water mark all the while. */
export async function runChild(argv: readonly string[]): Promise<ChildRun> {
  const started = performance.now();
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  let peakMb = 0;
  let cpuMs = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, highWaterMb(child.pid));
    cpuMs = Math.max(cpuMs, processorMs(child.pid));
  }, 50);
  const [code]: unknown[] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${String(code)}`);
  return { ms: performance.now() - started, cpuMs, peakMb };
}

function highWaterMb(pid: number | undefined): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readProcess(pid, 'status'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** User and system time, in `stat` the 14th and 15th field, in hundredths of a second. */
function processorMs(pid: number | undefined): number {
  const fields = readProcess(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
}

function readProcess(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid ?? 0}/${name}`, 'utf8');
  } catch {
    // Not Linux, or the process ended between two looks.
    return '';
  }
}
