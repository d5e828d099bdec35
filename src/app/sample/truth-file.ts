import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import type { ProcessPlan } from '../../sample/process-plan.ts';
import { truthOf } from '../../sample/truth.ts';

/** Where the truth about a sample goes, process by process. */
export type TruthFile = {
  write(plan: ProcessPlan): Promise<void>;
  /** Writes the rest and puts the file in its place. */
  finish(): Promise<void>;
  /** Leaves nothing behind where `finish` was not reached. */
  close(): Promise<void>;
};

const blockLength = 262_144;

/**
 * Opens a truth file; it appears under its name only when it is whole.
 *
 * @throws AppError bad-request for a folder, machine-resource where there is no folder for it: before anything is made
 */
export async function openTruthFile(path: string): Promise<TruthFile> {
  if ((await stat(path).catch(() => null))?.isDirectory() === true)
    throw new AppError('bad-request', `${path} is a folder; --truth needs a file.`);
  if ((await stat(dirname(path)).catch(() => null)) === null)
    throw new AppError('machine-resource', `${path} can't be written: its folder does not exist.`);
  const part = `${path}.part`;
  const file = await open(part, 'w');
  let block = '';
  let isFinished = false;
  return {
    async write(plan) {
      for (const row of truthOf(plan)) block += `${JSON.stringify(row)}\n`;
      if (block.length < blockLength) return;
      await file.writeFile(block);
      block = '';
    },
    async finish() {
      await file.writeFile(block);
      await file.close();
      isFinished = true;
      await rename(part, path);
    },
    async close() {
      if (isFinished) return;
      await file.close();
      await rm(part, { force: true });
    },
  };
}
