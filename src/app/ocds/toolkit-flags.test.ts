import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runLine } from '../../../test/support/command-line.ts';
import {
  farReleases as far,
  releaseLine as release,
  toolkitCommand,
} from '../../../test/support/toolkit-command.ts';
import { compile } from './compile.ts';
import { detectFormats } from './detect-format.ts';
import { upgrade } from './upgrade.ts';
import { validate } from './validate.ts';

const operations = [compile, upgrade, detectFormats, validate];
const { file, run } = toolkitCommand(operations);

describe('items inside a larger document (--root-path)', () => {
  const page = `{"total":5,"next":{"releases":[]},"results":[\n${far.trim().split('\n').join(',')}]}`;

  it.each([
    ['a file', page],
    ['gzip', gzipSync(page)],
  ])('are compiled from %s, and from standard input, as if they stood alone', async (_name, content) => {
    const { stdout } = await run('compile', file('far.jsonl', far));
    const flags = ['compile', '--root-path', 'results.item'];
    expect(await run(...flags, file('page.json', content))).toEqual(
      await runLine(['ocds', ...flags], { operations, stdin: [content] }),
    );
    expect((await run(...flags, file('page.json', content))).stdout).toBe(stdout);
  });

  it('are packages too, and lists of them', async () => {
    const path = file(
      'body.json',
      `{"data":{"version":"1.1","releases":[${release(1, 1)}]},"all":[{"x":[${release(2, 1)}]}]}`,
    );
    expect((await run('compile', '--root-path', 'data', path)).stdout).toContain('"ocds-1"');
    expect((await run('compile', '--root-path', 'all.item.x', path)).stdout).toContain('"ocds-2"');
    expect((await run('upgrade', '1.0:1.1', '--root-path', 'all.item.x', path)).stdout).toContain('"ocds-2"');
    expect((await run('detect-format', '--root-path', 'data', path)).stdout).toBe(
      `${path}: release package\n`,
    );
    const { stderr } = await run('validate', '--root-path', 'data', path);
    expect(stderr).toContain('1 release and 1 package checked');
  });

  it('are told by their number where they are wrong', async () => {
    const path = file('odd.json', `{"results":[\n\n${release(1, 1)},{"id":"2"}]}`);
    const { stderr, code } = await run('compile', '--root-path', 'results.item', path);
    expect(stderr).toBe(
      `${path} line 2 has no ocid, so it belongs to no process; it was left out. Give each release its ocid.\n`,
    );
    expect(code).toBe(1);
  });

  it('are refused where there are none, with the path that was asked for', async () => {
    const path = file('page.json', page);
    const result = await run('upgrade', '1.0:1.1', '--root-path', 'result.item', path);
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain(`${path} has nothing at result.item. Check --root-path.`);
  });

  it('of a document that breaks off are read up to there', async () => {
    const path = file('half.json', page.slice(0, -20));
    const { stdout, stderr, code } = await run('upgrade', '1.1:1.1', '--root-path', 'results.item', path);
    expect(stdout.trim().split('\n')).toHaveLength(4);
    expect(stderr).toContain('half.json ends in the middle of its JSON');
    expect(code).toBe(1);
  });
});

describe('the form of the output', () => {
  it.each([
    ['compile', [], [release(1, 1), release(2, 1)]],
    ['compile', ['--package', '--fake'], [release(1, 1), release(2, 1)]],
    ['compile', ['--package'], []],
    ['upgrade', ['1.1:1.1'], [release(1, 1), '{"ocid":"ocds-3","buyer":{"name":"Môn\\n"},"parties":[]}']],
  ])('%s %j --pretty is what it says without, indented by two', async (command, words, releases) => {
    const path = file('form.json', `{"releases":[${releases.join(',')}]}`);
    const texts = (await run(command, ...words, path)).stdout.trim().split('\n');
    expect(texts).not.toEqual(['']);
    const indented = texts.map((text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`).join('');
    expect((await run(command, ...words, '--pretty', path)).stdout).toBe(indented);
  });

  it('--ascii writes escapes', async () => {
    const path = file('wide.jsonl', '{"ocid":"ocds-1","date":"2026","buyer":{"name":"Môn £"}}\n');
    expect((await run('compile', '--ascii', path)).stdout).toContain('M\\u00f4n \\u00a3');
    expect((await run('compile', '--package', '--ascii', path)).stdout).toContain('M\\u00f4n \\u00a3');
  });

  it('--fake gives a package what it lacks, and leaves what is given', async () => {
    const path = file('far.jsonl', far);
    expect(JSON.parse((await run('compile', '--package', '--fake', path)).stdout)).toMatchObject({
      uri: 'placeholder:',
      publishedDate: '9999-01-01T00:00:00Z',
    });
    expect(
      JSON.parse((await run('compile', '--package', '--fake', '--uri', 'x:1', path)).stdout),
    ).toMatchObject({
      uri: 'x:1',
    });
  });

  it('an encoding that nobody knows is refused', async () => {
    const result = await run('compile', '--encoding', 'klingon', file('far.jsonl', far));
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('There is no encoding "klingon".');
  });
});
