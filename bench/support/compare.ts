import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildRun } from './run-child.ts';
import { runChild } from './run-child.ts';
import { writeSpreadSample } from './write-spread-sample.ts';

/** What is measured against what; both get the file's path at the end of their arguments. */
export type Comparison = {
  script: string;
  megabytes: number;
  rounds: number;
  command: readonly string[];
  bare: { name: string; mode: 'parse' | 'stringify' };
  /** What the ratio is to stay under, where something was promised. */
  mostRatio?: number;
  /** Writes the file that is read; releases of the sample market unless said otherwise. */
  write?: (file: string, bytes: number) => Promise<{ bytes: number; releases: number }>;
};

const root = join(import.meta.dirname, '..', '..');

/**
 * Runs a command of the toolkit and the bare minimum in turn on one file, as processes of their own; prints the
 * ratio (the middle of the rounds) and the peak memory, and appends them to bench/results.md.
 */
export async function compare({
  script,
  megabytes,
  rounds,
  command,
  bare,
  mostRatio,
  write = writeSpreadSample,
}: Comparison): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ocds-'));
  try {
    const file = join(folder, 'releases.jsonl');
    const written = await write(file, megabytes * 1e6);
    const runs: { bare: ChildRun; command: ChildRun }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const least = await runChild([join(root, 'bench', 'parse-lines.ts'), file, bare.mode]);
      const measured = await runChild([join(root, 'src', 'main.ts'), ...command, file]);
      runs.push({ bare: least, command: measured });
      process.stderr.write(`round ${round + 1}: ${seconds(measured.ms)} ÷ ${seconds(least.ms)}\n`);
    }
    const ratio = middle(runs.map((run) => run.command.ms / run.bare.ms));
    const peak = Math.max(...runs.map((run) => run.command.peakMb));
    const lines = [
      `### \`npx node ${script} ${megabytes}${rounds === 3 ? '' : ` ${rounds}`}\` · ${new Date().toISOString().slice(0, 10)}`,
      '',
      `| ${(written.bytes / 1e6).toFixed(0)} MB, ${written.releases} releases, ${rounds === 1 ? 'one run of each side' : `the middle of ${rounds} runs of each side in turn`} | |`,
      '| --- | --- |',
      `| ${bare.name} | ${seconds(middle(runs.map((run) => run.bare.ms)))} |`,
      `| \`sourcing ${command.join(' ')}\` | ${seconds(middle(runs.map((run) => run.command.ms)))} |`,
      `| **ratio** | **${ratio.toFixed(2)}**${mostRatio === undefined ? '' : ` (at most ${mostRatio})`} |`,
      `| ratio of processor time | ${middle(runs.map((run) => run.command.cpuMs / run.bare.cpuMs)).toFixed(2)} |`,
      `| **peak memory** | **${peak.toFixed(0)} MB** (under 300) |`,
      '',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    appendFileSync(join(root, 'bench', 'results.md'), `${lines.join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
