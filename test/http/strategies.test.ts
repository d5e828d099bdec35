import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBuyers } from '../../src/app/buyers/find-buyers.ts';
import { showStrategy } from '../../src/app/strategies/show.ts';
import { parseObject } from '../../src/lib/json.ts';
import { generateReleases } from '../../src/sample/generate-releases.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { openCasePages, summaryOf, type CasePages } from '../support/case-pages.ts';
import { testContext, testInstant } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';

describe('the pages of a strategy', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let pages: CasePages;
  let buyer: string;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    const lines = generateReleases({ processes: 200, seed: 5, asOf: testInstant.slice(0, 10) });
    await ingestAll(database.register, [...lines].map(parseObject));
    app = testApp({ register: database.register, pages: registerPages });
    pages = openCasePages(app);
    const context = testContext({ register: database.register });
    const { items } = await findBuyers.run(context, findBuyers.input.parse({}));
    const found: { id: string; segments: number }[] = [];
    for (const { id } of items.slice(0, 12)) {
      const { evidence } = await showStrategy.run(context, showStrategy.input.parse({ buyer: id }));
      found.push({ id, segments: evidence.mix.length });
    }
    buyer = found.toSorted((one, other) => other.segments - one.segments)[0]?.id ?? '';
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('lead from the buyer to a strategy that nobody has kept, private and marked', async () => {
    const { body: buyerPage } = await pages.get(`/buyers/${buyer}`);
    expect(linksOf(buyerPage).map(({ href }) => href)).toContain(`/strategies/${buyer}`);
    const { body, headers, statusCode } = await pages.get(`/strategies/${buyer}`);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(body).toContain('content="noindex"');
    expect(visibleText(body)).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    expect(visibleText(body)).toContain('nobody has kept it');
    for (const { href } of linksOf(body).filter((link) => link.href.startsWith('/')).slice(0, 60)) {
      const answer = await pages.get(href.split('#')[0] ?? '');
      expect([href, answer.statusCode]).toEqual([href, 200]);
      const anchor = href.split('#')[1];
      if (anchor !== undefined) expect(answer.body).toContain(`id="${anchor}"`);
    }
  }); // prettier-ignore

  it('count what the lists behind their numbers hold', async () => {
    const { body } = await pages.get(`/strategies/${buyer}`);
    const links = linksOf(body).filter(({ href }) => href.includes('counted=running'));
    expect(links.length).toBeGreaterThan(1);
    for (const { href, text } of links) {
      const list = visibleText((await pages.get(href)).body);
      const [count = ''] = /^[\d,]+/u.exec(text) ?? [];
      expect([href, new RegExp(`\\b${count} contracts?\\b`, 'u').test(list)]).toEqual([href, true]);
    }
  });

  it('keep what was typed, as text and nothing else', async () => {
    const aim = 'Fewer, better contracts.\n\n- <script>alert(1)</script>\n- [a](javascript:alert(1))';
    const answer = await pages.save(`/strategies/${buyer}/edit`, { aim, by: 'Commercial lead', note: 'Start' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/strategies/${buyer}?done=kept`]);
    const { body } = await pages.get(`/strategies/${buyer}?done=kept`);
    expect(await htmlFaults(body)).toEqual([]);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(body).not.toMatch(/<script>|href="javascript/u);
    expect(visibleText(body)).toContain('The strategy is kept.');
    expect(visibleText((await pages.get('/strategies')).body)).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    const unchanged = await pages.save(`/strategies/${buyer}/edit`, {});
    expect(unchanged.headers.location).toBe(`/strategies/${buyer}?done=unchanged`);
  }); // prettier-ignore

  it('refuse what somebody else changed meanwhile, what is too long and a marking that isn’t one, and keep what was typed', async () => {
    const stale = await pages.formOf(`/strategies/${buyer}/edit`);
    await pages.save(`/strategies/${buyer}/edit`, { actions: 'One thing.' });
    const late = await pages.post(`/strategies/${buyer}/edit`, { ...stale, actions: 'Another thing.' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Another thing.');
    expect(await htmlFaults(late.body)).toEqual([]);
    const long = await pages.save(`/strategies/${buyer}/edit`, { aim: 'x'.repeat(20_001) });
    expect([long.statusCode, summaryOf(long.body).length]).toEqual([400, 1]);
    const marked = await pages.save(`/strategies/${buyer}/edit`, { marking: 'SECRET' });
    expect(marked.statusCode).toBe(400);
    expect((await pages.get(`/strategies/${buyer}`)).body).toContain('One thing.');
  }); // prettier-ignore

  it('show an old version as it was, from which one can go on', async () => {
    const { body } = await pages.get(`/strategies/${buyer}?revision=1`);
    expect(visibleText(body)).toContain('isn’t the newest');
    const form = await pages.formOf(`/strategies/${buyer}/edit?revision=1`);
    expect(form['actions']).not.toContain('One thing.');
    expect(form['seen']).toBe('2');
    const restored = await pages.post(`/strategies/${buyer}/edit`, form);
    expect(restored.headers.location).toBe(`/strategies/${buyer}?done=kept`);
    const today = await pages.post(`/strategies/${buyer}/edit`, { seen: '3', figures: 'today' });
    expect(today.headers.location).toMatch(/done=(?:same|figures)$/u);
  });

  it('tell where there is no such organisation or version', async () => {
    for (const place of ['/strategies/nobody', `/strategies/${buyer}?revision=99`, '/strategies/nobody/edit'])
      expect([place, (await pages.get(place)).statusCode]).toEqual([place, 404]);
    expect((await pages.get(`/strategies/${buyer}?revision=x`)).statusCode).toBe(400);
  });
});
