import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CommandResult } from '../../../test/support/command-line.ts';
import { runLine } from '../../../test/support/command-line.ts';
import { indicators } from './indicators.ts';
import { prepare } from './prepare.ts';

const operations = [indicators, prepare];
const folder = mkdtempSync(join(tmpdir(), 'ocds-indicators-'));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const run = async (...argv: string[]): Promise<CommandResult> => runLine(['ocds', ...argv], { operations });

const single = '{"ocid":"a","tender":{"procurementMethod":"open","numberOfTenderers":1}}';
const disqualified =
  '{"ocid":"b","buyer":{"id":"B"},"bids":{"details":[{"status":"disqualified","tenderers":[{"id":"T"}]},{"status":"valid","tenderers":[{"id":"U"}]}]}}';

describe('ocds indicators', () => {
  it('answers with one object, the same from a file, from gzip and from standard input', async () => {
    const data = `${single}\n${disqualified}\n`;
    const { stdout, code } = await run('indicators', '--no-meta', file('a.jsonl', data));
    expect(stdout).toBe('{"OCID":{"a":{"R018":1}},"Buyer":{"B":{"R038":0.5}}}\n');
    expect(code).toBe(0);
    expect((await run('indicators', '--no-meta', file('a.jsonl.gz', gzipSync(data)))).stdout).toBe(stdout);
    const piped = { operations, stdin: [data.slice(0, 30), data.slice(30)] };
    expect((await runLine(['ocds', 'indicators', '--no-meta', '-'], piped)).stdout).toBe(stdout);
  });

  it('calculates what the settings name, counts on standard error, and maps processes to organisations', async () => {
    const settings = file('r038.ini', '[R038]\nthreshold = 0.5\n');
    const data = file('b.jsonl', `${single}\n${disqualified}\n`);
    const { stdout, stderr } = await run('indicators', '--settings', settings, '--count', '--map', data);
    expect(stderr).toBe('Buyer: 1\n');
    const short = await run('indicators', '-s', settings, '-c', '--map', data);
    expect([short.stdout, short.stderr]).toEqual([stdout, stderr]);
    expect(JSON.parse(stdout)).toEqual({
      Buyer: { B: { R038: 0.5 } },
      Meta: { R038: { Buyer_upper_fence: 0.5 } },
      Maps: {
        ocid_tenderer: { b: ['T', 'U'] },
        ocid_buyer_r038: { b: 'B' },
        ocid_procuringentity_r038: {},
        ocid_tenderer_r024: {},
        ocid_tenderer_r028: {},
        ocid_tenderer_r030: {},
        ocid_tenderer_r035: {},
        ocid_tenderer_r058: {},
      },
    });
  });

  it('leaves out what is no compiled release, says so with its line, and goes on', async () => {
    const data = `{"ocid":\n\n[1]\n5\n{"releases":[]}\n{"ocid":"huge","a":1e9999}\n{"ocid":"fine","a":"0e9999"}\n${single}\n`;
    const { stdout, stderr, code } = await run('indicators', '--no-meta', file('bad.jsonl', data));
    expect(stdout).toBe('{"OCID":{"a":{"R018":1}}}\n');
    expect(code).toBe(1);
    expect(stderr).toMatch(/line 1 is not valid JSON/);
    expect(stderr).toMatch(
      /line 3 is an array, not a compiled release; it was left out\. Compile it first: sourcing ocds compile\./,
    );
    expect(stderr).toMatch(/line 4 is not a JSON object; it was left out\./);
    expect(stderr).toMatch(/line 5 is a package, not a compiled release/);
    expect(stderr).toMatch(/line 6 is not valid JSON \(a number in it is out of range\)/);
    expect(stderr).not.toMatch(/line 7/);
  });

  it('answers with nothing for nothing', async () => {
    expect((await run('indicators', '--no-meta', file('empty.jsonl', ''))).stdout).toBe('{}\n');
  });

  it.each([
    ['[R003]\ntreshold = 5', 2, 'there is no setting "treshold" in [R003]. Did you mean "threshold"?'],
    ['[R99]', 2, 'there is no section [R99]'],
    ['[R003]\nthreshold = five', 2, 'must be a whole number, not "five"'],
  ])('refuses settings like %j', async (text, code, message) => {
    const result = await run('indicators', '--settings', file('bad.ini', text), file('a.jsonl', single));
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  it('refuses settings that are not there', async () => {
    const { code, stderr } = await run(
      'indicators',
      '--settings',
      join(folder, 'none.ini'),
      file('a.jsonl', single),
    );
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `sourcing: ${join(folder, 'none.ini')} doesn't exist. Check the path.\n`,
    });
  });

  it('reads the settings of both commands from one file', async () => {
    const settings = file(
      'both.ini',
      '[defaults]\ncurrency = GBP\n[codelists.bid_status]\nok = valid\n[R018]\n',
    );
    expect((await run('indicators', '--settings', settings, '--no-meta', file('a.jsonl', single))).code).toBe(
      0,
    );
    expect((await run('prepare', '--settings', settings, file('a.jsonl', single))).code).toBe(0);
  });
});

describe('ocds prepare', () => {
  const bids = '{"ocid":"=a,b","bids":{"details":[{"value":{"amount":0}}]}}';
  const rows =
    `2,"'=a,b",/bids/details[]/value/amount,0,,is zero\n` +
    `2,"'=a,b",/bids/details[]/value/currency,0,,not set\n` +
    `2,"'=a,b",/bids/details[]/status,0,,not set\n`;

  it('writes releases to standard output and quality issues as CSV to standard error', async () => {
    const { stdout, stderr, code } = await run('prepare', file('c.jsonl', `${single}\n${bids}\n`));
    expect(stdout).toBe(`${single}\n${bids}\n`);
    expect(stderr).toBe(rows);
    expect(code).toBe(0);
  });

  it('or to a file', async () => {
    const errors = join(folder, 'issues.csv');
    const { stderr } = await run('prepare', '--errors', errors, file('c.jsonl', `${single}\n${bids}\n`));
    expect(stderr).toBe('');
    expect(readFileSync(errors, 'utf8')).toBe(rows);
  });

  it('refuses a file that cannot be written, before anything is read', async () => {
    const { code, stderr, stdout } = await run(
      'prepare',
      '--errors',
      join(folder, 'no', 'issues.csv'),
      file('c.jsonl', bids),
    );
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(stderr).toContain("can't be written");
  });

  it('skips what is no object', async () => {
    const { stdout, stderr, code } = await run('prepare', file('d.jsonl', `5\n${single}\n{\n`));
    expect(stdout).toBe(`${single}\n`);
    expect(stderr).toContain('line 1 is not a JSON object');
    expect(code).toBe(1);
  });
});
