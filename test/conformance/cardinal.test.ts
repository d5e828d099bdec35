import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { indicators } from '../../src/app/ocds/indicators.ts';
import { prepare } from '../../src/app/ocds/prepare.ts';
import { runLine } from '../support/command-line.ts';
import { describeShared, readJson } from '../support/shared-data.ts';

const operations = [indicators, prepare];
const scratch = mkdtempSync(join(tmpdir(), 'cardinal-'));

/** The settings that a case's name stands for: `R003-threshold-10`, `R003-procurement_method_details-x-5-y-10`. */
function settingsOf(name: string): string {
  const [code = '', field, ...values] = name.replaceAll('+', '|').split('-');
  const always =
    'no_price_comparison_procurement_methods = NPC\n[exclusions]\nprocurement_method_details = EXC\n';
  if (field === undefined || values.length === 0) return `${always}[${code}]\n`;
  if (values.length === 1) return `${always}[${code}]\n${field} = ${values[0]}\n`;
  const pairs = values.flatMap((value, index) =>
    index % 2 === 0 ? [`${value} = ${values[index + 1] ?? ''}`] : [],
  );
  return `${always}[${code}]\n[${code}.${field}]\n${pairs.join('\n')}\n`;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => basename(name, '.jsonl'));
}

function scratchFile(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

describeShared(
  'the indicator fixtures of the reference',
  'conformance/cardinal/tests/fixtures/indicators',
  (folder) => {
    it.each(namesIn(folder))('%s', async (name) => {
      const settings = scratchFile(`${name}.ini`, settingsOf(name));
      const argv = ['ocds', 'indicators', '--settings', settings, '--no-meta', join(folder, `${name}.jsonl`)];
      const { stdout, code } = await runLine(argv, { operations });
      expect(JSON.parse(stdout)).toEqual(readJson(join(folder, `${name}.expected`)));
      expect(code).toBe(0);
    });

    it('are of every indicator', () => {
      const codes = new Set(namesIn(folder).map((name) => name.slice(0, 4)));
      expect([...codes].toSorted()).toEqual(
        ['003', '018', '024', '025', '028', '030', '035', '036', '038', '048', '058'].map(
          (code) => `R${code}`,
        ),
      );
    });
  },
);

describeShared(
  'the prepare fixtures of the reference',
  'conformance/cardinal/tests/fixtures/prepare',
  (folder) => {
    it.each(namesIn(folder))('%s', async (name) => {
      const errors = join(scratch, `${name}.errors`);
      const argv = [
        '--settings',
        join(folder, `${name}.ini`),
        '--errors',
        errors,
        join(folder, `${name}.jsonl`),
      ];
      const { stdout, code } = await runLine(['ocds', 'prepare', ...argv], { operations });
      expect(stdout).toBe(readFileSync(join(folder, `${name}.output`), 'utf8'));
      expect(code).toBe(0);
      const expected = join(folder, `${name}.errors`);
      if (existsSync(expected)) expect(readFileSync(errors, 'utf8')).toBe(readFileSync(expected, 'utf8'));
    });
  },
);

describeShared('the examples of the reference', 'conformance/cardinal/docs/examples', (folder) => {
  const run = async (name: string): Promise<unknown> => {
    const own = join(folder, 'R', `${name}.ini`);
    const settings = existsSync(own) ? own : scratchFile(`${name}.ini`, `[R${name}]\n`);
    const argv = ['--settings', settings, '--no-meta', join(folder, 'R', `${name}.jsonl`)];
    return JSON.parse((await runLine(['ocds', 'indicators', ...argv], { operations })).stdout);
  };

  // As its page demonstrates it.
  it('R024 of five processes finds the one that is close', async () => {
    expect(await run('024')).toEqual({
      OCID: { F: { R024: 1 } },
      Tenderer: { W: { R024: 0 }, L: { R024: 0 } },
    });
  });

  it.each(namesIn(join(folder, 'R')))('R%s finds something', async (name) => {
    expect(await run(name)).not.toEqual({});
  });

  it('prepare tells a bid without a status', async () => {
    const { stdout, stderr } = await runLine(['ocds', 'prepare', join(folder, 'prepare.jsonl')], {
      operations,
    });
    expect(stderr).toBe('1,ocds-213czf-1,/bids/details[]/status,0,,not set\n');
    expect(stdout).toBe(readFileSync(join(folder, 'prepare.jsonl'), 'utf8').trimEnd() + '\n');
  });

  it('its settings for all indicators are read', async () => {
    const argv = ['--settings', join(folder, 'settings.ini'), join(folder, 'R', '036.jsonl')];
    const { stdout, code } = await runLine(['ocds', 'indicators', ...argv], { operations });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ OCID: { F: { R036: 1 } }, Meta: { R024: { q1: null } } });
  });
});

describeShared('the indicators of real compiled releases', 'golden/cardinal', (folder) => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.indicators.json'))
    .map((name) => name.replace('.indicators.json', ''));

  it.each(names)('%s', async (name) => {
    const file = join(folder, '..', 'compile', `${name}.compiled.jsonl`);
    const { stdout } = await runLine(['ocds', 'indicators', '--no-meta', file], { operations });
    expect(JSON.parse(stdout)).toEqual(readJson(join(folder, `${name}.indicators.json`)));
  });
});
