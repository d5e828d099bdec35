import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json.ts';
import type { Input, Problem, ReadRelease } from './reader.ts';
import { readReleases, streamInput } from './reader.ts';

const one: JsonObject = {
  ocid: 'ocds-1',
  id: 'a',
  date: '2026-01-02T00:00:00Z',
  tag: ['tender'],
  tender: { title: 'Café – “desks” \u2028 end' },
};
const two: JsonObject = {
  ocid: 'ocds-2',
  id: 'b',
  date: '2026-01-03T00:00:00Z',
  tag: ['award'],
  awards: [{ id: 1, title: 'a {[" b' }],
};
const three: JsonObject = {
  ocid: 'ocds-1',
  id: 'c',
  date: '2026-01-04T00:00:00Z',
  tag: ['tenderUpdate'],
  tender: { items: [{ id: '1' }, {}] },
};

type Result = { releases: ReadRelease[]; problems: Problem[] };

async function read(text: string | Uint8Array, sizes: readonly number[] = [], name = 'in'): Promise<Result> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return readAll([streamInput(name, () => inChunks(bytes, sizes))]);
}

async function readAll(inputs: Input[]): Promise<Result> {
  const problems: Problem[] = [];
  const releases: ReadRelease[] = [];
  for await (const release of readReleases(inputs, (problem) => problems.push(problem)))
    releases.push(release);
  return { releases, problems };
}

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

const list = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join(',');
const wide = (value: unknown): string => JSON.stringify(value, null, 2);

/** Every way in which publishers wrap the same releases. */
const shapes: Readonly<Record<string, (releases: readonly JsonObject[]) => string>> = {
  'JSON Lines': (releases) => releases.map((release) => `${JSON.stringify(release)}\n`).join(''),
  'JSON Lines with Windows line ends and blank lines': (releases) =>
    releases.map((release) => `${JSON.stringify(release)}\r\n\r\n`).join(''),
  'concatenated JSON': (releases) => releases.map((release) => JSON.stringify(release)).join(''),
  'concatenated JSON with spaces': (releases) =>
    releases.map((release) => JSON.stringify(release)).join('  '),
  'wide concatenated JSON': (releases) => releases.map(wide).join('\n'),
  'an array of releases': (releases) => `[${list(releases)}]`,
  'an array with a release on each line': (releases) =>
    `[\n${releases.map((release) => JSON.stringify(release)).join(',\n')}\n]\n`,
  'a release package': (releases) => `{"uri":"x","releases":[${list(releases)}],"version":"1.1"}`,
  'a wide release package': (releases) =>
    wide({
      uri: 'x',
      extensions: ['releases'],
      publisher: { releases: [{ a: 1 }] },
      releases,
      version: '1.1',
    }),
  'an array of release packages': (releases) =>
    wide(releases.map((release) => ({ uri: 'x', releases: [release] }))),
  'release packages on lines': (releases) =>
    releases
      .map((release) => `${JSON.stringify({ uri: 'x', releases: [release], version: '1.1' })}\n`)
      .join(''),
  records: (releases) =>
    releases
      .map((release) =>
        JSON.stringify({ ocid: release['ocid'], releases: [release], compiledRelease: { ocid: 'no' } }),
      )
      .join('\n'),
  'a record package': (releases) =>
    wide({
      version: '1.1',
      records: releases.map((release) => ({
        ocid: release['ocid'],
        releases: [release],
        compiledRelease: { ocid: 'no' },
      })),
    }),
};

describe('reading releases', () => {
  it.each(Object.keys(shapes))('finds the same releases in %s', async (shape) => {
    const { releases, problems } = await read(shapes[shape]?.([one, two, three]) ?? '');
    expect(releases.map(({ release }) => release)).toEqual([one, two, three]);
    expect(problems).toEqual([]);
  });

  it('finds the same releases however the bytes are cut, plain or gzip', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
    const json = fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text));
    const release = fc.record({
      ocid: fc.constantFrom('ocds-1', 'ocds-2'),
      id: fc.string({ unit: 'grapheme' }),
      tender: fc.record({ x: json }),
    });
    const property = fc.asyncProperty(
      fc.array(release, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...Object.keys(shapes)),
      cuts,
      fc.boolean(),
      async (made, shape, sizes, isGzip) => {
        const given = made.map((each): JsonObject => JSON.parse(JSON.stringify(each)));
        const text = shapes[shape]?.(given) ?? '';
        const { releases, problems } = await read(isGzip ? gzipSync(text) : Buffer.from(text), sizes);
        const clean = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(value).replaceAll('\\u0000', ''));
        expect(releases.map((each) => each.release)).toEqual(clean(given));
        expect(problems).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 150 });
  });

  it('gives each release its text and the line where it begins', async () => {
    const { releases } = await read(
      `\n${JSON.stringify(one)}\n{"releases":[\n${JSON.stringify(two)},\n${JSON.stringify(three)}\n]}`,
    );
    expect(releases.map(({ origin }) => origin.line)).toEqual([2, 4, 5]);
    expect(releases.map(({ text }) => text)).toEqual(
      [one, two, three].map((release) => JSON.stringify(release)),
    );
  });

  it('tells releases, compiled releases and versioned releases apart', async () => {
    const versions = [{ releaseID: 'a', releaseDate: 'd', releaseTag: ['tender'], value: 'x' }];
    const { releases } = await read(
      [
        one,
        { ocid: 'o', id: 'o-d', date: 'd', tag: ['compiled'] },
        { ocid: 'o', tender: { title: versions } },
      ]
        .map((release) => JSON.stringify(release))
        .join('\n'),
    );
    expect(releases.map(({ shape }) => shape)).toEqual(['release', 'compiled', 'versioned']);
  });

  it('takes the compiled release of a record that has no releases, and only then', async () => {
    const compiled = { ocid: 'ocds-1', id: 'ocds-1-d', tag: ['compiled'] };
    const { releases, problems } = await read(
      wide({
        records: [
          { ocid: 'ocds-1', compiledRelease: compiled },
          { ocid: 'ocds-1', releases: [], compiledRelease: compiled },
          { ocid: 'ocds-1', releases: [one], compiledRelease: compiled },
        ],
      }),
    );
    expect(releases.map(({ release }) => release)).toEqual([compiled, compiled, one]);
    expect(problems).toEqual([]);
  });

  it('reports linked releases, and takes the compiled release beside them', async () => {
    const compiled = { ocid: 'ocds-1', id: 'ocds-1-d', tag: ['compiled'] };
    const { releases, problems } = await read(
      JSON.stringify({
        ocid: 'ocds-1',
        releases: [{ url: 'https://example.org/1', date: 'd', tag: ['tender'] }],
        compiledRelease: compiled,
      }),
    );
    expect(releases.map(({ release }) => release)).toEqual([compiled]);
    expect(problems).toEqual([
      {
        input: 'in',
        line: 1,
        message:
          'in line 1 is only a link to a release (https://example.org/1); it was left out (element 1 of that line). Fetch it, and give the release itself.',
      },
    ]);
  });
});

describe('bad input', () => {
  it.each([
    ['a line that is no JSON', `${JSON.stringify(one)}\n{"ocid": nonsense}\n${JSON.stringify(two)}\n`],
    [
      'a line that was cut off',
      `${JSON.stringify(one)}\n{"ocid":"x","tender":{"title":"abc\n${JSON.stringify(two)}\n`,
    ],
    [
      'a line that was cut off before a value',
      `${JSON.stringify(one)}\n{"ocid":"x","tender":{"items":[\n${JSON.stringify(two)}\n`,
    ],
    [
      'a package that was cut off',
      `${JSON.stringify(one)}\n{"releases":[{"ocid":"x"\n${JSON.stringify(two)}\n`,
    ],
    ['a lone bracket', `${JSON.stringify(one)}\n{\n${JSON.stringify(two)}\n`],
    ['a line of text', `${JSON.stringify(one)}\n<html><body class="x">\n${JSON.stringify(two)}\n`],
    ['a number', `${JSON.stringify(one)}\n12\n${JSON.stringify(two)}\n`],
    ['a release without ocid', `${JSON.stringify(one)}\n{"id":"x","date":"d"}\n${JSON.stringify(two)}\n`],
    [
      'a bad release in a package',
      `{"releases":[${JSON.stringify(one)},\n{"ocid":1,},${JSON.stringify(two)}]}`,
    ],
    ['null in a package', `{"releases":[${JSON.stringify(one)},\nnull,${JSON.stringify(two)}]}`],
  ])('%s is reported with its line and passed over', async (_name, text) => {
    const { releases, problems } = await read(text);
    expect(releases.map(({ release }) => release)).toEqual([one, two]);
    expect(problems.map(({ line }) => line)).toEqual([2]);
    expect(problems[0]?.message).toMatch(/^in line 2 .*; it was left out\./);
  });

  it('names the element where a line holds several', async () => {
    const { problems } = await read(
      `{"releases":[${JSON.stringify(one)},{"id":"nameless"},${JSON.stringify(two)},7]}\n{"id":"alone"}\n{"id":"a"}{"id":"b"}`,
    );
    expect(
      problems.map(({ message }) => message.replace(/^in (line \d+) .*; it was left out/, '$1')),
    ).toEqual([
      'line 1 (element 2 of that line). Give each release its ocid.',
      'line 1 (element 4 of that line).',
      'line 2. Give each release its ocid.',
      'line 3. Give each release its ocid.',
      'line 3 (element 2 of that line). Give each release its ocid.',
    ]);
  });

  it('an input that ends in the middle loses nothing before that', async () => {
    const whole = JSON.stringify({ releases: [one, two, three] });
    const { releases, problems } = await read(whole.slice(0, -20));
    expect(releases.map(({ release }) => release)).toEqual([one, two]);
    expect(problems).toHaveLength(1);
  });

  it.each([
    [
      '{"ocid": "x", bad\n{"ocid": "y"}\n',
      'in line 1 is not valid JSON: it has not ended where line 2 begins another object or array; it was left out.',
    ],
    [
      '{"ocid": "x" {"a": 1}}\n',
      'in line 1 is not valid JSON: a comma or colon is missing before an object or array in it; it was left out.',
    ],
  ])('says of broken JSON what is wrong: %j', async (text, message) => {
    const { problems } = await read(text);
    expect(problems[0]?.message).toBe(message);
  });

  it('a truncated gzip loses nothing before the cut, and says what to do', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({ ...one, id: `${index}-${Math.sin(index)}` }),
    ).join('\n');
    const packed = gzipSync(lines);
    const { releases, problems } = await read(packed.subarray(0, packed.length / 2), [], 'page.json.gz');
    expect(releases.length).toBeGreaterThan(1000);
    expect(problems.at(-1)?.message).toBe(
      'page.json.gz ends in the middle of its gzip data: it was cut off. Fetch it again; what came before the cut was read.',
    );
  });

  it('a complete gzip with other bytes after it is read to its end, and the bytes are told', async () => {
    const bytes = Buffer.concat([gzipSync(JSON.stringify(one)), Buffer.from('<html>')]);
    const { releases, problems } = await read(bytes, [], 'page.json.gz');
    expect(releases.map(({ release }) => release)).toEqual([one]);
    expect(problems.map(({ message }) => message)).toEqual([
      'page.json.gz goes on after its gzip data with bytes that are none. They were left out; what stood before them was read.',
    ]);
  });

  it.each([
    ['an empty input', ''],
    ['white space', ' \n\n'],
    ['an empty gzip', gzipSync('')],
  ])('%s is reported', async (_name, bytes) => {
    const { problems } = await read(bytes);
    expect(problems.map(({ message }) => message)).toEqual([
      'in is empty. Check that it was fetched or written completely.',
    ]);
  });

  it('an empty package is no problem', async () => {
    expect(await read('{"releases":[],"version":"1.1"}')).toEqual({ releases: [], problems: [] });
  });

  it('nesting beyond any sense is reported, not followed', async () => {
    const { problems, releases } = await read(`${'{"a":['.repeat(100_000)}\n${JSON.stringify(one)}`);
    expect(problems.length).toBeGreaterThan(0);
    expect(releases.map(({ release }) => release)).toEqual([one]);
  });
});
