import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runLine } from '../../../test/support/command-line.ts';
import {
  farReleases as far,
  releaseLine as release,
  toolkitCommand,
} from '../../../test/support/toolkit-command.ts';
import { compile } from './compile.ts';
import { coverage } from './coverage.ts';
import { detectFormats } from './detect-format.ts';
import { upgrade } from './upgrade.ts';
import { validate } from './validate.ts';

const operations = [compile, upgrade, detectFormats, validate, coverage];
const { folder, file, run } = toolkitCommand(operations);

describe('compile', () => {
  it('merges the releases of a process wherever they lie, in order of first appearance', async () => {
    const { stdout, code } = await run('compile', file('far.jsonl', far));
    const compiled = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(compiled).toMatchObject([
      { ocid: 'ocds-1', tender: { title: 'day 3' } },
      { ocid: 'ocds-2', tender: { title: 'day 1' } },
      { ocid: 'ocds-3', tender: { title: 'day 1' } },
    ]);
    expect(code).toBe(0);
  });

  it('gives the same from a file, from gzip, from standard input, and from several files', async () => {
    const { stdout } = await run('compile', file('far.jsonl', far));
    const halves = far.split(/(?<=\n)/);
    const many = [
      file('one.json', `{"releases":[${halves.slice(0, 2).join(',')}],"version":"1.1"}`),
      file('two.json.gz', gzipSync(`[${halves.slice(2).join(',')}]`)),
    ];
    expect((await run('compile', file('far.jsonl.gz', gzipSync(far)))).stdout).toBe(stdout);
    expect(
      (await runLine(['ocds', 'compile'], { operations, stdin: [far.slice(0, 100), far.slice(100)] })).stdout,
    ).toBe(stdout);
    expect((await runLine(['ocds', 'compile', '-'], { operations, stdin: [gzipSync(far)] })).stdout).toBe(
      stdout,
    );
    expect((await run('compile', ...many)).stdout).toBe(stdout);
  });

  it('leaves no temporary file behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('sourcing-'));
    await run('compile', file('far.jsonl.gz', gzipSync(far)));
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('sourcing-'))).toEqual(before);
  });

  it.each(['', ' ', '  ', '\t'])(
    'takes releases apart that stand behind each other on one line, with %j between them',
    async (space) => {
      const path = file(
        'line.json',
        [release(1, 1), release(2, 1), release(1, 2), release(3, 1)].join(space),
      );
      const { stdout, stderr, code } = await run('compile', path);
      const compiled = stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      expect(compiled).toMatchObject([
        { ocid: 'ocds-1', tender: { title: 'day 2' } },
        { ocid: 'ocds-2' },
        { ocid: 'ocds-3' },
      ]);
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    },
  );

  it('reports a release that stands behind another on its line, where its process is written already', async () => {
    const { stdout, stderr, code } = await run(
      'compile',
      file('late.jsonl', `${release(1, 1)}\n${release(2, 1)} ${release(1, 2)}\n`),
    );
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain(
      'line 2 holds several releases, one of them of ocds-1, which was written already',
    );
    expect(code).toBe(1);
  });

  it('reports a process that cannot be merged, and compiles the others', async () => {
    const bad =
      '{"ocid":"ocds-9","id":"1","date":"2026-01-01T00:00:00Z","tender":{"a":{"b":1}}}\n{"ocid":"ocds-9","id":"2","date":"2026-01-02T00:00:00Z","tender":{"a":[{"b":1}]}}\n';
    const { stdout, stderr, code } = await run('compile', file('bad.jsonl', bad + far));
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(stderr).toMatch(/^ocds-9 was left out\. An earlier release has an object at \/tender\/a/);
    expect(code).toBe(1);
  });

  it('reads 1e9999 as 9999999, and says so', async () => {
    const { stdout, stderr, code } = await run(
      'compile',
      file('huge.jsonl', '{"ocid":"ocds-1","date":"d","tender":{"value":{"amount":1e9999}}}\n'),
    );
    expect(stdout).toContain('"amount":9999999');
    expect(stderr).toContain(
      'huge.jsonl line 1 (ocds-1) was repaired: 1 number out of range read as 9999999',
    );
    expect(code).toBe(0);
  });

  it('merges by the schema in a file', async () => {
    const schema = file(
      'schema.json',
      '{"properties":{"date":{"omitWhenMerged":true},"lots":{"type":"array","wholeListMerge":true}}}',
    );
    const path = file(
      'lots.jsonl',
      '{"ocid":"o","date":"1","lots":[{"id":"a"}]}\n{"ocid":"o","date":"2","lots":[{"id":"b"}]}\n',
    );
    expect(JSON.parse((await run('compile', '--schema', schema, path)).stdout)).toMatchObject({
      lots: [{ id: 'b' }],
    });
    expect(JSON.parse((await run('compile', path)).stdout)).toMatchObject({
      lots: [{ id: 'a' }, { id: 'b' }],
    });
  });

  it('writes a record package as one line, as every JSON text', async () => {
    const entry = (ocid: string): object => ({
      ocid,
      id: '1',
      date: '2020-01-01T00:00:00Z',
      tag: ['tender'],
    });
    const text = JSON.stringify({ version: '1.1', releases: [entry('a'), entry('b')] });
    const { stdout } = await run('compile', '--package', file('two.json', text));
    expect(stdout.endsWith(']}\n')).toBe(true);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toMatchObject({ records: [{ ocid: 'a' }, { ocid: 'b' }] });
  });

  it('keeps the record package whole where nothing is in it', async () => {
    const { stdout } = await run(
      'compile',
      '--package',
      file('empty.json', '{"releases":[],"version":"1.1"}'),
    );
    expect(JSON.parse(stdout)).toEqual({
      uri: '',
      publisher: {},
      publishedDate: '',
      version: '1.1',
      records: [],
    });
  });

  it('stops where it is asked to, and says so with its exit code', async () => {
    const stopped = AbortSignal.abort();
    const result = await runLine(['ocds', 'compile', file('far.jsonl', far)], {
      operations,
      signal: stopped,
    });
    expect(result).toMatchObject({ code: 130, stdout: '' });
  });

  it('merges Find a Tender packages by the extensions that they name', async () => {
    const extensions = [
      'https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json',
    ];
    const path = file(
      'uk.json',
      `{"version":"1.1","extensions":${JSON.stringify(extensions)},"releases":[${release(1, 1)}]}`,
    );
    expect(await run('compile', path)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('bad input', () => {
  const cut = gzipSync(far.repeat(500));
  mkdirSync(join(folder, 'nothing'));

  it.each([
    ['a missing file', join(folder, 'missing.jsonl'), /missing\.jsonl doesn't exist\. Check the path\.$/],
    ['an empty file', file('zero.jsonl', ''), /Nothing could be read\. .*zero\.jsonl is empty\./],
    ['a directory without data', join(folder, 'nothing'), /nothing has no file ending in \.json, \.jsonl/],
    [
      'a gzip cut off at once',
      file('cut.gz', cut.subarray(0, 12)),
      /cut\.gz ends in the middle of its gzip data/,
    ],
    [
      'a page of HTML',
      file('page.json', '<!doctype html>\n<html></html>\n'),
      /page\.json line 1 is not valid JSON/,
    ],
    [
      'releases without ocid',
      file('none.jsonl', '{"id":"1"}\n'),
      /none\.jsonl line 1 has no ocid, so it belongs to no process/,
    ],
    ['a schema that is missing', `--schema=${join(folder, 'missing.json')}`, /missing\.json doesn't exist/],
    ['a schema that is none', `--schema=${file('none.json', '[]')}`, /none\.json is no release schema/],
  ])('%s is refused in one sentence, with exit code 3', async (_name, argument, sentence) => {
    const result = await runLine(['ocds', 'compile', argument], { operations, stdin: [far] });
    expect(result.stdout).toBe('');
    expect(result.stderr.trim()).toMatch(sentence);
    expect(result.stderr).not.toMatch(/ at .*\.ts:/);
    expect(result.code).toBe(3);
  });

  it.each([
    ['compile', []],
    ['validate', []],
    ['coverage', []],
    ['upgrade', ['1.0:1.1']],
  ])('%s does what it can of a file with bad lines, and ends with 1', async (command, words) => {
    const path = file('mixed.jsonl', `${release(1, 1)}\n{"ocid": oops}\n${release(2, 1)}\n`);
    const { stdout, stderr, code } = await run(command, ...words, path);
    if (command !== 'validate') expect(stdout).not.toBe('');
    expect(stderr).toMatch(/mixed\.jsonl line 2 is not valid JSON .*; it was left out\./);
    expect(code).toBe(1);
  });

  it.each(['compile', 'coverage', 'validate'])(
    '%s loses nothing before the cut of a truncated gzip',
    async (command) => {
      const whole = gzipSync(
        Array.from({ length: 4000 }, (_, index) => `${release(index, 1 + (index % 9))}\n`).join(''),
      );
      const { stdout, stderr, code } = await run(
        command,
        file('half.jsonl.gz', whole.subarray(0, whole.length / 2)),
      );
      if (command === 'compile') expect(stdout.split('\n').length).toBeGreaterThan(500);
      expect(stderr).toContain('half.jsonl.gz ends in the middle of its gzip data: it was cut off.');
      expect(code).toBe(1);
    },
  );

  it('tells twenty problems in full, and counts the rest', async () => {
    const { stderr } = await run(
      'compile',
      file('many.jsonl', `${'{"id":1}\n'.repeat(50)}${release(1, 1)}\n`),
    );
    expect(stderr.trim().split('\n')).toHaveLength(21);
    expect(stderr).toContain('… and 30 more pieces of input left out; 50 in all.');
  });

  it('a versioned release is reported, not merged', async () => {
    const versioned =
      '{"ocid":"o","tender":{"title":[{"releaseID":"1","releaseDate":"d","releaseTag":["tender"],"value":"x"}]}}\n';
    const { stderr, code } = await run('compile', file('versioned.jsonl', versioned + far));
    expect(stderr).toContain('line 1 is a versioned release');
    expect(code).toBe(1);
  });

  it.each([
    [['far.jsonl'], ': "far.jsonl" names none.'],
    [[], '.'],
  ])('upgrade %j, without versions, says how to write them', async (words, end) => {
    expect(await run('upgrade', ...words)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `sourcing: Name the versions first, as in "sourcing ocds upgrade 1.0:1.1 old.json"${end}\n`,
    });
  });

  it.each([
    ['compile', []],
    ['validate', []],
    ['upgrade', ['1.0:1.1']],
  ])(
    '%s refuses empty standard input, and goes on where another input has something',
    async (command, words) => {
      const { stdout, stderr, code } = await runLine(['ocds', command, ...words], { operations, stdin: [] });
      expect({ stdout, code }).toEqual({ stdout: '', code: 3 });
      expect(stderr).toContain('Nothing could be read. (standard input) is empty.');
      const some = await run(command, ...words, file('void.jsonl', ' \n'), file('far.jsonl', far));
      expect(some.stderr).toContain('void.jsonl is empty.');
      expect(some.code).toBe(1);
    },
  );

  it('detect-format answers for the files that are there, and tells which is not', async () => {
    const [first, second] = [file('first.jsonl', far), file('second.json', release(1, 1))];
    const result = await run('detect-format', first, join(folder, 'missing.json'), second);
    expect(result.stdout).toBe(`${first}: concatenated JSON, starting with release\n${second}: release\n`);
    expect(result.stderr).toMatch(/missing\.json doesn't exist\. Check the path\.\n$/);
    expect(result.code).toBe(1);
  });

  it('detect-format of nothing but files that are not there is refused', async () => {
    const result = await run('detect-format', join(folder, 'missing.json'));
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr.match(/missing\.json doesn't exist/g)).toHaveLength(1);
  });
});

describe('coverage', () => {
  it('counts lines of several files together', async () => {
    const { stdout } = await run('coverage', file('far.jsonl', far), file('far.jsonl.gz', gzipSync(far)));
    expect(JSON.parse(stdout)).toMatchObject({ '': 10, '/tender/title': 10 });
  });
});

describe('validate', () => {
  it('names the place of each finding, also as CSV, and counts what it checked', async () => {
    const path = file(
      'wrong.json',
      `{"version":"1.1","releases":[\n${release(1, 1)},\n{"ocid":"ocds-2","id":"2","date":"2026","tag":["tender"],"initiationType":"tender"}]}`,
    );
    const { stdout, stderr, code } = await run('validate', '--format', 'csv', path);
    expect(stdout.split('\r\n').map((line) => line.replace(`${path},`, ''))).toEqual(
      expect.arrayContaining([
        'input,line,ocid,id,path,rule,message',
        `3,ocds-2,2,/date,format,"must match format ""date-time"", is ""2026"""`,
      ]),
    );
    expect(stderr).toMatch(/^2 releases and 1 package checked against 1\.1, \d+ findings\.\n$/);
    expect(code).toBe(0);
  });

  it('counts one of a thing as one', async () => {
    const { stderr } = await run('validate', file('single.jsonl', '{"ocid":"ocds-1"}\n'));
    expect(stderr).toMatch(/^1 release checked against 1\.1, \d+ findings\.\n$/);
  });
});
