import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/app/ocds/compile.ts';
import { coverage } from '../../src/app/ocds/coverage.ts';
import { detectFormats } from '../../src/app/ocds/detect-format.ts';
import { indicators } from '../../src/app/ocds/indicators.ts';
import { prepare } from '../../src/app/ocds/prepare.ts';
import { upgrade } from '../../src/app/ocds/upgrade.ts';
import { validate } from '../../src/app/ocds/validate.ts';
import { runLine } from '../support/command-line.ts';

const operations = [compile, upgrade, detectFormats, validate, coverage, prepare, indicators];
const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'ocds.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\S+)(?: (\S+))?\n(.*?)^```$/gms)].map(
  ([, kind = '', name = '', content = '']) => ({ kind, name, content }),
);

describe('the page of the OCDS toolkit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocds-page-'));
  for (const { name, content } of blocks) if (name !== '') writeFileSync(join(folder, name), content);

  const examples = blocks
    .filter(({ kind }) => kind === 'console')
    .map(({ content }) => content.slice(2).split(/\n(.*)/s));

  it.each(examples)('%s', async (command, output) => {
    const [program, ...argv] = (command ?? '').split(' ');
    expect(program).toBe('sourcing');
    const result = await runLine(
      argv.map((word) => (/\.(?:jsonl?|ini)$/.test(word) ? join(folder, word) : word)),
      { operations },
    );
    expect(result.stdout.replaceAll(`${folder}/`, '')).toBe(output);
    expect(result.code).toBe(0);
  });

  it.each(operations.map(({ id, command }) => (command ?? id.split('.')).join(' ')))(
    'has an example of %s',
    (words) => {
      expect(examples.some(([command]) => command?.startsWith(`sourcing ${words} `))).toBe(true);
    },
  );
});
