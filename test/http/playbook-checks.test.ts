import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { saveCase } from '../../src/app/decisions/case-store.ts';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { stories } from '../../src/sample/stories/stories.ts';
import { smallCase } from '../factories/sourcing-case.ts';
import { testApp } from '../support/app.ts';
import { fillClassified } from '../support/classified-sample.ts';
import { testContext } from '../support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../support/database.ts';
import { headingLevels, htmlFaults, linksOf, visibleText } from '../support/page.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/council-system.yaml'), 'utf8');
/** The council’s case; `two-lots` is what its contract approach is for. */
const council = example.replace(/^id: .*$/mu, 'id: council').replace(/draws: \d+/u, 'draws: 1000');
const hostile = '<img src=x onerror=alert(1)>&"';

describeOnDatabases('what the playbooks say, on pages', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let contract = '';
  const get = async (url: string): Promise<LightMyRequestResponse> => app.inject({ url });
  const linksOn = async (url: string): Promise<string[]> =>
    linksOf((await get(url)).body).map(({ href }) => href);
  const readable = async (url: string): Promise<string> => {
    const { body, statusCode } = await get(url);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    const levels = headingLevels(body);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => level - (levels[at - 1] ?? level) <= 1)).toBe(true);
    const text = visibleText(body);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/u);
    return text;
  };

  const classify = async (segment: string | null): Promise<void> =>
    database.register.write(async (transaction) => {
      await sql`update process set segment = ${segment} where ocid = ${stories.tideway.contract}`.execute(
        transaction,
      );
      await sql`update contract set segment = ${segment} where ocid = ${stories.tideway.contract}`.execute(
        transaction,
      );
    });

  beforeAll(async () => {
    database = await open();
    const { register } = database;
    await fillClassified(register);
    await classify('sector-systems');
    const context = testContext({ register });
    app = testApp({ register });
    const { rows } = await sql<{ id: string }>`
      select contract_id as id from contract where ocid = ${stories.tideway.contract}`.execute(register.read);
    contract = rows[0]?.id ?? '';
    await saveCase(context, { text: council, seen: null });
    await workOutStored(context, 'council');
    await saveCase(context, { text: stringify(smallCase), seen: null });
    const [bought] = smallCase.components;
    await saveCase(context, {
      text: stringify({
        ...smallCase,
        id: 'hostile',
        components: [{ ...bought, connects: [], name: hostile, segment: 'sector-systems' }],
        options: smallCase.options.map((one) => ({ ...one, name: `${one.name} ${hostile}` })),
      }),
      seen: null,
    });
  });
  afterAll(() => app.close());

  it('tells the findings of a case by severity, with reason, source, what to do and the passage', async () => {
    const text = await readable('/decisions/council/checks');
    expect(text.indexOf('Stop until it is dealt with')).toBeGreaterThan(0);
    expect(text.indexOf('Stop until it is dealt with')).toBeLessThan(text.indexOf('Warnings'));
    expect(text).toContain('words about off-payroll work: no (looked for in the route and in the exit');
    // Options and components by their names, never by their ids.
    expect(text).not.toMatch(/two-lots|bought by bau/u);
    const { body } = await get('/decisions/council/checks');
    const passages = linksOf(body).filter(({ href }) => /^\/segments\/[a-z-]+\/playbook#/u.test(href));
    expect(passages.length).toBeGreaterThan(3);
    for (const { href } of passages) {
      const [path = '', anchor = ''] = href.split('#');
      expect([href, (await get(path)).body.includes(`id="${anchor}"`)]).toEqual([href, true]);
    }
  });

  it('says on the result and in the task list what there is, and leads to all of it', async () => {
    const result = await readable('/decisions/council/result');
    expect(result).toContain('What the playbooks say Every shortlisted option is held against');
    const tasks = await readable('/decisions/council');
    expect(tasks).toMatch(/Look at what the playbooks say Findings of the checks 1 stop, \d+ warnings/u);
    for (const page of ['', '/result']) {
      expect(await linksOn(`/decisions/council${page}`)).toContain('/decisions/council/checks');
    }
  });

  it('says that nothing was checked where no option buys in a market', async () => {
    expect(await readable('/decisions/permits/checks')).toContain('so nothing was checked');
    expect(await linksOn('/decisions/permits/checks')).toEqual(
      expect.arrayContaining(['/decisions/permits/edit/components', '/decisions/permits/edit/options']),
    );
    expect(await readable('/decisions/permits')).toContain('Nothing to check yet');
  });

  it('shows markup in names as text, and keeps the page from caches and search engines', async () => {
    const { body, headers } = await get('/decisions/hostile/checks');
    expect(body).not.toContain('<img src=x');
    expect(await readable('/decisions/hostile/checks')).toContain(hostile);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect((await get('/decisions/nobody/checks')).statusCode).toBe(404);
  });

  it('holds a contract against the playbook of its segment', async () => {
    const text = await readable(`/contracts/${contract}/checks`);
    expect(text).toContain('Core and modules in one lot');
    expect(text).toContain('Playbook: Sector systems');
    expect(text).toMatch(/checks? asks? for what is only known elsewhere/u);
    expect(await linksOn(`/contracts/${contract}`)).toEqual(
      expect.arrayContaining([`/contracts/${contract}/checks`, '/segments/sector-systems/playbook']),
    );
    expect(await linksOn('/market/segments/sector-systems')).toContain('/segments/sector-systems/playbook');
    expect(await linksOn('/segments/sector-systems/playbook')).toContain('/market/segments/sector-systems');
    expect((await get('/contracts/nothing/checks')).statusCode).toBe(404);
  });

  it('has no playbook for a contract that is not digital, and says so', async () => {
    await classify('not-digital');
    expect(await readable(`/contracts/${contract}/checks`)).toContain('buys nothing digital');
    expect(await linksOn(`/contracts/${contract}`)).not.toContain(`/contracts/${contract}/checks`);
    expect(await linksOn('/market/segments/not-digital')).not.toContain('/segments/not-digital/playbook');
    await classify(null);
    expect(await readable(`/contracts/${contract}/checks`)).toContain('has no market segment yet');
  });
});
