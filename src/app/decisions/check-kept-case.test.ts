import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { smallCase } from '../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import type { Context } from '../context.ts';
import type { CheckReport } from '../segments/check-views.ts';
import { workOutStored } from './case-runs.ts';
import { saveCase } from './case-store.ts';
import { checkCasePlaybooks } from './check-case-playbooks.ts';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', `${name}.yaml`), 'utf8').replace(
    /draws: \d+/u,
    'draws: 1000',
  );

/** The council’s case, whose contract approach says nothing of the status of its specialists. */
const silent = read('council-system').replace(/^id: .*$/mu, 'id: silent');
/** The same, settled. */
const settled = silent
  .replace('id: silent', 'id: settled')
  .replace(
    '24 months and 12 more, transferable',
    'Off-payroll status is determined before the start. 24 months, transferable',
  );

const ids = ({ findings }: CheckReport): string[] => findings.map(({ id }) => id);
const missing = ({ notStated }: CheckReport): string[] =>
  notStated.flatMap((one) => one.missing.map(({ name }) => name));

describeOnDatabases('sourcing decisions check --case', (open) => {
  let context: Context;
  const check = async (id: string): Promise<CheckReport> =>
    checkCasePlaybooks.run(context, { file: '-', case: id });

  beforeAll(async () => {
    const { register } = await open();
    // Nothing is read from standard input where a kept case is named.
    context = testContext({ register, stdin: ['no case'] });
    for (const text of [silent, settled]) await saveCase(context, { text, seen: null });
  });

  it('finds what the kept case leaves open, and ends with 1 where that is a stop', async () => {
    const report = await check('silent');
    expect(ids(report)).toContain('status');
    expect(checkCasePlaybooks.exitCode?.(report)).toBe(1);
    expect(checkCasePlaybooks.present?.(report, { file: '-', case: 'silent' })).toContain(
      'Stop until it is dealt with\n  Nothing is said about off-payroll status [two-lots]',
    );
  });

  it('has no stop for the case that says it, and ends with 0', async () => {
    const report = await check('settled');
    expect(ids(report)).not.toContain('status');
    expect(report.findings.map(({ outcome }) => outcome)).not.toContain('stop');
    expect(checkCasePlaybooks.exitCode?.(report)).toBe(0);
  });

  it('lacks costs until the case is worked out, and then doesn’t', async () => {
    const options = smallCase.options.map((one) =>
      one.id === 'product' ? { ...one, model: 'systems-integrator' } : one,
    );
    await saveCase(context, { text: stringify({ ...smallCase, id: 'worked', options }), seen: null });
    expect(missing(await check('worked'))).toContain('whole-life-cost');
    await workOutStored(context, 'worked');
    expect(missing(await check('worked'))).not.toContain('whole-life-cost');
  });

  it('refuses an id that no case has', async () => {
    await expect(check('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});
