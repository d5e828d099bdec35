import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runLine } from '../../../test/support/command-line.ts';
import { describeShared } from '../../../test/support/shared-data.ts';
import { verifyFiles } from './verify-files.ts';
import type { CaseFormat } from './case-formats.ts';

const small = {
  id: 'small',
  components: 1,
  models: ['build', 'buy'],
  cost: [[10, 20]],
  value: [[5, 9]],
  teamFte: [[1, 0]],
  allowed: [[true, true]],
  interfaces: [],
  teamCapacityFte: 2,
  budget: 100,
  poundsPerValuePoint: 10,
  expected: { feasible: true, best: [{ objective: 70, choice: ['buy'], cost: 20 }] },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const caseFile = (name: string, change: object = {}): string =>
  file(name, JSON.stringify({ cases: [{ ...small, ...change }] }));

describe('the list of methods', () => {
  it('names each with what it answers and its page', async () => {
    const { stdout, code } = await runLine(['methods', 'list']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Composition +which option to take for each component +docs\/methods\/composition\.md$/m,
    );
  });
});

describe('verifying files', () => {
  it('prints every value and a line for each file, and ends with 0 where all pass', async () => {
    const path = caseFile('good.json');
    const { stdout, stderr, code } = await runLine(['methods', 'verify', path, path]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^case +value +expected +got +deviation +tolerance$/m);
    expect(stdout).toMatch(/^small +best: objective +70 +70 +0 +0\.01 +ok$/m);
    expect(stdout.match(/good\.json: composition, 1 case, 4 values, all within tolerance\.$/gm)).toHaveLength(
      2,
    );
  });

  it('ends with 1 where a value of any file fails, and shows which', async () => {
    const wrong = caseFile('wrong.json', {
      expected: { feasible: true, best: [{ objective: 71, choice: ['buy'], cost: 20 }] },
    });
    const { stdout, code } = await runLine(['methods', 'verify', wrong, caseFile('good.json')]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^small +best: objective +71 +70 +1 +0\.01 +FAILED$/m);
    expect(stdout).toMatch(/wrong\.json: composition, 1 case, 4 values, 1 FAILED\.$/m);
  });

  it('gives what is no number as null', async () => {
    const poor = caseFile('poor.json', { budget: 1 });
    const { stdout, code } = await runLine(['methods', 'verify', poor, '--json']);
    expect(code).toBe(1);
    const { files } = z
      .object({ files: z.array(z.object({ failed: z.number(), results: z.array(z.looseObject({})) })) })
      .parse(JSON.parse(stdout));
    expect(files[0]?.results[1]).toEqual({
      id: 'small',
      what: 'best: objective',
      expected: 70,
      got: null,
      deviation: null,
      tolerance: 0.01,
      passed: false,
    });
  });

  it('takes a file that holds weights alone', async () => {
    const weights = { method: 'equal', matrix: [[1, 2]], weights: [0.5, 0.5] };
    const { stdout } = await runLine([
      'methods',
      'verify',
      file('weights.json', JSON.stringify({ tolerance: 1e-9, weighting: [weights] })),
    ]);
    expect(stdout).toMatch(/weights\.json: multi-criteria, 1 case, 2 values, all within tolerance\.$/m);
  });

  it.each([
    ['a missing file', () => join(folder, 'missing.json'), "missing.json doesn't exist"],
    ['a directory', () => folder, 'is a directory'],
    ['an empty file', () => file('empty.json', ' \n'), 'empty.json is empty'],
    ['broken JSON', () => file('broken.json', '{"cases": ['), 'broken.json is no JSON'],
    [
      'a form that is not known',
      () => file('other.json', '{"cases":[{"colour":"blue"}]}'),
      'no cases of a known form. Known are, by what a case has: composition (components, interfaces)',
    ],
    ['a text', () => file('text.txt', 'Dear all,\n'), 'no cases of a known form'],
    ['no case', () => file('none.json', '{"cases":[]}'), 'no cases of a known form'],
    [
      'a case that lacks something',
      () => caseFile('lacks.json', { budget: undefined }),
      'lacks.json: cases.0.budget is of another form',
    ],
    [
      'a case that cannot be meant',
      () => caseFile('odd.json', { interfaces: [{ between: [0, 0], costIfModelsDiffer: 1 }] }),
      "odd.json has a case that can't be computed: Interface 0",
    ],
  ])('refuses %s', async (_, path, sentence) => {
    const { stdout, stderr, code } = await runLine(['methods', 'verify', path()]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 3 });
    expect(stderr).toContain(sentence);
  });

  it('asks for a file where none is named', async () => {
    expect(await runLine(['methods', 'verify'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('is interrupted with the command', async () => {
    const signal = AbortSignal.abort();
    expect((await runLine(['methods', 'verify', caseFile('good.json')], { signal })).code).toBe(130);
  });
});

describe('recognising a file', () => {
  const rows: CaseFormat = {
    name: 'rows',
    members: ['distribution', 'value'],
    check: (content) => [
      {
        id: JSON.stringify(content),
        what: 'rows',
        expected: 0,
        got: 0,
        deviation: 0,
        tolerance: 0,
        passed: true,
      },
    ],
  };

  it('takes a CSV file as its rows by column', async () => {
    const [verified] = await verifyFiles(
      [{ name: 'a.csv', text: 'distribution,value\r\nnormal,1\r\n' }],
      undefined,
      [rows],
    );
    expect(verified).toMatchObject({
      format: 'rows',
      results: [{ id: '[{"distribution":"normal","value":"1"}]' }],
    });
  });

  it('computes nothing before every file is recognised', async () => {
    let computed = 0;
    const counted = { ...rows, check: () => ((computed += 1), []) };
    const files = [
      { name: 'a.csv', text: 'distribution,value\nnormal,1\n' },
      { name: 'b.csv', text: 'x\n' },
    ];
    await expect(verifyFiles(files, undefined, [counted])).rejects.toThrow('b.csv holds no cases');
    expect(computed).toBe(0);
  });

  it('a fault of a method stays a fault', async () => {
    const broken = {
      ...rows,
      check: () => {
        throw new TypeError('bug');
      },
    };
    await expect(
      verifyFiles([{ name: 'a.csv', text: 'distribution,value\nx,1\n' }], undefined, [broken]),
    ).rejects.toThrow(TypeError);
  });
});

describeShared('the reference compositions', 'numerics/composition.json', (path) => {
  it('pass by the command', async () => {
    const { stdout, code } = await runLine(['methods', 'verify', path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/composition\.json: composition, 6 cases, \d+ values, all within tolerance\./);
  });
});
