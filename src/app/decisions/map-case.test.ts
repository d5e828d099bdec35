import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { textsIn } from '../../../test/support/svg-marks.ts';
import { runLine } from '../../../test/support/command-line.ts';

const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'case-management.yaml');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourcing-map-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a file with this text. */
async function map(text: string, ...flags: string[]): ReturnType<typeof runLine> {
  const file = join(folder, 'given');
  await writeFile(file, text);
  return runLine(['decisions', 'map', file, ...flags]);
}

describe('decisions map', () => {
  it('writes a case’s components, marked by how an option gets them', async () => {
    const { stdout, code } = await runLine(['decisions', 'map', example, '--option', 'mixed']);
    expect(code).toBe(0);
    expect(stdout).toContain('component Case workflow [0.64, 0.58] (buy)\n');
    expect(stdout).toContain('Fraud rules and legacy register->Evidence store\n');
  });

  it('draws the map as a file', async () => {
    const { stdout, code } = await runLine(['decisions', 'map', example, '--option', 'mixed', '--svg']);
    expect(code).toBe(0);
    expect(stdout.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(textsIn(stdout)).toEqual(expect.arrayContaining(['Case workflow', 'buy', 'Commodity']));
    expect((await runLine(['decisions', 'map', example, '--import', '--svg'])).stderr).toContain(
      'leave out --import or --svg',
    );
  });

  it('reads what it wrote as components to paste into a case', async () => {
    const written = (await runLine(['decisions', 'map', example])).stdout;
    const { stdout, code } = await map(written, '--import');
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({
      components: [
        { id: 'forms-and-payments', connects: ['case-workflow', 'notifications'] },
        {},
        {},
        {},
        {},
      ],
    });
  });

  it('says in comments what a case has no place for, and ends with 1 where a line was passed over', async () => {
    const text = 'anchor User [1, 1]\ncomponent A [0.4, 0.2] inertia\nevolve A 0.6\ncomponent B\nbogus';
    const { stdout, code } = await map(text, '--import');
    expect(code).toBe(1);
    expect(stdout).toContain('evolvesTo: 0.6');
    expect(stdout.split('components:')[0]).toBe(`# Line 5, bogus: No statement that is known here.
# Users, who are no components of a case: User.
# a: something holds it back.
# Not placed on the map, so say where they stand: b.
`);
  });

  it('refuses what is no case, and an option that it hasn’t', async () => {
    expect((await map('case: 1')).stderr).toContain('can’t be read as a case: id:');
    expect((await runLine(['decisions', 'map', example, '--option', 'mixd'])).stderr).toContain(
      'No option is called "mixd". Did you mean "mixed"?',
    );
  });
});
