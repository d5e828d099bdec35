import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { stringify } from 'yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stories } from '../../src/sample/stories/stories.ts';
import { smallCase } from '../factories/sourcing-case.ts';
import { testApp } from '../support/app.ts';
import { fillClassified } from '../support/classified-sample.ts';
import type { TestDatabase } from '../support/database.ts';
import { describeOnDatabases } from '../support/database.ts';
import { headingLevels, htmlFaults, linksOf, visibleText } from '../support/page.ts';

describeOnDatabases('the pages of evidence for a case', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let contract = '';
  const headers = { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
  const get = async (url: string): Promise<LightMyRequestResponse> =>
    app.inject({ url, headers: { host: headers.host } });
  const post = async (url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() });
  const readable = async ({ body }: LightMyRequestResponse): Promise<string> => {
    expect(await htmlFaults(body)).toEqual([]);
    expect(headingLevels(body).filter((level) => level === 1)).toHaveLength(1);
    expect(body).not.toMatch(/ style=|<style/u);
    const text = visibleText(body);
    expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/u);
    return text;
  };

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    app = testApp({ register: database.register });
    const { rows } = await sql<{ id: string }>`
      select contract_id as id from contract where ocid = ${stories.tideway.contract}`.execute(
      database.register.read,
    );
    contract = rows[0]?.id ?? '';
  });
  afterAll(() => app.close());

  it('a live digital contract leads to a case about what follows, and a framework doesn’t', async () => {
    const hrefs = linksOf((await get(`/contracts/${contract}`)).body).map(({ href }) => href);
    expect(hrefs).toContain(`/contracts/${contract}/case`);
    const { rows } = await sql<{ id: string }>`
      select contract_id as id from contract where is_framework_agreement limit 1`.execute(
      database.register.read,
    );
    const framework = rows[0]?.id ?? '';
    expect((await get(`/contracts/${framework}`)).body).not.toContain(`/contracts/${framework}/case`);
    expect((await get(`/contracts/${framework}/case`)).statusCode).toBe(400);
    expect((await get('/contracts/nothing/case')).statusCode).toBe(404);
  });

  it('shows what the case would begin with, and starts it', async () => {
    const text = await readable(await get(`/contracts/${contract}/case`));
    expect(text).toContain('Value, ex VAT £7,400,000');
    expect(text).toContain('no allowance of a tenth of the term');
    expect(text).toContain('Nation: England, as the notices name none');
    const wrong = await post(`/contracts/${contract}/case`, {
      title: 'Licensing',
      id: 'Not An Id',
      by: 'An author',
    });
    expect(wrong.statusCode).toBe(400);
    expect(await readable(wrong)).toContain('small letters, digits and hyphens');
    expect(wrong.body).toContain('value="Not An Id"');
    const started = await post(`/contracts/${contract}/case`, {
      title: 'Licensing',
      id: 'licensing',
      by: '',
    });
    expect(started.statusCode).toBe(303);
    expect(started.headers.location).toBe('/decisions/licensing');
    const again = await post(`/contracts/${contract}/case`, { title: 'Licensing', id: 'licensing' });
    expect(again.statusCode).toBe(400);
    expect(await readable(again)).toContain('There is a case');
  });

  it('shows figures with their links, keeps them when asked, and is private', async () => {
    const shown = await get('/decisions/licensing/evidence');
    expect(shown.headers['cache-control']).toContain('private');
    const text = await readable(shown);
    expect(text).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    expect(text).toContain('suppliers were seen winning work in sector systems');
    expect(text).toContain('Not kept');
    expect(text).toContain('Suggested: Software as a service');
    const hrefs = linksOf(shown.body).map(({ href }) => href.replaceAll('&amp;', '&'));
    expect(hrefs).toContain('/market/segments/sector-systems');
    for (const href of hrefs.filter((one) => /^\/(?:contracts|market)[/?]/u.test(one)))
      expect((await get(href)).statusCode).toBe(200);
    const kept = await post('/decisions/licensing/evidence', { seen: '1' });
    expect(kept.headers.location).toBe('/decisions/licensing/evidence?kept=2');
    const after = await readable(await get('/decisions/licensing/evidence?kept=2'));
    expect(after).toContain('The figures are kept in version 2 of the case.');
    expect(after).toContain('Kept on 1 November 2026, unchanged');
    expect(after).not.toContain('Not kept');
    const late = await post('/decisions/licensing/evidence', { seen: '1' });
    expect(late.statusCode).toBe(400);
    expect(await readable(late)).toContain('Somebody saved the case meanwhile.');
  });

  it('shows what was typed beside what was seen, and what couldn’t be asked', async () => {
    const typed = {
      ...smallCase,
      components: [
        { id: 'workflow', name: 'Case <b>workflow</b>', evolution: 'product', segment: 'sector-systems' },
        { id: 'register', name: 'Register', evolution: 'custom' },
      ],
      market: { engaged: 'no', credibleSuppliers: 2 },
    };
    await app.inject({ method: 'POST', url: '/api/v1/decisions/save', payload: { text: stringify(typed) } });
    const text = await readable(await get('/decisions/permits/evidence'));
    expect(text).toContain('Credible suppliers 2 thought able and willing');
    expect(text).toContain('It names no market segment');
    expect(text).toContain('Where the case differs');
    expect((await get('/decisions/others/evidence')).statusCode).toBe(404);
  });
});
