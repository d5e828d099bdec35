import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'make-folder-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

it('makes every folder on the way, by several at once, and again', async () => {
  const path = join(folder, 'a', 'b', 'c');
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(folder, 'a', 'd'))]);
  await makeFolder(path);
  expect((await stat(path)).isDirectory()).toBe(true);
});

it('says that a file is in the way', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file'))).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(folder, 'file', 'inside'))).rejects.toThrow(/ENOTDIR|EEXIST/);
});

it.skipIf(process.platform !== 'linux')(
  'gives up where the system makes no folders (Linux only)',
  async () => {
    await expect(makeFolder('/proc/no-folders-here')).rejects.toThrow('ENOENT');
    await expect(makeFolder('/proc/no-folders-here/database')).rejects.toThrow('ENOENT');
  },
);
