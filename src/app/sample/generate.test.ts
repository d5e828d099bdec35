import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLine } from '../../../test/support/command-line.ts';
import { testContext } from '../../../test/support/context.ts';
import { isObject } from '../../lib/json.ts';
import { readTextInput } from '../read-input.ts';
import { generateSampleMarket } from './generate.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function linesOf(input: Parameters<typeof generateSampleMarket.run>[1]): Promise<string[]> {
  const lines: string[] = [];
  for await (const row of generateSampleMarket.run(testContext({}), input))
    lines.push(typeof row === 'string' ? row : '');
  return lines;
}

const plain = { processes: 120, seed: 1, asOf: '2026-11-01', truth: undefined, spread: false };

describe('sourcing sample', () => {
  it('writes one release a line', async () => {
    const lines = await linesOf(plain);
    expect(lines.length).toBeGreaterThan(120);
    for (const line of lines) expect(isObject(JSON.parse(line))).toBe(true);
  });

  it('takes today from the clock where no day is given', async () => {
    expect(await linesOf({ ...plain, asOf: undefined })).not.toEqual([]);
  });

  it('writes the truth beside it: every process once, with the suppliers that were awarded', async () => {
    const truth = join(folder, 'truth.jsonl');
    const lines = await linesOf({ ...plain, truth });
    const rows = (await readFile(truth, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
      .filter(isObject);
    const processes = rows.filter((row) => row['kind'] === 'process');
    expect(processes.length).toBe(120);
    const published = new Set(lines.map((line) => /"ocid":"([^"]+)"/u.exec(line)?.[1]));
    expect(new Set(processes.map((row) => row['ocid']))).toEqual(published);
    expect(
      rows.some((row) => row['kind'] === 'mention' && row['publishedName'] !== row['registeredName']),
    ).toBe(true);
  });

  it('says on the command line what its flags take, and refuses one file for both outputs', async () => {
    const run = (...flags: string[]) =>
      runLine(['sample', '--processes', '120', ...flags], { operations: [generateSampleMarket] });
    expect((await run('--help')).stdout).toMatch(/--as-of DAY .*\n.*--truth FILE /u);
    const path = join(folder, 'both.jsonl');
    const both = await run('--truth', path, '--output', join(folder, '.', 'x', '..', 'both.jsonl'));
    expect(both).toMatchObject({ code: 2, stdout: '' });
    expect(both.stderr).toContain('--truth and --output name the same file. Name two.');
    expect(await run('--truth', '-')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Name a file; standard output carries the releases.'),
    });
    expect(await readdir(folder)).not.toContain('both.jsonl');
  });

  it('writes the same truth when the releases are spread', async () => {
    const together = join(folder, 'together.jsonl');
    const apart = join(folder, 'apart.jsonl');
    await linesOf({ ...plain, truth: together });
    await linesOf({ ...plain, truth: apart, spread: true });
    expect(await readFile(apart, 'utf8')).toBe(await readFile(together, 'utf8'));
  });

  it('refuses a folder as the truth, and a file in none, before it writes anything', async () => {
    await expect(linesOf({ ...plain, truth: folder })).rejects.toMatchObject({
      code: 'bad-request',
      message: `${folder} is a folder; --truth needs a file.`,
    });
    const lost = join(folder, 'nowhere', 'truth.jsonl');
    await expect(linesOf({ ...plain, truth: lost })).rejects.toMatchObject({
      code: 'machine-resource',
      message: `${lost} can't be written: its folder does not exist.`,
    });
  });

  it('leaves no half-written truth when the reader stops early', async () => {
    const truth = join(folder, 'stopped.jsonl');
    for await (const row of generateSampleMarket.run(testContext({}), { ...plain, truth })) {
      expect(row).not.toBe('');
      break;
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('refuses fewer processes than the stories need, a day before 2026 and a text for a number', () => {
    for (const texts of [
      { processes: ['49'] },
      { asOf: ['2025-01-01'] },
      { processes: ['many'] },
      { seed: ['-1'] },
    ]) {
      expect(() => readTextInput(generateSampleMarket, texts)).toThrow(/sample\.generate refused/u);
    }
  });
});
