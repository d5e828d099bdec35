import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '../app/operation.ts';
import { runLine } from '../../test/support/command-line.ts';
import { boatOperations } from '../../test/support/sample-operations.ts';

const run = (...argv: string[]) => runLine(argv, { operations: boatOperations });
const bodyOf = z.object({ asked: z.record(z.string(), z.unknown()) });
const askedBy = async (...argv: string[]) =>
  bodyOf.parse(JSON.parse((await run(...argv, '--json')).stdout)).asked;

describe('flags', () => {
  test('are derived from the inputs: numbers, lists, choices with commas, switches and their opposite', async () => {
    const asked = await askedBy(
      'boats',
      'find',
      '--sail-type',
      'gaff,lug',
      '--harbour',
      'Conwy, north',
      '--harbour=Hull',
      '--limit',
      '5',
      '--no-afloat',
    );
    expect(asked).toEqual({
      harbour: ['Conwy, north', 'Hull'],
      sailType: ['gaff', 'lug'],
      limit: 5,
      afloat: false,
    });
  });

  test('a word stands for the positional input, and may begin with a dash after --', async () => {
    expect(await askedBy('boats', 'find', 'Mari')).toMatchObject({ name: 'Mari', limit: 20 });
    expect((await run('log', '--', '-a', 'b')).stdout).toBe('line of -a\nline of b\n');
    expect((await run('log', '-', 'b')).stdout).toBe('line of -\nline of b\n');
  });

  test.each([
    [
      ['boats', 'find', '--limt', '5'],
      'sourcing: "sourcing boats find" has no flag --limt. Did you mean --limit? "sourcing boats find --help" lists them.\n',
    ],
    [['boats', 'find', '--limit'], 'sourcing: The flag --limit needs a value after it.\n'],
    [
      ['boats', 'find', '--harbour', '--limit', '5'],
      'sourcing: The flag --harbour needs a value after it.\n',
    ],
    [
      ['boats', 'find', 'a', 'b'],
      'sourcing: "sourcing boats find" doesn\'t know what to do with "b". Text of several words stands in quotation marks. "sourcing boats find --help" shows what it takes.\n',
    ],
    [
      ['boats', 'find', '--limit', '0', '--sail-type', 'square'],
      'sourcing: boats.find refused "sailType" and "limit".\n  --sail-type: Must be one of: gaff, lug.\n  --limit: Must be at least 1.\n',
    ],
    [
      ['boats', 'find', '--limit', '1e3'],
      'sourcing: boats.find refused "limit".\n  --limit: Must be a number.\n',
    ],
    [
      ['boats', 'find', '--limit', '1', '--limit', '2'],
      'sourcing: boats.find takes "limit" once, and it was given more than once.\n  --limit: Give it once.\n',
    ],
    [
      ['boats', 'find', '--name', 'x'.repeat(21)],
      'sourcing: boats.find refused "name".\n  NAME: A name has at most 20 letters.\n',
    ],
    [['boats', 'launch'], 'sourcing: boats.launch refused "name".\n  NAME: Is missing.\n'],
    [
      ['boats', 'export', '--format', 'pdf'],
      'sourcing: There is no format "pdf". The formats are: jsonl, csv, xlsx.\n',
    ],
    [['log', '--format', 'csv'], 'sourcing: boats.log has no columns, so it can only be written as jsonl.\n'],
    [
      ['boats', 'fnd'],
      'sourcing: There is no command "boats fnd". Did you mean "sourcing boats find"? "sourcing --help" lists the commands.\n',
    ],
    [
      ['--limit', '5'],
      'sourcing: Put the command first: "sourcing COMMAND --limit 5". "sourcing --help" lists the commands.\n',
    ],
  ])(
    '%o is refused with a sentence that says what to do, exit code 2 and an empty standard output',
    async (argv, sentence) => {
      expect(await run(...argv)).toMatchObject({ code: 2, stdout: '', stderr: sentence });
    },
  );
});

describe('answers', () => {
  test('without --json come as the operation presents them, else as a table', async () => {
    expect((await run('boats', 'launch', 'Mari')).stdout).toBe('Mari is afloat.\n');
    expect((await run('boats', 'find')).stdout).toContain(
      'items\n  name    metres\n  Mari         7\n  Gwylan    12.5\n',
    );
  });

  test('a refusal with --json is a problem body on standard error', async () => {
    const { code, stdout, stderr } = await run('boats', 'find', 'missing', '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(JSON.parse(stderr)).toEqual({
      type: 'urn:digital-sourcing:error:not-found',
      title: 'Not found',
      status: 404,
      detail: 'No boat is called missing. Look for another.',
    });
  });

  test('a fault is one sentence and how to report it, without a stack, exit code 70', async () => {
    const { code, stderr } = await run('boats', 'find', 'bug');
    expect(code).toBe(70);
    expect(stderr).toContain('this is a fault in the program, not your doing: cannot read the hull');
    expect(stderr).not.toContain('    at ');
  });

  test('input that was left out makes the exit code 1', async () => {
    expect((await run('log', 'torn')).code).toBe(1);
    expect((await run('log', 'whole')).code).toBe(0);
  });
});

describe('rows', () => {
  test('are JSON Lines, CSV or Excel', async () => {
    expect((await run('boats', 'export')).stdout).toBe(
      '{"name":"Boat 0","metres":0}\n{"name":"Boat 1","metres":1}\n',
    );
    expect((await run('boats', 'export', '--format', 'csv')).stdout).toBe(
      'name,metres\r\nBoat 0,0\r\nBoat 1,1\r\n',
    );
    expect((await run('boats', 'export', '--format', 'xlsx')).stdoutBytes.subarray(0, 2).toString()).toBe(
      'PK',
    );
  });

  test('a failure after some rows leaves them and ends with the code of what failed', async () => {
    const { code, stdout, stderr } = await run('boats', 'export', '--count', '3', '--fail', '2');
    expect({ code, lines: stdout.split('\n').length, stderr }).toEqual({
      code: 4,
      lines: 3,
      stderr: 'sourcing: The harbour has gone. Try again.\n',
    });
  });

  test('a file appears whole or not at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'output-'));
    const file = join(folder, 'boats.csv');
    try {
      expect((await run('boats', 'export', '--fail', '1', '--output', file)).code).toBe(4);
      expect(readdirSync(folder)).toEqual([]);
      expect(await run('boats', 'export', '--format', 'csv', '-o', file)).toMatchObject({
        code: 0,
        stdout: '',
      });
      expect(readFileSync(file, 'utf8')).toBe('name,metres\r\nBoat 0,0\r\nBoat 1,1\r\n');
      expect(await run('boats', 'export', '-o', folder)).toMatchObject({ code: 2 });
      expect(await run('boats', 'export', '-o', join(folder, 'none', 'x'))).toMatchObject({
        code: 5,
        stderr: `sourcing: ${join(folder, 'none', 'x')} can't be written: its folder does not exist.\n`,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('an interrupted stream ends with 130', async () => {
    const answer = await runLine(['boats', 'export'], {
      operations: boatOperations,
      signal: AbortSignal.abort(),
    });
    expect(answer).toMatchObject({ code: 130, stderr: 'sourcing: Stopped before the end.\n' });
  });
});

describe('help', () => {
  test('lists commands by noun, asked for (0) or because a command is incomplete (2, on standard error)', async () => {
    const asked = await run('--help');
    expect(asked.code).toBe(0);
    expect(asked.stdout).toContain('boats\n  boats find [NAME]  Find boats.\n');
    expect(await run('boats')).toMatchObject({ code: 2, stdout: '' });
    expect((await run('boats', '--help')).code).toBe(0);
    expect((await run()).stdout).toBe(asked.stdout);
  });

  test('of a command says what each flag takes', async () => {
    const { stdout } = await run('boats', 'find', '--help');
    expect(stdout).toContain(
      '--sail-type VALUE  Rigs. One of: gaff, lug. Can be repeated or given with commas.',
    );
    expect(stdout).toContain('--[no-]afloat      Only those afloat. Default: yes.');
    expect(stdout).toContain('--limit NUMBER     Rows. Default: 20.');
  });

  test('the version alone', async () => {
    expect((await run('--version')).stdout).toBe('0.0.0-test\n');
  });
});

test('the longest command wins, so that a noun can have both its own command and others below it', async () => {
  const make = (id: string, command: string[]) =>
    operation({
      id,
      summary: id,
      kind: 'read',
      access: 'public',
      surfaces: ['cli'],
      command,
      positional: 'word',
      input: z.object({ word: z.string().optional() }),
      output: z.object({ id: z.string() }),
      run: async () => ({ id }),
    });
  const operations = [make('tide.read', ['tide']), make('tide.status', ['tide', 'status'])];
  expect((await runLine(['tide', 'status'], { operations })).stdout).toContain('tide.status');
  expect((await runLine(['tide', '--', 'status'], { operations })).stdout).toContain('tide.read');
});
