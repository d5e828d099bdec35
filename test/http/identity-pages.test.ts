import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortId } from '../../src/lib/hash.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { actRelease } from '../factories/release.ts';
import { testApp } from '../support/app.ts';
import { describeOnDatabases, type TestDatabase } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';

const award = (number: number, name: string, id?: string) =>
  actRelease({
    ocid: `ocds-h6vhtk-00020${number}`,
    id: `00020${number}-2026`,
    suppliers: [{ id: id ?? `s${number}`, name }],
  });

describeOnDatabases('the pages where people decide who is who', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const company = shortId(['GB-COH:01234567']);
  const loose = shortId(['name:supplier:aldergate systems']);
  const reason = 'The same address and web page.';
  const headers = { host: 'localhost:3000' };
  const get = async (url: string) => app.inject({ url, headers });
  const post = async (fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/organisations/decide',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  beforeAll(async () => {
    database = await open();
    await ingestAll(database.register, [
      award(1, 'Aldergate Systems Ltd', 'GB-COH-01234567'),
      award(2, 'Aldergate Systems'),
      award(3, 'Brackwater Cloud Ltd', 'GB-COH-07654321'),
      award(4, 'Aldergate Systems Ltd'),
    ]);
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  it('show a pair with its score, its parts and both ways to decide', async () => {
    const { body } = await get('/organisations/review');
    const text = visibleText(body);
    expect(text).toContain('1 pair, likeliest first');
    expect(text).toMatch(/Score 0\.\d\d/u);
    expect(text).toContain('The same name, once without its legal form +0.60');
    expect(text).toContain('GB-COH 01234567');
    const links = linksOf(body).filter(({ href }) => href.startsWith('/organisations/decide?'));
    expect(links.map(({ href }) => new URL(href, 'http://x').searchParams.get('action'))).toEqual([
      'merge',
      'apart',
    ]);
  });

  it('ask for a reason before anything is decided', async () => {
    const form = await get(`/organisations/decide?action=merge&one=${loose}&other=${company}`);
    expect(visibleText(form.body)).toContain('Join Aldergate Systems and Aldergate Systems Ltd?');
    const answer = await post({ action: 'merge', one: loose, other: company, reason: 'x' });
    expect(answer.statusCode).toBe(400);
    expect(visibleText(answer.body)).toContain('Say in a sentence why');
    expect((await get(`/suppliers/${loose}`)).statusCode).toBe(200);
  });

  it('join, lead the old address to the joined organisation, show it in the history and withdraw it', async () => {
    const joined = await post({ action: 'merge', one: loose, other: company, reason });
    expect([joined.statusCode, joined.headers.location]).toEqual([303, '/organisations/decisions']);
    expect((await get(`/suppliers/${loose}`)).headers.location).toBe(`/suppliers/${company}`);
    const { body } = await get('/organisations/decisions');
    expect(visibleText(body)).toContain('GB-COH 01234567 and the supplier name “aldergate systems” are one');
    const undo = linksOf(body).find(({ href }) => href.includes('action=undo'));
    const number = new URL(undo?.href ?? '', 'http://x').searchParams.get('decision') ?? '';
    expect(visibleText((await get(undo?.href ?? '')).body)).toContain(`Withdraw decision ${number}?`);
    expect((await post({ action: 'undo', decision: number, reason: '' })).statusCode).toBe(303);
    expect((await get(`/suppliers/${loose}`)).statusCode).toBe(200);
    expect(visibleText((await get('/organisations/decisions')).body)).toContain('Withdrawn 1 November 2026');
  });

  it('refuse to join two company numbers and show both', async () => {
    const other = shortId(['GB-COH:07654321']);
    const answer = await post({ action: 'merge', one: other, other: company, reason });
    expect(answer.statusCode).toBe(400);
    expect(visibleText(answer.body)).toMatch(/company 07654321 and .* is company 01234567/u);
  });

  it('list what makes an organisation and split a name off', async () => {
    const { body } = await get(`/organisations/${company}/keys`);
    expect(visibleText(body)).toContain('GB-COH 01234567 – Known by this');
    const split = linksOf(body).find(({ href }) => href.includes('action=split'));
    expect(visibleText((await get(split?.href ?? '')).body)).toContain(
      'Split the supplier name “aldergate systems',
    );
    const key = 'name:supplier:aldergate systems ltd';
    expect((await post({ action: 'split', one: company, key, reason })).statusCode).toBe(303);
    expect(visibleText((await get('/organisations/decisions')).body)).toContain('not GB-COH 01234567');
  });

  it('are valid HTML, and refuse an action that there is none of', async () => {
    const urls = [
      '/organisations/review',
      '/organisations/decisions',
      `/organisations/${company}/keys`,
      `/organisations/decide?action=apart&one=${loose}&other=${company}`,
    ];
    for (const url of urls) expect(await htmlFaults((await get(url)).body), url).toEqual([]);
    expect(
      await htmlFaults((await post({ action: 'merge', one: loose, other: company, reason: '' })).body),
    ).toEqual([]);
    expect((await get('/organisations/decide?action=burn')).statusCode).toBe(404);
  });

  it('a contract shows vendor groups and named products, and its supplier what it sells for whom', async () => {
    await ingestAll(database.register, [
      actRelease({
        ocid: 'ocds-h6vhtk-000299',
        id: '000299-2026',
        title: 'Tenable renewal',
        suppliers: [{ id: 'GB-COH-02174990', name: 'SOFTCAT PLC' }],
      }),
    ]);
    const supplier = await get(`/suppliers/${shortId(['GB-COH:02174990'])}`);
    expect(visibleText(supplier.body)).toMatch(/Group Softcat .* Tenable Tenable as a reseller 1/u);
    expect(await htmlFaults(supplier.body)).toEqual([]);
    const contract = linksOf(supplier.body).find(({ text }) => text === 'Tenable renewal');
    const { body } = await get(contract?.href ?? '');
    expect(visibleText(body)).toContain('Tenable its product, sold by a reseller; certainty high');
    expect(visibleText(body)).toContain('Products named Tenable by Tenable; in the title');
    expect(await htmlFaults(body)).toEqual([]);
  });
});
