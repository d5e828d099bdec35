import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/app/ocds/compile.ts';
import { detectFormats } from '../../src/app/ocds/detect-format.ts';
import { upgrade } from '../../src/app/ocds/upgrade.ts';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { isObject } from '../../src/lib/json.ts';
import type { CommandResult } from '../support/command-line.ts';
import { runLine } from '../support/command-line.ts';
import { describeShared, readJson } from '../support/shared-data.ts';

const operations = [compile, detectFormats, upgrade];

/** Fixtures of the reference toolkit that these commands have nothing to do with, and why. */
const outOfScope: Readonly<Record<string, string>> = {
  'bods/, libcove/, ofds/, rdls/, sedl/, project-schema.json, test-schema.json, schema-items-array.json, schema-strict.json, release-schema.json, release-package-schema.json':
    'schemas of other standards and of the schema commands',
  'mapping-sheet*.csv, pluck-package-extensions.csv':
    'outputs of mapping-sheet and pluck, which are not among the commands',
  'combine-*.json, *_split.json, *_record-package.json, realdata/*-1-2.json, *_extensions.json, *_maximal.json, *-no-metadata.json, *minimal-1-2*.json, release_minimal-*.json, record_minimal-*.json, realdata/record-package-*.json':
    'of the commands that combine, split and package; read here only by detect-format and the reader',
  'release-package_url*.json': 'of the check of document links, which needs the network',
  'ocds-sample-data.json.gz': 'of the command-line tests of gzip; gzip is tested with inputs of our own',
  'compile_extensions.json':
    'the reference fetches the schema of the extension that the package names; here the patched schema is given with --schema',
};

describeShared('the fixtures of the reference toolkit', 'conformance/ocdskit', (folder) => {
  const at = (name: string): string => join(folder, name);

  async function run(...argv: string[]): Promise<CommandResult> {
    return runLine(['ocds', ...argv], { operations });
  }

  function lines({ stdout }: CommandResult): JsonValue[] {
    return stdout.trim().split('\n').map(parse);
  }

  it.each([
    ['realdata/release-package-1.json', [], 'realdata/compiled-release-1.json'],
    ['realdata/release-package-2.json', [], 'realdata/compiled-release-2.json'],
    ['realdata/release-package-1.json', ['--versioned'], 'realdata/versioned-release-1.json'],
    ['realdata/release-package-2.json', ['--versioned'], 'realdata/versioned-release-2.json'],
    ['realdata/release-package_encoding-iso-8859-1.json', [], 'realdata/compile_encoding_encoding.json'],
    ['realdata/release-package_encoding-utf-8.json', [], 'realdata/compile_encoding_encoding.json'],
    ['release-package_additional-contact-points.json', [], 'compile_no-extensions.json'],
    ['release-package_warning.json', [], 'compile_warning.json'],
  ])('compile %s %j gives %s', async (name, flags, expected) => {
    const result = await run('compile', ...flags, at(name));
    expect(lines(result)).toEqual([readJson(at(expected))]);
    expect(result.code).toBe(0);
  });

  it.each([
    [['--package'], 'realdata/record-package_package.json'],
    [['--package', '--linked-releases'], 'realdata/record-package_linked-releases.json'],
    [['--package', '--versioned'], 'realdata/record-package_versioned.json'],
  ])('compile %j gives %s', async (flags, expected) => {
    const result = await run(
      'compile',
      ...flags,
      at('realdata/release-package-1.json'),
      at('realdata/release-package-2.json'),
    );
    expect(parse(result.stdout)).toEqual(readJson(at(expected)));
  });

  it('compile warns about an id that occurs twice', async () => {
    const { stderr } = await run('compile', at('release-package_warning.json'));
    expect(stderr).toBe(
      'ocds-213czf-1: Several objects of one release have the id "1" in /parties; they were merged, the last one counts.\n',
    );
  });

  it('compile tells which extension it has no merge rules of', async () => {
    const { stderr } = await run('compile', at('release-package_additional-contact-points.json'));
    expect(stderr).toMatch(/^The packages name 1 extension whose merge rules are not held here \(https:/);
  });

  it('compile refuses packages of different versions, and says how to make them one', async () => {
    const result = await run(
      'compile',
      at('realdata/release-package_1.1-1.json'),
      at('realdata/release-package_1.0-1.json'),
    );
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toMatch(
      /release-package_1\.0-1\.json has a package of OCDS 1\.0, but earlier ones are of 1\.1.*ocds upgrade 1\.0:1\.1/,
    );
  });

  it('compile refuses an unknown version', async () => {
    const result = await run('compile', at('release-package_unknown-version.json'));
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain('has a package of OCDS version "X"');
  });

  it('compile reports a release without ocid', async () => {
    const stdin = [
      JSON.stringify({ releases: [{ id: '1', date: '2001-02-03T04:05:06Z', tag: ['planning'] }] }),
    ];
    const result = await runLine(['ocds', 'compile'], { operations, stdin });
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain('(standard input) line 1 has no ocid, so it belongs to no process');
  });

  it.each([
    ['realdata/record-package_1.0.json', 'realdata/record-package_1.1.json'],
    ['realdata/release-package_1.0-1.json', 'realdata/release-package_1.1-1.json'],
    ['realdata/release-package_1.0-2.json', 'realdata/release-package_1.1-2.json'],
    ['release_1.0.json', 'release_1.1.json'],
    ['realdata/record-package_1.1.json', 'realdata/record-package_1.1.json'],
    ['release_1.1.json', 'release_1.1.json'],
  ])('upgrade %s gives %s', async (from, to) => {
    const result = await run('upgrade', '1.0:1.1', at(from));
    expect(lines(result)).toEqual([readJson(at(to))]);
    expect(result.code).toBe(0);
  });

  it('upgrade --root-path records.item makes the records of a package 1.1', async () => {
    const from = at('realdata/record-package_package.json');
    const expected = readFileSync(at('realdata/record-package_package_1.1.json'), 'utf8');
    expect(lines(await run('upgrade', '1.0:1.1', '--root-path', 'records.item', from))).toEqual(
      expected.trim().split('\n').map(parse),
    );
  });

  it('--ascii writes what the reference writes, and without it UTF-8 comes out of escapes', async () => {
    const read = (name: string): string => readFileSync(at(name), 'utf8');
    const [ascii, utf8] = ['encoding_ascii.json', 'encoding_utf-8.json'];
    expect((await run('upgrade', '1.1:1.1', '--ascii', at(utf8))).stdout).toBe(read(ascii));
    expect((await run('upgrade', '1.1:1.1', at(ascii))).stdout).toBe(read(utf8));
  });

  it('--pretty writes what the reference writes, and without it one line comes out of many', async () => {
    const read = (name: string): string => readFileSync(at(name), 'utf8');
    const [pretty, compact] = ['release_minimal_pretty.json', 'release_minimal.json'];
    expect((await run('upgrade', '1.1:1.1', '--pretty', at(compact))).stdout).toBe(read(pretty));
    expect((await run('upgrade', '1.1:1.1', at(pretty))).stdout).toBe(read(compact));
  });

  it('compile --encoding iso-8859-1 gives what it gives of UTF-8, and reports no repair', async () => {
    const path = at('realdata/release-package_encoding-iso-8859-1.json');
    const result = await run('compile', '--encoding', 'iso-8859-1', path);
    expect(lines(result)).toEqual([readJson(at('realdata/compile_encoding_encoding.json'))]);
    expect(result.stderr).not.toContain('repaired');
  });

  it('upgrade warns where an organisation differs from itself in another role', async () => {
    const { stderr } = await run('upgrade', '1.0:1.1', at('release_1.0.json'));
    expect(stderr).toContain(
      'as supplier differs in additionalIdentifiers from itself as tenderer; the first was kept.',
    );
  });

  it.each(['1.0:1.0', '1.1:1.1'])('upgrade %s changes nothing', async (versions) => {
    const result = await runLine(['ocds', 'upgrade', versions], { operations, stdin: ['{}'] });
    expect(result).toMatchObject({ code: 0, stdout: '{}\n' });
  });

  it('upgrade refuses to downgrade', async () => {
    const result = await runLine(['ocds', 'upgrade', '1.1:1.0'], { operations, stdin: ['{}'] });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('Downgrading from 1.1 to 1.0 is not supported');
  });

  it.each([
    'parties',
    'buyer',
    'tender',
    'tender/procuringEntity',
    'tender/tenderers',
    'awards',
    'awards/0/suppliers',
    'contracts',
    'contracts/0/implementation',
    'contracts/0/implementation/transactions',
  ])('upgrade lives with null at %s', async (path) => {
    const nested = path
      .split('/')
      .toReversed()
      .reduce<JsonValue>((value, part) => (part === '0' ? [value] : { [part]: value }), null);
    const release = { ...objectOf(readJson(at('release_minimal.json'))), ...objectOf(nested) };
    const result = await runLine(['ocds', 'upgrade', '1.0:1.1'], {
      operations,
      stdin: [JSON.stringify(release)],
    });
    expect(lines(result)).toEqual([release]);
  });

  it.each([
    ['record-package_minimal.json', 'record package'],
    ['release-package_minimal.json', 'release package'],
    ['record_minimal.json', 'record'],
    ['release_minimal.json', 'release'],
    ['release_minimal_pretty.json', 'release'],
    ['realdata/compiled-release-1.json', 'compiled release'],
    ['realdata/versioned-release-1.json', 'versioned release'],
    ['release-packages.json', 'a JSON array of release packages'],
    ['release-packages.jsonl', 'concatenated JSON, starting with a JSON array of release packages'],
    ['detect-format_mixed.json', 'concatenated JSON, starting with release'],
    ['detect-format_whitespace.json', 'release'],
    ['detect-format_empty.json', 'empty package'],
    ['record-package_maximal.json', 'record package'],
    ['release-package_maximal.json', 'release package'],
  ])('detect-format %s: %s', async (name, format) => {
    expect(await run('detect-format', at(name))).toMatchObject({
      code: 0,
      stdout: `${at(name)}: ${format}\n`,
      stderr: '',
    });
  });

  it.each([
    ['false', 'boolean'],
    ['null', 'null'],
    ['number', 'number'],
    ['string', 'string'],
    ['true', 'boolean'],
    ['array', 'non-OCDS array'],
    ['object', 'non-OCDS object'],
  ])('detect-format_%s.json is no OCDS data: %s', async (stem, kind) => {
    const path = at(`detect-format_${stem}.json`);
    expect(await run('detect-format', path)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `${path}: unknown (top-level JSON value is a ${kind})\n`,
    });
  });
});

describe('fixtures of the reference toolkit that are out of scope', () => {
  it.each(Object.entries(outOfScope))('%s: %s', (_names, reason) => {
    expect(reason).not.toBe('');
  });
});

function parse(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text);
  return value;
}

function objectOf(value: JsonValue): JsonObject {
  if (!isObject(value)) throw new Error('not an object');
  return value;
}
