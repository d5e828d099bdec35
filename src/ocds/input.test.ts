import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expandInputs } from './input.ts';

function makeFolder(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ocds-input-'));
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '{}');
  }
  return folder;
}

it('a directory stands for its data files and those of its folders, sorted by name', async () => {
  const folder = makeFolder([
    'b.json',
    'a/2.jsonl.gz',
    'a/1.json.gz',
    'c.jsonl',
    'notes.txt',
    '.hidden.json',
    'a/.git/x.json',
  ]);
  const inputs = await expandInputs([folder, join(folder, 'notes.txt')]);
  expect(inputs.map(({ name }) => name.slice(folder.length + 1))).toEqual([
    'a/1.json.gz',
    'a/2.jsonl.gz',
    'b.json',
    'c.jsonl',
    'notes.txt',
  ]);
});

it.each([
  ['missing.json', "doesn't exist. Check the path."],
  ['b.json/inside.json', "doesn't exist: a part of its path is a file. Check the path."],
  [
    'empty',
    'has no file ending in .json, .jsonl, .json.gz, .jsonl.gz. Name the files themselves if they end otherwise.',
  ],
])('%s is refused in one sentence', async (name, sentence) => {
  const folder = makeFolder(['b.json', 'empty/notes.txt']);
  const path = join(folder, name);
  await expect(expandInputs([path])).rejects.toMatchObject({
    code: 'input-unreadable',
    message: `${path} ${sentence}`,
  });
});
