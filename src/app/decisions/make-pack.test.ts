import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packedCase } from '../../../test/factories/packed-case.ts';
import { testContext } from '../../../test/support/context.ts';
import type { Context } from '../context.ts';
import { makePack } from './make-pack.ts';
import { runCase } from './run-case.ts';

let folder: string;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function contextOf(): Context {
  const context = testContext({ stdin: [stringify(packedCase)] });
  return { ...context, reporter: { ...context.reporter, warn: (message) => void said.push(message) } };
}

describe('evidence packs on disk', () => {
  it('are written by a run, for the stage of the case', async () => {
    const output = await runCase.run(contextOf(), { file: '-', pack: true, packDir: join(folder, 'new') });
    const names = [
      'OFFICIAL-SENSITIVE-COMMERCIAL-permits-obc.docx',
      'OFFICIAL-SENSITIVE-COMMERCIAL-permits-obc.html',
    ];
    expect((await readdir(join(folder, 'new'))).toSorted()).toEqual(names);
    expect(output.pack.map((path) => path.slice(folder.length + '/new/'.length)).toSorted()).toEqual(names);
  });

  it('don’t take the result away where they can’t be written, which is said', async () => {
    const inTheWay = join(folder, 'file');
    await writeFile(inTheWay, '');
    const output = await runCase.run(contextOf(), { file: '-', pack: true, packDir: inTheWay });
    expect(output.pack).toEqual([]);
    expect(output.run.appraisal?.indicated?.option).toBe('build');
    expect(said.join('\n')).toMatch(/could not be written to .*--pack-dir, or leave it out with --no-pack/u);
  });

  it('tell what they withhold', async () => {
    const input = { file: '-', for: 'member-report', release: true, as: 'html', out: folder } as const;
    const output = await makePack.run(contextOf(), input);
    expect(await readdir(folder)).toEqual(['OFFICIAL-permits-member-report-for-release.html']);
    expect(output.withheld.length).toBeGreaterThan(0);
    expect(makePack.present?.(output, input)).toContain('Withheld, as the schedule at its end tells: ');
  });
});
