import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refreshSummaries } from '../../src/app/notices/refresh-summaries.ts';
import { matchProcesses } from '../../src/app/processes/match-processes.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { actRelease, type ReleaseParts } from '../factories/release.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';

const finder = (number: number, parts: ReleaseParts = {}): JsonObject => ({
  ...actRelease({ noticeType: 'UK6', ...parts, ocid: `ocds-b5fd17-sample-${number}`, id: `f${number}` }),
  tag: ['award'],
});

describeOnDatabases('the pages about processes that several portals published', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const headers = { host: 'localhost:3000' };
  const get = async (url: string) => app.inject({ url, headers });
  const post = async (fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/processes/decide',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const pair = { one: 'ocds-b5fd17-sample-2', other: 'ocds-h6vhtk-000402' };

  beforeAll(async () => {
    database = await open();
    await ingestAll(database.register, [
      actRelease({ ocid: 'ocds-h6vhtk-000401', id: '000401-2026' }),
      finder(1),
      actRelease({
        ocid: pair.other, id: '000402-2026', title: 'Grants portal', net: 41_000, gross: null, start: '2026-09-01',
      }),
      finder(2, { title: 'Grants portal and support', net: 50_000, gross: null, start: '2026-10-15', end: '2027-01-31' }),
    ]); // prettier-ignore
    await matchProcesses(testContext({ register: database.register }), database.register);
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  it('say on the process where else it was published, how sure that is and why', async () => {
    const { body } = await get('/processes/ocds-h6vhtk-000401');
    const text = visibleText(body);
    expect(text).toContain('It is counted once, here.');
    expect(text).toMatch(/Contracts Finder: Housing management system/u);
    expect(text).toMatch(/Confidence (9\d%|over 99%)/u);
    expect(text).toContain('The same first and last day of the contract +2.00');
    const copy = visibleText((await get('/processes/ocds-b5fd17-sample-1')).body);
    expect(copy).toContain('the contracts here are in no list and no total');
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('say the same on the contract', async () => {
    const list = await get('/contracts?ocid=ocds-h6vhtk-000401');
    const contract = linksOf(list.body).find(({ href }) => /^\/contracts\/[a-z0-9]+$/u.test(href));
    expect(visibleText((await get(contract?.href ?? '')).body)).toContain('It is counted once, here.');
  });

  it('lead to pages of buyer and supplier also where no contract is counted as the portal names these', async () => {
    await database.register.write(async (transaction) => {
      for (const [side, id, column] of [
        ['buyer', 'lonelybuyer', sql`buyer_id = 'lonelybuyer'`],
        ['supplier', 'lonelysupplier', sql`supplier_ids = '{lonelysupplier}'`],
      ] as const) {
        await sql`update mention set organisation_id = ${id} where ocid = 'ocds-b5fd17-sample-1' and ${side} = any(roles)`.execute(
          transaction,
        );
        await sql`insert into organisation_due values (${id})`.execute(transaction);
        await sql`update contract set ${column} where ocid = 'ocds-b5fd17-sample-1'`.execute(transaction);
      }
    });
    await refreshSummaries(testContext({ register: database.register }), database.register);
    const list = await get('/contracts?ocid=ocds-b5fd17-sample-1');
    const hrefs = linksOf(list.body).map(({ href }) => href);
    for (const url of ['/buyers/lonelybuyer', '/suppliers/lonelysupplier']) {
      expect(hrefs).toContain(url);
      const { statusCode, body } = await get(url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(visibleText(body)).not.toMatch(/NaN|Infinity|undefined/u);
      expect(await htmlFaults(body), url).toEqual([]);
    }
    expect((await get('/suppliers/lonelybuyer')).statusCode).toBe(404);
  });

  it('offer what is less than sure, and ask for a reason before anything is decided', async () => {
    const { body } = await get('/processes/review');
    expect(visibleText(body)).toContain('1 pair, likeliest first');
    const actions = linksOf(body).filter(({ href }) => href.startsWith('/processes/decide?'));
    expect(actions.map(({ href }) => new URL(href, 'http://x').searchParams.get('action'))).toEqual([
      'join',
      'apart',
    ]);
    const form = await get(actions[0]?.href ?? '');
    expect(visibleText(form.body)).toContain('Count these two as one?');
    const refused = await post({ action: 'join', ...pair, reason: 'x' });
    expect(refused.statusCode).toBe(400);
    expect(visibleText(refused.body)).toContain('Say in a sentence why');
  });

  it('join, show it in the history and withdraw it', async () => {
    const joined = await post({ action: 'join', ...pair, reason: 'The same reference on both.' });
    expect([joined.statusCode, joined.headers.location]).toEqual([303, '/processes/decisions']);
    const { body } = await get('/processes/decisions');
    expect(visibleText(body)).toContain('Counted as one');
    expect(visibleText((await get('/processes/review')).body)).toContain('No pair waits for review.');
    const again = await post({ action: 'apart', ...pair, reason: 'They are two lots.' });
    expect(visibleText(again.body)).toContain('says the contrary');
    const undo = linksOf(body).find(({ href }) => href.includes('action=undo'));
    const number = new URL(undo?.href ?? '', 'http://x').searchParams.get('decision') ?? '';
    expect(visibleText((await get(undo?.href ?? '')).body)).toContain(`Withdraw decision ${number}?`);
    expect((await post({ action: 'undo', decision: number, reason: '' })).statusCode).toBe(303);
    expect(visibleText((await get('/processes/review')).body)).toContain('1 pair, likeliest first');
  });

  it('are valid HTML, and refuse an action that there is none of', async () => {
    const asked = new URLSearchParams({ action: 'apart', ...pair }).toString();
    for (const url of ['/processes/review', '/processes/decisions', `/processes/decide?${asked}`])
      expect(await htmlFaults((await get(url)).body), url).toEqual([]);
    expect((await get('/processes/decide?action=burn')).statusCode).toBe(404);
  });
});
