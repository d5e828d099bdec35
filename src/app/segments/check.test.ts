import { beforeAll, describe, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { recordingReporter, testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { findContractsInput } from '../contracts/contract-filter.ts';
import type { CheckReport } from './check-views.ts';
import { checkSegment } from './check.ts';

/** A council's draft with what keeps small firms out, in the words that such drafts have. */
const housing = `Housing management system
The council seeks a housing management system for 7,400 homes. The estimated value is £1.1m excluding VAT.
There is one lot. The contract runs for five years. Price counts for 60% of the award.
Bidders need a turnover of £5m and professional indemnity insurance of £10m in place at the time of tender.
Bidders provide audited accounts, three council references and ISO 27001 at bid. Suppliers have 18 days to respond.`;

async function check(text: string, segment?: 'cloud-hosting' | 'sector-systems'): Promise<CheckReport> {
  const context = testContext({ stdin: [text] });
  return checkSegment.run(context, { draft: '-', ...(segment !== undefined && { segment }) });
}

const outcomeOf = ({ findings }: CheckReport, id: string): string | undefined =>
  findings.find((one) => one.id === id)?.outcome;

describe('segments check on a draft', () => {
  it('finds the barriers of a draft in words, each with the words', async () => {
    const report = await check(housing);
    expect(report.segments.map(({ id }) => id)).toEqual(['sector-systems']);
    expect(outcomeOf(report, 'insurance-at-bid')).toBe('stop');
    expect(outcomeOf(report, 'audited-accounts')).toBe('warn');
    expect(outcomeOf(report, 'turnover')).toBe('warn');
    expect(outcomeOf(report, 'days-to-bid')).toBe('warn');
    expect(outcomeOf(report, 'one-lot-modules')).toBe('advise');
    // The segment’s own check says of the same facts what the general one would.
    expect(outcomeOf(report, 'one-lot')).toBeUndefined();
    expect(outcomeOf(report, 'price-weight')).toBe('advise');
    expect(outcomeOf(report, 'data-format')).toBe('stop');
    const turnover = report.findings.find(({ id }) => id === 'turnover');
    expect(turnover?.facts[0]).toMatchObject({ label: 'turnover demanded', value: '22.7 times' });
    expect(turnover?.facts[0]?.evidence).toContain('a turnover of £5m');
  });

  it('no longer finds what was mended', async () => {
    const mended = housing
      .replace('in place at the time of tender', 'to be taken out at award')
      .replace('audited accounts, ', '')
      .replace('18 days', '30 days')
      .replace('There is one lot.', 'There are two lots. All data can be exported in open formats.');
    const report = await check(mended);
    for (const id of [
      'insurance-at-bid',
      'audited-accounts',
      'days-to-bid',
      'one-lot-modules',
      'one-lot',
      'data-format',
    ])
      expect(outcomeOf(report, id)).toBeUndefined();
    expect(outcomeOf(report, 'turnover')).toBe('warn');
  });

  it('takes the playbook that is named', async () => {
    const report = await check(housing, 'cloud-hosting');
    expect(report.segments[0]).toMatchObject({ id: 'cloud-hosting', because: 'chosen.', isReviewed: false });
  });

  it('says which checks nobody can judge, and why', async () => {
    const report = await check(housing);
    const bids = report.notStated.find(({ id }) => id === 'low-competition');
    expect(bids?.missing).toEqual([{ name: 'bids', label: 'bids' }]);
  });

  it('reads a release', async () => {
    const release = actRelease({
      ocid: 'ocds-h6vhtk-00000a',
      id: '1-2026',
      title: 'Electronic patient record system',
    });
    const report = await check(JSON.stringify(release));
    expect(report.subject).toBe('Electronic patient record system');
    expect(report.segments[0]?.id).toBe('sector-systems');
  });

  it('goes on without a register, and says so', async () => {
    const reporter = recordingReporter();
    await checkSegment.run(testContext({ stdin: [housing], reporter }), { draft: '-' });
    expect(reporter.warnings).toEqual(['The register can’t be reached, so nothing is said of the markets.']);
  });

  it.each([
    ['too short', 'Laptops.', 'characters; one that can be checked has'],
    [
      'not digital',
      `Roof replacement\n${'Asbestos removal and new tiles for the town hall. '.repeat(4)}`,
      'nothing digital',
    ],
    ['JSON that is no release', `{"a": "${'x'.repeat(100)}"}`, 'ocid'],
  ])('refuses what is %s', async (_, text, message) => {
    await expect(check(text)).rejects.toThrow(message);
  });

  it('refuses to check nothing, or two things', async () => {
    await expect(checkSegment.run(testContext(), {})).rejects.toThrow('--contract');
    await expect(checkSegment.run(testContext(), { contract: 'a', draft: 'b' })).rejects.toThrow('--draft');
  });

  it('ends with 1 where something has to stop', async () => {
    const report = await check(housing);
    expect(checkSegment.exitCode?.(report)).toBe(1);
    expect(checkSegment.exitCode?.({ ...report, findings: [] })).toBe(0);
  });
});

describeOnDatabases('segments check on a contract of the register', (open) => {
  let database: TestDatabase;
  const idOf = async (q: string): Promise<string> => {
    const context = testContext({ register: database.register });
    const { items } = await findContracts.run(context, findContractsInput.parse({ q }));
    return items[0]?.id ?? '';
  };
  beforeAll(async () => {
    database = await open();
    await ingestAll(database.register, [
      actRelease({ ocid: 'ocds-h6vhtk-00000a', id: '1-2026', title: 'Electronic patient record system' }),
      actRelease({
        ocid: 'ocds-h6vhtk-00000b',
        id: '2-2026',
        title: 'Roof replacement and asbestos removal',
      }),
    ]);
  });

  it('asks the playbook of its segment and judges only what notices state', async () => {
    const context = testContext({ register: database.register });
    const report = await checkSegment.run(context, { contract: await idOf('patient') });
    expect(report.kind).toBe('contract');
    expect(report.segments).toMatchObject([{ id: 'sector-systems' }]);
    expect(report.notStated.map(({ id }) => id)).toContain('data-format');
    expect(report.findings.map(({ id }) => id)).not.toContain('data-format');
  });

  it('refuses a contract that isn’t digital, unless a playbook is named', async () => {
    const context = testContext({ register: database.register });
    const contract = await idOf('roof');
    await expect(checkSegment.run(context, { contract })).rejects.toThrow('not digital');
    const report = await checkSegment.run(context, { contract, segment: 'devices-hardware' });
    expect(report.segments[0]?.id).toBe('devices-hardware');
  });

  it('refuses a contract that isn’t there', async () => {
    const context = testContext({ register: database.register });
    await expect(checkSegment.run(context, { contract: 'nowhere' })).rejects.toThrow(
      'No contract has the id nowhere',
    );
  });
});
