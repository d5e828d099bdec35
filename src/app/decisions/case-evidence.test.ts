import { stringify } from 'yaml';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { smallCase, caseWith } from '../../../test/factories/sourcing-case.ts';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { runLine, type CommandResult } from '../../../test/support/command-line.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { stories } from '../../sample/stories/stories.ts';
import { getCase, changeCase } from './case-store.ts';
import { evidenceOf } from './evidence-of-case.ts';
import { suggestionsOf } from './suggest-for-case.ts';

describeOnDatabases('a case that follows Tideway’s contract', (open) => {
  let database: TestDatabase;
  let contract = '';
  const run = async (...words: string[]): Promise<CommandResult> =>
    runLine(['decisions', ...words], { register: database.register });

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    const { rows } = await sql<{ id: string }>`
      select contract_id as id from contract where ocid = ${stories.tideway.contract}`.execute(
      database.register.read,
    );
    contract = rows[0]?.id ?? '';
  });

  it('begins with what its notices say, and with its dates and bridge', async () => {
    const { stdout, code } = await run('start', contract, '--id', 'tideway', '--keep', '--by', 'An author');
    expect(code).toBe(0);
    expect(stdout).toContain('Kept as tideway, version 1.');
    expect(stdout).toContain('Its first notice has to go out by');
    expect(stdout).toContain('less than £112,515 without VAT, which is less than a month at £154,');
    const { document, savedBy } = await getCase(testContext({ register: database.register }), 'tideway');
    expect(savedBy).toBe('An author');
    expect(document).toMatchObject({
      buyer: { name: 'Tideway Licensing Authority' },
      need: { present: { value: 7_400_000, regime: 'Public Contracts Regulations 2015' } },
      components: [{ segment: 'sector-systems' }],
    });
  });

  it('sees suppliers, prices, times, growth apart from projects, and what ends', async () => {
    const { stdout } = await run('evidence', '--case', 'tideway');
    for (const said of [
      'suppliers were seen winning work in sector systems since',
      'in sector systems of £1m to £10m since',
      'Herfindahl–Hirschman index is',
      'Comparable contracts run',
      'Four in five procurements took at most',
      'never pooled with growth of contracts',
      'contracts of other buyers for Keelstone Casework end by',
      '1 in the same quarter as the present contract',
    ])
      expect(stdout).toContain(said);
    for (const { buyer } of stories.tideway.peers) expect(stdout).toContain(buyer);
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/u);
  });

  it('keeps figures with their query and instant, and changes nothing that was typed', async () => {
    const context = testContext({ register: database.register });
    const changes = [
      { path: ['market'], value: { engaged: 'no', credibleSuppliers: 2 } },
      { path: ['need', 'present', 'endsOn'], value: '2028-02-29' },
      { path: ['need', 'present', 'regime'], value: undefined },
    ];
    const { revision } = await changeCase(context, { id: 'tideway', seen: 1, changes });
    const before = (await getCase(context, 'tideway')).document;
    expect((await run('evidence', '--case', 'tideway')).stdout).toContain(
      'market.credibleSuppliers: 2 thought able',
    );
    const { stdout } = await run('evidence', '--case', 'tideway', '--keep', '--fill');
    expect(stdout).toContain(`kept in version ${revision + 1}`);
    const { document, text } = await getCase(context, 'tideway');
    expect({ ...document, evidence: [] }).toEqual({
      ...before,
      need: {
        ...before.need,
        present: { ...before.need.present, regime: 'Public Contracts Regulations 2015' },
      },
    });
    expect(text).toContain('# assumed');
    expect(document.evidence.map(({ measure }) => measure)).toContain('contract-growth');
    for (const figure of document.evidence) {
      expect(figure.at).toBe('2026-11-01T12:00:00.000Z');
      expect(figure.query.operation).toMatch(/^(?:market|benchmarks|contracts)\./u);
    }
    await run('evidence', '--case', 'tideway', '--keep');
    expect((await getCase(context, 'tideway')).document.evidence).toHaveLength(document.evidence.length);
  });

  it('gets models suggested by the market that was seen, and says where it differs', async () => {
    const { stdout } = await run('suggest', '--case', 'tideway');
    expect(stdout).toContain('Suggested: Software as a service');
    expect(stdout).toContain('suppliers were seen winning similar work; the market may be larger.');
    expect(stdout).toContain('If one supplier alone were seen, ');
    expect(stdout).not.toContain('Where the case differs');
  });

  it('starts from no framework, nothing that has ended, and no contract twice', async () => {
    const again = await run('start', contract, '--id', 'tideway', '--keep');
    expect(again.stderr).toContain('There is a case "tideway" already.');
    const { rows } = await sql<{ id: string }>`
      select contract_id as id from contract where is_framework_agreement limit 1`.execute(
      database.register.read,
    );
    expect((await run('start', rows[0]?.id ?? '')).stderr).toContain('framework agreement');
    expect((await run('start', 'nothing')).stderr).toContain('No contract has the id nothing');
  });

  it('a file gets figures printed to paste, and isn’t written', async () => {
    const parts = { register: database.register, stdin: [stringify({ ...smallCase, components: [] })] };
    const refused = await runLine(['decisions', 'evidence', '--keep'], parts);
    expect(refused.stderr).toContain('name it with --case');
    const { stdout } = await runLine(['decisions', 'evidence', '--yaml'], parts);
    expect(stdout).toMatch(/^evidence:\n {2}- id: costs-project-cost\n/u);
  });
});

describeOnDatabases('a case and an empty register', (open) => {
  it('is told that there isn’t enough data, and gets no number', async () => {
    const { register } = await open();
    const components = [
      { id: 'workflow', name: 'Workflow', evolution: 'product', segment: 'sector-systems' },
    ];
    const view = await evidenceOf(testContext({ register }), caseWith({ components }));
    const ofMarket = view.figures.filter(({ about }) => about.includes('workflow'));
    const withValue = ofMarket.filter(({ value }) => value !== undefined).map(({ measure }) => measure);
    // The class of growth is what was believed before: it says that it rests on no contract.
    expect(withValue).toEqual(['contract-growth']);
    for (const { sentence } of ofMarket) expect(sentence).toMatch(/^Not enough data for|0 contracts;/u);
    expect(view.gaps.map(({ about }) => about)).toEqual(['need.present.contract', 'buyer.organisation']);
    const [own] = suggestionsOf(testContext({ register }), caseWith({ components }), view.figures).components;
    expect(own?.evidence).toBeNull();
    expect(own?.models.flatMap(({ rules }) => rules).some(({ rule }) => rule === 'market-depth')).toBe(false);
  });
});
