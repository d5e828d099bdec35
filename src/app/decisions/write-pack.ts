import { join, resolve } from 'node:path';
import { writeFileAtomically } from '../../lib/atomic-file.ts';
import type { CasePack } from './pack/case-pack.ts';

/**
 * Writes the files of a pack into a folder, which is made if it isn’t there, and answers where they are.
 *
 * @throws the system’s error where the folder can’t be written to
 */
export async function writePack({ files }: CasePack, folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const { name, bytes } of files) {
    const path = resolve(join(folder, name));
    await writeFileAtomically(path, bytes);
    written.push(path);
  }
  return written;
}
