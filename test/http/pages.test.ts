import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listCorrectionsReported } from '../../src/app/data/list-corrections.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import type { TestDatabase } from '../support/database.ts';
import { describeOnDatabases } from '../support/database.ts';
import { headingLevels, htmlFaults, linksOf, plainText, visibleText } from '../support/page.ts';
import { fillWithSample } from '../support/sample-register.ts';

/** Pages that the walk over every link looks at, at most; each is checked. */
const mostPages = 120;

describeOnDatabases('the pages over the sample market', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const host = 'localhost:3000';
  const get = (url: string) => app.inject({ url, headers: { host } });
  const getText = async (url: string): Promise<string> => visibleText((await get(url)).body);

  beforeAll(async () => {
    database = await open();
    await fillWithSample(database.register);
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  async function findOne(query: string): Promise<z.output<typeof found>['items'][number]> {
    const { items } = found.parse((await get(`/api/v1/contracts/find?limit=100&${query}`)).json());
    const [item] = items;
    if (item === undefined) throw new Error(`The sample has no contract for ${query}.`);
    return item;
  }

  it('every page that a reader can reach by links answers, is valid HTML and has one first heading', async () => {
    const seen = new Set([
      '/',
      '/contracts?q=hosting&status=live&buyerType=nhs',
      '/contracts?cursor=&sort=ending',
    ]);
    const wrong: string[] = [];
    for (const url of seen) {
      const answer = await get(url);
      if (answer.statusCode !== 200) wrong.push(`${url}: ${answer.statusCode}`);
      if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
      wrong.push(...(await htmlFaults(answer.body)).map((fault) => `${url}: ${fault}`));
      if (headingLevels(answer.body).filter((level) => level === 1).length !== 1)
        wrong.push(`${url}: first heading`);
      for (const { href } of linksOf(answer.body)) {
        const isOwn = href.startsWith('/') && !href.startsWith('/api/v1/contracts/export');
        if (isOwn && seen.size < mostPages) seen.add(href);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBe(mostPages);
  });

  it('every page says that the notices are invented', async () => {
    expect(plainText((await get('/contracts')).body)).toContain('These are invented notices.');
  });

  describe('searching', () => {
    it('a search shows as many contracts as its download holds', async () => {
      const html = (await get('/contracts?q=system&status=live')).body;
      const total = Number(
        /<p class="ds-results__total">(?:[\d,–]+ of )?([\d,]+) contract/u
          .exec(html)?.[1]
          ?.replaceAll(',', ''),
      );
      const csv = linksOf(html).find(({ text }) => text === 'CSV');
      const lines = (await get(csv?.href ?? '')).body.trim().split(/\r?\n(?=[0-9a-z]{6,},)/u);
      expect(total).toBeGreaterThan(0);
      expect(lines.length - 1).toBe(total);
    });

    it('walking from page to page shows each contract once, and all of them', async () => {
      const shown: string[] = [];
      let url: string | undefined = '/contracts?sort=value&limit=100';
      while (url !== undefined) {
        const links = linksOf((await get(url)).body);
        shown.push(...links.map(({ href }) => href).filter((href) => /^\/contracts\/\w/u.test(href)));
        url = links.find(({ text }) => text === 'Next page')?.href;
      }
      const { total } = found.parse((await get('/api/v1/contracts/find?limit=1')).json());
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBe(total.count);
    });

    it('words that matched are marked, and the page says where', async () => {
      const { body } = await get('/contracts?q=hosting');
      expect(body).toContain('<mark class="ds-mark">');
      expect(visibleText(body)).toContain('Why it matched: “hosting” in');
    });

    it('an acronym says what else it finds', async () => {
      expect(await getText('/contracts?q=erp')).toContain('How we read your search');
    });

    it('a facet narrows the list to exactly the number beside it', async () => {
      const text = visibleText((await get('/contracts')).body);
      const count = /Direct award [\d,]+ , ([\d,]+) contracts?/u.exec(text)?.[1];
      expect(await getText('/contracts?route=direct-award')).toContain(`${count} contracts`);
    });
  });

  describe('one contract', () => {
    it('shows the parties, the value and the notices of its process', async () => {
      const item = await findOne('sort=value&status=live&agreements=contracts');
      const text = await getText(`/contracts/${item.id}`);
      expect(text).toContain(item.title.replaceAll(/\s+/gu, ' ').trim());
      expect(text).toContain(item.buyer?.name ?? '');
      expect(text).toContain('Every notice we hold on this procurement');
      expect(text, 'invented notices have no official page').not.toContain('Official notice');
      expect(text).toContain('Shown in lists');
    });

    it('its raw record can be downloaded', async () => {
      const { ocid } = await findOne('status=live');
      const answer = await get(`/processes/${encodeURIComponent(ocid)}/compiled.json`);
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${ocid}-compiled.json"`);
      expect(answer.json()).toMatchObject({ ocid });
      expect((await get(`/processes/${encodeURIComponent(ocid)}/passwords.json`)).statusCode).toBe(404);
    });

    it('one that names a supplier without a page is kept from search engines, any other is not', async () => {
      const { items } = found.parse((await get('/api/v1/contracts/find?limit=100')).json());
      const hidden = items.find(({ suppliers }) => suppliers.some(({ id }) => id === null));
      const shown = items.find(
        ({ suppliers }) => suppliers.length > 0 && suppliers.every(({ id }) => id !== null),
      );
      if (hidden !== undefined)
        expect((await get(`/contracts/${hidden.id}`)).body).toContain('content="noindex"');
      expect((await get(`/contracts/${shown?.id ?? ''}`)).body).not.toContain('content="noindex"');
    });
  });

  describe('what cannot be answered', () => {
    it.each([
      ['an unknown part of the address', '/contracts?statuss=live', 'Did you mean “status”?'],
      ['an unknown value of a filter', '/contracts?route=teleport', 'Must be one of'],
      ['a search of 10,000 characters', `/contracts?q=${'x'.repeat(10_000)}`, 'Use fewer words.'],
      ['a cursor that is none', '/contracts?cursor=nonsense', 'Start again from the first page'],
      ['a day that is none', '/contracts?endsFrom=31-03-2027', 'Must be a day'],
      ['a filter of a contract page', '/contracts/abc?q=x', 'This page knows no such word.'],
    ])('%s gets a page that helps', async (_, url, help) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(400);
      expect(visibleText(answer.body)).toContain(help);
      expect(await htmlFaults(answer.body)).toEqual([]);
    });

    it('a cursor of another search is refused', async () => {
      const { next } = found.parse((await get('/api/v1/contracts/find?limit=1&sort=newest')).json());
      const answer = await get(`/contracts?q=hosting&cursor=${encodeURIComponent(next ?? '')}`);
      expect(answer.statusCode).toBe(400);
    });

    it.each([
      '/nothing',
      '/contracts/nothing',
      '/buyers/nothing',
      '/suppliers/nothing',
      '/processes/nothing',
      '/assets/x/y.js',
    ])('%s is not found, and a search is offered', async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('name="q"');
    });

    it('markup and SQL in a search are words like any other', async () => {
      const typed = `"><script>alert(1)</script>'; drop table contract;--`;
      const answer = await get(`/contracts?q=${encodeURIComponent(typed)}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain('<script>alert');
      expect((await get('/contracts')).statusCode).toBe(200);
    });
  });

  describe('telling us that something is wrong', () => {
    const send = (form: Record<string, string>, headers: Record<string, string> = {}) =>
      app.inject({
        method: 'POST',
        url: '/corrections',
        headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams(form).toString(),
      });

    it('a report is kept for the operator and confirmed', async () => {
      const answer = await send({ page: '/data', message: 'The year 2024 is missing.', replyTo: '' });
      expect(answer.statusCode).toBe(303);
      expect(await getText(answer.headers.location ?? '')).toContain('We have your report');
      const { items } = await listCorrectionsReported.run(testContext({ register: database.register }), {
        limit: 1,
      });
      expect(items[0]).toMatchObject({ page: '/data', message: 'The year 2024 is missing.', replyTo: null });
    });

    it('an empty report comes back with what to do, and is not kept', async () => {
      const answer = await send({ page: '/data', message: ' ', replyTo: 'nobody' });
      expect(answer.statusCode).toBe(400);
      expect(visibleText(answer.body)).toContain('Say what is wrong');
      expect(answer.body).toContain('value="nobody"');
      expect(await htmlFaults(answer.body)).toEqual([]);
    });

    it('a page of another site cannot send one', async () => {
      const answer = await send(
        { page: '/', message: 'Planted elsewhere.' },
        { origin: 'https://example.org' },
      );
      expect(answer.statusCode).toBe(403);
    });

    it('the way back leads to this site only', async () => {
      const { body } = await get('/corrections/received?page=https://example.org');
      expect(linksOf(body)).toContainEqual({ text: 'Go back to the page', href: '/' });
    });
  });
});

const found = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      ocid: z.string(),
      title: z.string(),
      buyer: z.object({ name: z.string() }).nullable(),
      suppliers: z.array(z.object({ id: z.string().nullable() })),
    }),
  ),
  total: z.object({ count: z.number() }),
  next: z.string().nullable(),
});

describe('the pages without a database', () => {
  it('what needs it says that it cannot be read just now, and the rest stays', async () => {
    const app = testApp({ pages: registerPages });
    const headers = { host: 'localhost:3000' };
    const answer = await app.inject({ url: '/contracts', headers });
    expect(answer.statusCode).toBe(503);
    expect(visibleText(answer.body)).toContain('the register cannot be read just now');
    await app.close();
  });

  it('an address that cannot be taken apart gets a page in a browser, and a problem elsewhere', async () => {
    const app = testApp({ pages: registerPages });
    const ask = (url: string, accept: string) =>
      app.inject({ url, headers: { host: 'localhost:3000', accept } });
    const page = await ask('/%E0%A4%A', 'text/html,application/xhtml+xml');
    expect([page.statusCode, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(visibleText(page.body)).toContain('a percent sign that encodes nothing');
    for (const [url, accept] of [
      ['/%E0%A4%A', 'application/json'],
      ['/api/v1/%E0%A4%A', 'text/html'],
    ] as const)
      expect((await ask(url, accept)).headers['content-type']).toContain('application/problem+json');
    await app.close();
  });

  it('words that a page does not know are refused on a page without inputs too', async () => {
    const app = testApp({ pages: registerPages });
    const headers = { host: 'localhost:3000' };
    expect((await app.inject({ url: '/segments/quality?x=1', headers })).statusCode).toBe(400);
    // Asked rightly it wants the register, for the banner of the sample.
    expect((await app.inject({ url: '/segments/quality', headers })).statusCode).toBe(503);
    await app.close();
  });

  it('files that pages load may be kept for ever under their version, and are refused under no other name', async () => {
    const app = testApp({ pages: registerPages });
    const headers = { host: 'localhost:3000' };
    const page = await app.inject({ url: '/nothing', headers });
    const address = /href="(\/assets\/[^"]+site\.css)"/u.exec(page.body)?.[1] ?? '';
    const file = await app.inject({ url: address, headers });
    expect(file.statusCode).toBe(200);
    expect(file.headers['cache-control']).toContain('immutable');
    const old = await app.inject({ url: address.replace(/assets\/\w+/u, 'assets/old'), headers });
    expect(old.headers['cache-control']).toBe('no-cache');
    await app.close();
  });
});
