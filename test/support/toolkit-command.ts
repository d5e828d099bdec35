import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '../../src/app/operation.ts';
import type { CommandResult } from './command-line.ts';
import { runLine } from './command-line.ts';

/** Files in a folder of their own, and `sourcing ocds …` over them. */
export type ToolkitCommand = {
  folder: string;
  /** Writes a file and answers its path. */
  file: (name: string, content: string | Uint8Array) => string;
  run: (...argv: string[]) => Promise<CommandResult>;
};

/**
 * The commands of the toolkit, for tests of what they print.
 *
 * @example const { run } = toolkitCommand([compile]); await run('compile', path)
 */
export function toolkitCommand(operations: readonly Operation[]): ToolkitCommand {
  const folder = mkdtempSync(join(tmpdir(), 'ocds-toolkit-'));
  return {
    folder,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    run: async (...argv) => runLine(['ocds', ...argv], { operations }),
  };
}

/** A line of one release, without its end. */
export function releaseLine(process: number, day: number): string {
  return JSON.stringify({
    ocid: `ocds-${process}`,
    id: `${process}-${day}`,
    date: `2026-01-0${day}T00:00:00Z`,
    tag: ['tender'],
    tender: { id: 't', title: `day ${day}` },
  });
}

/** Lines of five releases of three processes, those of one process apart and not in their order. */
export const farReleases = [
  releaseLine(1, 1),
  releaseLine(2, 1),
  releaseLine(1, 3),
  releaseLine(3, 1),
  releaseLine(1, 2),
]
  .map((line) => `${line}\n`)
  .join('');
