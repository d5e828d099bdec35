import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRegister } from '../../src/db/connect.ts';
import type { Register } from '../../src/db/register.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { actRelease, type ReleaseParts } from '../factories/release.ts';
import { createDataFolder, type DataFolder } from '../support/data-folder.ts';
import { faultMarks, runCommandToEnd, type Ended } from '../support/hostile/command.ts';
import { sharedData } from '../support/shared-data.ts';
import { snapshot } from '../support/snapshot.ts';

/** One data folder with a few notices in it; every bad file meets them. */
let folder: DataFolder;
let register: Register;

/** A release of a process of its own. */
const release = (number: number, parts: ReleaseParts = {}): JsonObject =>
  actRelease({ ocid: ocidOf(number), id: `${String(number).padStart(6, '0')}-2026`, ...parts });
const ocidOf = (number: number): string => `ocds-h6vhtk-${String(number).padStart(6, '0')}`;
const lines = (...releases: readonly (JsonObject | string)[]): string =>
  releases.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join('');

const held = Array.from({ length: 40 }, (_, index) => release(index + 1));

beforeAll(async () => {
  folder = await createDataFolder();
  register = await openRegister({ dataDir: folder.path });
  expect(await ingest(await file('held.jsonl', lines(...held)))).toMatchObject({ code: 0, stderr: '' });
});
afterAll(async () => {
  await register.close();
  await folder.remove();
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
}

function ingest(...paths: string[]): Promise<Ended> {
  return runCommandToEnd(['ingest', ...paths], folder.path);
}

/** Facts of what the register holds of one process. */
async function contractOf(number: number): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql<Record<string, unknown>>`
    select c.title, c.signed_on, c.start_on, c.end_on, c.headline_pence, c.net_pence, p.facts->'quality' as quality,
      (select json_agg(json_build_array(a.basis, a.flag) order by a.basis desc) from amount a where a.ocid = c.ocid) as flags
    from contract c join process p using (ocid) where ocid = ${ocidOf(number)}`.execute(register.read);
  return rows[0];
}

describe('a path that gives nothing', () => {
  it.each<[string, string, () => Promise<string>, string]>([
    ['a missing file', 'ingest', async () => join(folder.path, 'none.jsonl'), "doesn't exist. Check the path."],
    ['a missing file', 'ocds compile', async () => join(folder.path, 'none.jsonl'), "doesn't exist. Check the path."],
    ['an empty file', 'ingest', () => file('empty.jsonl', ''), 'is empty. Check that it was fetched or written completely.'],
    ['an empty file', 'ocds compile', () => file('empty.jsonl', ''), 'is empty. Check that it was fetched or written completely.'],
    ['a file of blank lines', 'ingest', () => file('blank.jsonl', '\n \n\n'), 'is empty. Check that it was fetched or written completely.'],
    ['a page of HTML', 'ingest', () => file('error.json', '<!doctype html>\n<h1>503 Busy</h1>\n'), 'not valid JSON'],
    ['an empty directory', 'ingest', () => directory('nothing', {}), 'has no file ending in .json, .jsonl, .json.gz, .jsonl.gz.'],
    ['a directory of other files', 'ocds coverage', () => directory('letters', { 'a.txt': 'Dear all' }), 'has no file ending in'],
  ])('%s: "%s" says so with exit code 3', async (_, command, make, sentence) => {
    const before = await snapshot(register);
    const { code, stderr, stdout } = await runCommandToEnd([...command.split(' '), await make()], folder.path);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(faultMarks);
    expect([code, stdout]).toEqual([3, '']);
    expect(await snapshot(register)).toEqual(before);
  }); // prettier-ignore

  async function directory(name: string, files: Record<string, string>): Promise<string> {
    await mkdir(join(folder.path, name), { recursive: true });
    for (const [each, content] of Object.entries(files)) await file(join(name, each), content);
    return join(folder.path, name);
  }

  it('beside a good file, nothing is begun where a path is missing', async () => {
    const good = await file('beside.jsonl', lines(release(51)));
    expect(await ingest(good, join(folder.path, 'none.jsonl'))).toMatchObject({ code: 3, stdout: '' });
    expect(await contractOf(51)).toBeUndefined();
  });
});

describe('a file with something bad in it', () => {
  it('a truncated gzip: what came before the cut is kept', async () => {
    const whole = gzipSync(lines(...Array.from({ length: 200 }, (_, index) => release(1000 + index))));
    const path = await file('cut.jsonl.gz', whole.subarray(0, whole.length - 1500));
    const { code, stdout, stderr } = await ingest(path);
    expect(stderr).toMatch(
      /cut\.jsonl\.gz, line \d+: It ends in the middle of its gzip data: it was cut off\./,
    );
    expect(stderr).not.toMatch(faultMarks);
    expect(stdout).toMatch(/^Read \d+ releases: \d+ new/);
    expect(code).toBe(1);
    expect(await contractOf(1000)).toMatchObject({ title: 'Housing management system' });
    const whole2 = await ingest(await file('cut.jsonl.gz', whole));
    expect(whole2).toMatchObject({ code: 0, stdout: expect.stringContaining('Read 200 releases') });
    expect(await contractOf(1199)).toBeDefined();
  });

  it('invalid JSON on line 7: the line is named once, the others are kept', async () => {
    const good = [61, 62, 63, 64, 65, 66].map((number) => release(number));
    const path = await file(
      'line7.jsonl',
      lines(...good, '{"ocid": "ocds-h6vhtk-000067",, "id": "x"}', release(68)),
    );
    const { code, stderr, stdout } = await ingest(path);
    expect(stderr.match(/line 7/g)).toHaveLength(1);
    expect(stderr).toContain(`${path}, line 7: It is not valid JSON`);
    expect(stderr).not.toMatch(faultMarks);
    expect(stdout).toContain('Read 7 releases: 7 new');
    expect(code).toBe(1);
    expect(await contractOf(68)).toBeDefined();
  });

  it('a line that breaks off: the next one is read', async () => {
    const cut = JSON.stringify(release(72)).slice(0, 700);
    const { code, stderr } = await ingest(await file('broken.jsonl', lines(release(71), cut, release(73))));
    expect([code, stderr.match(/line 2: It is not valid JSON/g)?.length]).toEqual([1, 1]);
    expect(await contractOf(73)).toBeDefined();
  });

  it('a release without an ocid is named by its line', async () => {
    const { ocid: _ocid, ...nameless } = release(74);
    const { code, stderr } = await ingest(await file('nameless.jsonl', lines(release(75), nameless)));
    expect(stderr).toMatch(
      /nameless\.jsonl, line 2: It has no ocid, so it belongs to no process; it was left out\. Give each release its ocid\.\n$/,
    );
    expect(code).toBe(1);
  });

  it('amounts of 1e9999 and "12,000" are kept, flagged, and never shown as the value', async () => {
    const text = lines(release(81), release(82), release(83)).split('\n');
    const [infinite = '', words = '', negative = ''] = text;
    const path = await file('amounts.jsonl', lines(
      infinite.replace('"amount":100000', '"amount":1e9999'),
      words.replace('"amount":100000', '"amount":"12,000"'),
      negative.replace('"amount":100000', '"amount":-1e9999'),
    )); // prettier-ignore
    expect(await ingest(path)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Repaired 2, skipped 0'),
    });
    expect(await contractOf(81)).toMatchObject({ net_pence: null, flags: [['net', 'placeholder'], ['gross', expect.any(String)]] }); // prettier-ignore
    expect(await contractOf(82)).toMatchObject({ net_pence: null, headline_pence: 12_000_000, flags: [['net', 'unreadable'], ['gross', null]] }); // prettier-ignore
    expect(await contractOf(83)).toMatchObject({ net_pence: null, headline_pence: 12_000_000, flags: [['net', 'negative'], ['gross', null]] }); // prettier-ignore
  });

  it('days in the years 1 and 9999, and days that are none, are left out and named', async () => {
    const days = ['0001-01-01', '9999-12-31', '0000-00-00', '2026-02-30'];
    const dated = days.map((day, index) =>
      release(84 + index, { signed: day, start: day, end: day, date: `${day}T00:00:00Z` }),
    );
    expect(await ingest(await file('dates.jsonl', lines(...dated)))).toMatchObject({ code: 0, stderr: '' });
    for (const [index, day] of days.entries()) {
      const contract = await contractOf(84 + index);
      expect(contract).toMatchObject({ signed_on: null, start_on: null, end_on: null });
      expect(String(contract?.['quality'])).toContain(day);
    }
  });

  it('one release id with two contents: both are kept, as one process', async () => {
    const path = await file(
      'twice.jsonl',
      lines(release(88, { title: 'First' }), release(88, { title: 'Second' })),
    );
    expect(await ingest(path)).toMatchObject({ code: 0 });
    const { rows } = await sql`select release_count from process where ocid = ${ocidOf(88)}`.execute(
      register.read,
    );
    expect(rows).toEqual([{ release_count: 2 }]);
    const kept = await contractOf(88);
    expect(await ingest(await file('twice.jsonl', lines(release(88, { title: 'Second' }), release(88, { title: 'First' }))))).toMatchObject({ code: 0 }); // prettier-ignore
    expect(await contractOf(88)).toEqual(kept);
  });

  it('an object that a later release turns into a list: the process stays whole, and says so', async () => {
    const period = { endDate: '2026-05-01T23:59:59+01:00' };
    const withStandstill = (value: JsonObject | JsonObject[], parts: ReleaseParts): JsonObject => {
      const made = release(89, parts);
      return { ...made, awards: [{ id: '1', status: 'active', suppliers: [{ id: 'GB-COH-01234567', name: 'Aldergate Systems Ltd' }], relatedLots: ['1'], standstillPeriod: value }] }; // prettier-ignore
    };
    const path = await file('list.jsonl', lines(
      withStandstill(period, {}),
      withStandstill([period], { id: '000090-2026', date: '2026-06-06T10:00:00+01:00', title: 'Later title' }),
    )); // prettier-ignore
    expect(await ingest(path)).toMatchObject({ code: 0 });
    const contract = await contractOf(89);
    expect(contract).toMatchObject({ title: 'Later title' });
    expect(contract?.['quality']).toContainEqual(expect.stringContaining('awards.standstillPeriod is one object in one notice and a list in another')); // prettier-ignore
    const compiled = await runCommandToEnd(['ocds', 'compile', path], folder.path);
    expect(compiled).toMatchObject({ code: 1, stdout: '' });
    expect(compiled.stderr).toMatch(
      /was left out\. An earlier release has an object at \/awards\/1\/standstillPeriod .* Correct one of the releases\.\n/,
    );
  });

  it('raw U+2028 and U+2029 in a text end no line', async () => {
    const path = await file(
      'separators.jsonl',
      lines(release(91, { title: 'Before\u2028between\u2029after' }), release(92)),
    );
    expect(await ingest(path)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Read 2 releases: 2 new'),
    });
    expect(await contractOf(91)).toMatchObject({ title: 'Before\u2028between\u2029after' });
    const { stdout } = await runCommandToEnd(['ocds', 'compile', path], folder.path);
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(2);
    expect(stdout).toContain('Before\u2028between\u2029after');
  });

  it('NUL and half characters are mended, and told in the count', async () => {
    const path = await file('characters.jsonl', lines(
      release(93, { title: 'Null\u0000 written' }),
      JSON.stringify(release(94, { title: 'Raw-null' })).replace('Raw-null', 'Raw\u0000 null'),
      JSON.stringify(release(95, { title: 'HALF character' })).replace('HALF', String.raw`\ud83d`),
      JSON.stringify(release(96, { title: 'WHOLE character' })).replace('WHOLE', String.raw`\ud83d\ude00`),
    )); // prettier-ignore
    expect(await ingest(path)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Repaired 3, skipped 0'),
    });
    const titles = [];
    for (const number of [93, 94, 95, 96]) titles.push((await contractOf(number))?.['title']);
    expect(titles).toEqual(['Null written', 'Raw null', '\ufffd character', '😀 character']);
  });

  it('what the database itself refuses is left out by name, the rest of its batch is kept', async () => {
    const endless = { ...release(97), ocid: `ocds-h6vhtk-${randomText(20_000)}` };
    const buyer = { id: randomText(9000), name: randomText(9000) };
    const { code, stderr } = await ingest(
      await file('endless.jsonl', lines(release(98), endless, release(99), release(100, { buyer }))),
    );
    expect(stderr).toMatch(/^.*endless\.jsonl, line 2: .*it was left out\. .*\n$/);
    expect(stderr).not.toMatch(faultMarks);
    expect(code).toBe(1);
    // The long name of the last is no reason to leave it out: keys are cut, names aren't.
    expect([await contractOf(98), await contractOf(99), await contractOf(100)]).not.toContain(undefined);
  });

  it('texts of megabytes, deep nesting and strange names are stored', async () => {
    const deep = `${'['.repeat(900)}1${']'.repeat(900)}`;
    const text = lines(
      release(101, { title: 'word '.repeat(400_000), description: randomText(3_000_000) }),
      JSON.stringify({ ...release(102), extra: 'DEEP' }).replace('"DEEP"', deep),
      JSON.stringify({ ...release(103), extra: 'X' }).replace('"extra"', '"constructor":{"a":[{"id":{"b":[{"c":1}]}}]},"__proto__":{"ocid":"x"},"toString"'),
    ); // prettier-ignore
    const { code, stderr, stdout } = await ingest(await file('strange.jsonl', text));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('3 new');
    const tooDeep = JSON.stringify({ ...release(105), extra: 'DEEP' }).replace(
      '"DEEP"',
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    );
    expect(await ingest(await file('deep.jsonl', lines(tooDeep, release(106))))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('line 1: It is not valid JSON: it is nested more than 1000 deep'),
    });
    expect(await contractOf(106)).toBeDefined();
  });
});

it('after all of that, the notices that were held first are untouched', async () => {
  const again = await ingest(join(folder.path, 'held.jsonl'));
  expect(again.stdout).toContain('0 new, 0 changed what was held, 40 held already');
});

const realPage = sharedData('golden/compile/fts-2026-08-10-11.releases.jsonl');
it.skipIf(realPage === null)('real notices that cannot be merged by the standard are all in the register (needs ../shared/data)', async () => {
  const path = realPage ?? '';
  const [ocid = ''] = (await readFile(path.replace('.releases.jsonl', '.errors.tsv'), 'utf8')).split('\t');
  const own = (await readFile(path, 'utf8')).split('\n').filter((line) => line.includes(ocid));
  expect(await ingest(await file('real.jsonl', lines(...own)))).toMatchObject({ code: 0 });
  const { rows } = await sql`select release_count from process where ocid = ${ocid}`.execute(register.read);
  expect(rows).toEqual([{ release_count: own.length }]);
}); // prettier-ignore

/** Text that can't be compressed, so that nothing makes it small; the same in every run. */
function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}
