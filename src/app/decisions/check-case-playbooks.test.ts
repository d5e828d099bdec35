import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import type { CheckReport } from '../segments/check-views.ts';
import { checkReportText } from '../segments/check-text.ts';
import { checkCaseDocument } from './check-case-playbooks.ts';
import { readCase } from './read-case.ts';

const context = testContext();
const models = new Set(context.reference.deliveryModels.map(({ id }) => id));

/** The example with the option that its contract approach is for, as a person would recommend it. */
async function check(name: string, option: string): Promise<CheckReport> {
  const text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', `${name}.yaml`), 'utf8');
  const { document } = readCase(text, models);
  if (document === null) throw new Error(`${name} can’t be read as a case.`);
  const recommendation = { option, reasons: 'Own reasons.', dissent: [], post: 'Author', on: '2026-11-23' };
  return checkCaseDocument(context, { ...document, recommendation }, null);
}

const told = ({ findings }: CheckReport): string[] =>
  findings.map(({ id, segment, options }) => `${segment} ${id}: ${options.join(' ')}`);

describe('the checks of the playbooks on the examples', () => {
  let services: CheckReport;
  let cloud: CheckReport;
  let council: CheckReport;
  beforeAll(async () => {
    services = await check('case-management', 'mixed');
    cloud = await check('cloud-commitment', 'lower');
    council = await check('council-system', 'two-lots');
  });

  it('see in the casework system what the case itself leaves open', () => {
    expect(told(services)).toEqual(
      expect.arrayContaining([
        'sector-systems export-trial: saas',
        'systems-integration hard-to-reverse: integrator',
        'systems-integration late: integrator',
        'cloud-hosting egress: mixed',
        'digital-delivery custom-team: mixed',
      ]),
    );
  });

  it('see in the cloud commitment that there is one supplier, and that nobody tried to leave', () => {
    expect(told(cloud)).toEqual(
      expect.arrayContaining([
        'cloud-hosting thin-market: lower move-part multi-provider',
        'cloud-hosting not-tried: lower',
      ]),
    );
  });

  it('say nothing of what the cloud commitment has settled: carrying over, egress, margin, break', () => {
    const ids = cloud.findings.map(({ id }) => id);
    for (const settled of ['commitment-unspoken-carry', 'egress', 'reseller-margin', 'no-break', 'exit-help'])
      expect(ids).not.toContain(settled);
  });

  it('do not call an option late that is ready the day after the old contract ends', () => {
    expect(cloud.findings.filter(({ id }) => id === 'late').flatMap(({ options }) => options)).not.toContain(
      'lower',
    );
  });

  it('stop the council’s specialists until their status is settled, and accept a contract that passes to the successor', () => {
    expect(told(council)).toContain('digital-specialists status: two-lots');
    expect(council.findings.map(({ id }) => id)).not.toContain('body-ends');
  });

  it('stop where the contract no longer says what happens to the successor', async () => {
    const text = readFileSync(
      join(import.meta.dirname, '..', '..', '..', 'examples', 'council-system.yaml'),
      'utf8',
    );
    const { document } = readCase(text.replaceAll(/transferable|successor/gu, 'later'), models);
    if (document === null) throw new Error('The changed case can’t be read.');
    const recommendation = {
      option: 'two-lots',
      reasons: 'x',
      dissent: [],
      post: 'Author',
      on: '2026-11-23',
    };
    const report = await checkCaseDocument(context, { ...document, recommendation }, null);
    expect(told(report)).toContain('sector-systems body-ends: two-lots');
  });

  it('are told by severity, with facts, reason, source, what to do and passage', () => {
    const text = checkReportText(council);
    expect(text.indexOf('Stop until')).toBeLessThan(text.indexOf('Warnings'));
    expect(text).toContain('words about off-payroll work: no (looked for in route and the option’s exit)');
    expect(text).toContain('More: playbook digital-specialists, terms.status');
    expect(text).toMatch(/\d+ checks can’t be judged\. Not stated: /u);
  });

  it('never check comparators', () => {
    const checked = [services, cloud, council].flatMap(({ findings }) =>
      findings.flatMap(({ options }) => options),
    );
    expect(checked).not.toContain('bau');
    expect(checked).not.toContain('do-minimum');
  });
});
