import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { smallCase } from '../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../test/support/context.ts';
import { runCase } from './run-case.ts';

const input = { file: '-', pack: false, packDir: '.' };

async function run(parts: Record<string, unknown> | string): Promise<{ text: string; exitCode: number }> {
  const text = typeof parts === 'string' ? parts : stringify({ ...smallCase, ...parts });
  const output = await runCase.run(testContext({ stdin: [text] }), input);
  return { text: runCase.present?.(output, input) ?? '', exitCode: runCase.exitCode?.(output) ?? 0 };
}

describe('a run of a case', () => {
  it('says what is indicated, what it costs, and what would change it', async () => {
    const { text, exitCode } = await run({});
    expect(exitCode).toBe(0);
    expect(text).toContain('The method indicates Build it.');
    expect(text).toMatch(/As it is\s+£2\.61m\s+£2\.61m/u);
    expect(text).toContain(
      'Build it becomes cheaper than A product once one unit of “product-run” costs more than £600,000 (£533,000 now).',
    );
    expect(text).toContain('every P80 is known to 1%');
  });

  it('names the schedule of discount rates, and refuses one that is not held', async () => {
    expect((await run({})).text).toContain('Present value at 3.5% a year (green-book-2003-standard)');
    const appraisal = { ...smallCase.appraisal, discountRates: 'own' };
    const { text, exitCode } = await run({ appraisal });
    expect(exitCode).toBe(1);
    expect(text).toContain(
      'No schedule of discount rates is called "own". There are: standard, health, sensitivity.',
    );
    expect(text).toContain('No costs could be worked out.');
  });

  it('goes on without what is wrong, and says what it left out', async () => {
    const weights = { method: 'shares', lockedOn: '2026-10-01' };
    const { text, exitCode } = await run({ weights });
    expect(exitCode).toBe(1);
    expect(text).toContain('The shares sum to 150 per cent');
    expect(text).not.toContain('The method indicates');
    expect(text).toMatch(/As it is\s+£2\.61m/u);
  });

  it('adds up nothing where lines are wrong', async () => {
    const lines = smallCase.costs.lines.map((line) => ({ ...line, when: { once: '2050-51' } }));
    const { text, exitCode } = await run({ costs: { ...smallCase.costs, lines } });
    expect(exitCode).toBe(1);
    expect(text).toContain('No costs could be worked out.');
  });

  it('gives the part of the result that doesn’t rest on what can’t be read, and says so', async () => {
    const lines = smallCase.costs.lines.map((line, at) =>
      at === 2 ? { ...line, unitCost: { low: 9, likely: 5, high: 3 } } : line,
    );
    const { text, exitCode } = await run({ costs: { ...smallCase.costs, lines } });
    expect(exitCode).toBe(1);
    expect(text).toContain(
      'This is only a part of the result: what stands under “costs” can’t be read and is left out',
    );
    expect(text).toContain('Low (9) is above high (3): exchange them.');
    expect(text).toContain('Build it   68.3    not known');
    expect(text).toContain('No costs could be worked out.');
    const { text: whole } = await run({});
    expect(whole).not.toContain('only a part');
  });

  it('is ready only where the task list is', async () => {
    const { text } = await run({});
    expect(text).toContain('Not ready for approval');
    expect(text).toContain('No option was tested.');
  });

  it('is the same after it was written as JSON and read again', async () => {
    const { run: found } = await runCase.run(testContext({ stdin: [stringify(smallCase)] }), input);
    expect(found.money?.options.map(({ curve }) => curve.length)).toEqual([101, 101, 101, 101]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('tells what is no case', async () => {
    expect(await run('just words')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('can’t be read as a case'),
    });
  });
});
