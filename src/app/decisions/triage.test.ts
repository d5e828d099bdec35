import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallCase } from '../../../test/factories/sourcing-case.ts';
import { runLine } from '../../../test/support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'triage-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const ask = (...words: string[]): ReturnType<typeof runLine> => runLine(['decisions', 'triage', ...words]);

describe('sourcing decisions triage', () => {
  it('prints the twelve questions where none is answered', async () => {
    const { stdout, code } = await ask();
    expect(code).toBe(0);
    expect(stdout).toContain('12. Is the team');
    expect(stdout).toContain('--novel or --no-novel');
  });

  it('takes answers as flags, and names those that are missing', async () => {
    const { stdout } = await ask('--whole-life-value', '82000', '--no-novel', '--body-type', 'nhs');
    expect(stdout).toContain('Path: standard; it could become full by what isn’t answered.');
    expect(stdout).toContain('data: How sensitive is the data?');
    expect(stdout).toContain('The limit for your body is not held: enter it.');
  });

  it('takes answers from a file, over which flags win, and says what it left out', async () => {
    const answers = file('answers.yaml', 'novel: no\nwhole-life-value: 82000\ncolour: blue\n');
    const { stdout, code } = await ask('--answers', answers, '--novel');
    expect(code).toBe(1);
    expect(stdout).toContain('Left out: There is no question "colour".');
    expect(stdout).toContain('Path: full.');
  });

  it('takes body, day and what follows from a case', async () => {
    const path = file('case.json', JSON.stringify({ ...smallCase, triage: { 'first-of-kind': true } }));
    const { stdout } = await ask(path, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      result: {
        path: 'full',
        rules: expect.arrayContaining([expect.objectContaining({ question: 'months-left' })]),
      },
    });
  });

  it('refuses a file that holds neither', async () => {
    const { stderr, code } = await ask(file('list.yaml', '- one\n'));
    expect(code).toBe(3);
    expect(stderr).toContain('holds no answers');
  });
});

it('sourcing decisions tasks lists the ten steps of a case', async () => {
  const { stdout } = await runLine(['decisions', 'tasks', file('tasks.json', JSON.stringify(smallCase))]);
  expect(stdout).toContain('Replace the permits service: not ready for approval');
  expect(stdout).toContain('10. Outcome and review: missing');
});
