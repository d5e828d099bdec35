import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBuyers } from '../../src/app/buyers/find-buyers.ts';
import type { Context } from '../../src/app/context.ts';
import { purchaseColumnNames } from '../../src/domain/pipeline/purchase-columns.ts';
import type { PurchaseCells } from '../../src/domain/pipeline/read-purchase.ts';
import { csvLine } from '../../src/lib/csv.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { purchaseCells } from '../factories/purchase-cells.ts';
import { actRelease } from '../factories/release.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';

/** What a browser sends, and what it may send by mistake. */
type Sent = Record<string, string | { name: string; bytes: Buffer | string }>;

describeOnDatabases('the pages on which planned purchases are entered', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let context: Context;
  let buyer: string;
  const headers = { host: 'localhost:3000' };
  const list = '/pipeline/purchases';
  const get = async (url: string) => app.inject({ url, headers });
  const post = async (url: string, fields: Readonly<Record<string, string | undefined>>, more = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', ...more },
      payload: new URLSearchParams(
        Object.entries(fields).map(([name, value]): [string, string] => [name, value ?? '']),
      ).toString(),
    });
  const send = async (fields: Sent, more = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, new Blob([Buffer.from(value.bytes)]), value.name);
    }
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
    return app.inject({
      method: 'POST',
      url: `${list}/upload`,
      headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '', ...more },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  const cellsOf = (changes: PurchaseCells = {}): PurchaseCells => ({ ...purchaseCells, buyer, ...changes });
  const tableOf = (...rows: PurchaseCells[]): string =>
    [purchaseColumnNames, ...rows.map((row) => purchaseColumnNames.map((name) => row[name] ?? ''))]
      .map((cells) => csvLine(cells))
      .join('');
  const listed = async (): Promise<string> => visibleText((await get(list)).body);
  const linkTo = async (verb: 'change' | 'withdraw', title: string): Promise<string> => {
    const links = linksOf((await get(list)).body);
    const found = links.find(({ text, href }) => text.endsWith(`: ${title}`) && href.endsWith(`/${verb}`));
    if (found === undefined) throw new Error(`No link to ${verb} ${title}.`);
    return found.href;
  };
  const summaryOf = (html: string): { text: string; href: string }[] =>
    linksOf(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/u.exec(html)?.[0] ?? '');

  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, [
      actRelease({ ocid: 'ocds-h6vhtk-00000a', id: '000001-2026', title: 'Housing repairs system' }),
    ]);
    buyer = (await findBuyers.run(context, findBuyers.input.parse({}))).items[0]?.name ?? '';
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  it('begin with an empty list, which the page of the pipeline leads to', async () => {
    expect(linksOf((await get('/pipeline')).body).map(({ href }) => href)).toContain(list);
    expect(await listed()).toContain('No purchase has been entered.');
  });

  it('tell everything that is missing at once, each leading to its field, and keep what was typed', async () => {
    const { statusCode, body } = await post(`${list}/add`, {
      title: 'A <b>bold</b> plan',
      valueLow: 'lots',
      valueHigh: '5',
      startFrom: '31/2/2027',
      category: 'goods',
      framework: 'no',
    });
    expect(statusCode).toBe(400);
    expect(summaryOf(body)).toEqual([
      { text: 'Enter the buying organisation', href: '#buyer' },
      { text: 'Enter your reference', href: '#reference' },
      { text: 'Choose a market segment', href: '#segment' },
      { text: expect.stringContaining('"lots" is no amount'), href: '#valueLow' },
      { text: expect.stringContaining('is no day of the calendar'), href: '#startFrom' },
      { text: 'Say how far it has come', href: '#stage' },
      { text: 'Say how sure it is', href: '#confidence' },
      { text: 'Say whether others may see it', href: '#shareable' },
    ]);
    for (const { href } of summaryOf(body)) expect(body).toContain(`id="${href.slice(1)}"`);
    expect(body).toContain('value="A &lt;b&gt;bold&lt;/b&gt; plan"');
    expect(body).toContain('value="31/2/2027"');
    expect(body).toMatch(/value="goods" checked/u);
    expect(body).toMatch(/<title>Error: /u);
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('say so where the buyer is not known, or the reference stands already', async () => {
    const vatless = await post(`${list}/add`, cellsOf({ vat: '' }));
    expect(summaryOf(vatless.body)).toEqual([{ text: 'Say whether VAT is in the values', href: '#vat' }]);
    const unknown = await post(`${list}/add`, cellsOf({ buyer: 'Nobody' }));
    expect(summaryOf(unknown.body)).toMatchObject([
      { text: expect.stringContaining('No buyer'), href: '#buyer' },
    ]);
    const added = await post(`${list}/add`, cellsOf({ startFrom: '1/4/2027', startTo: '30/06/2027' }));
    expect([added.statusCode, added.headers.location]).toEqual([303, `${list}?done=added`]);
    expect(visibleText((await get(`${list}?done=added`)).body)).toContain('The purchase has been added.');
    const again = await post(`${list}/add`, cellsOf());
    expect(summaryOf(again.body)).toMatchObject([{ href: '#reference' }]);
    expect(await listed()).toContain('1 purchase');
    expect(await listed()).toContain('1 April 2027 to 30 June 2027');
    expect(await listed()).toContain('£250,000 to £400,000 without VAT');
  });

  it('change a purchase, take away what is emptied, and keep what was said before on record', async () => {
    const url = await linkTo('change', 'Housing repairs system');
    const { body } = await get(url);
    expect(body).toContain('value="250000.00"');
    const seen = /name="seen" value="([^"]*)"/u.exec(body)?.[1] ?? '';
    const cells = cellsOf({ title: 'Repairs', valueLow: '', valueHigh: '', vat: '', stage: 'ready' });
    const wrong = await post(url, { ...cells, seen, months: 'ten' });
    expect(summaryOf(wrong.body)).toMatchObject([{ href: '#months' }]);
    const answer = await post(url, { ...cells, seen, by: 'Lead of category' });
    expect(answer.headers.location).toBe(`${list}?done=changed`);
    expect(await listed()).toContain('Ready for the market');
    expect(await listed()).toContain('None given');
    expect(await listed()).toContain('Lead of category');
    expect(visibleText((await get(`${list}?withdrawn=true`)).body)).toMatch(
      /2 purchases[\s\S]*No longer stands/u,
    );
  });

  it('refuse a change that was begun before somebody else made one', async () => {
    const url = await linkTo('change', 'Repairs');
    const { statusCode, body } = await post(url, {
      ...cellsOf({ title: 'Mine' }),
      seen: '2020-01-01T00:00:00Z',
    });
    expect(statusCode).toBe(400);
    expect(visibleText(body)).toContain('changed by somebody else since you opened it');
    expect(body).toContain('value="Mine"');
    expect(await listed()).not.toContain('Mine');
  });

  it('read a file whole, and say what became of its rows', async () => {
    const bytes = tableOf(
      cellsOf(),
      cellsOf({ reference: 'P-2', title: 'Kept to ourselves', shareable: 'no' }),
    );
    const { headers: answered } = await send({ file: { name: 'plan.csv', bytes }, by: 'Lead' });
    expect(answered.location).toBe(`${list}?done=read&added=1&changed=1&unchanged=0`);
    const text = visibleText((await get(String(answered.location))).body);
    expect(text).toContain('1 added, 1 changed, 0 as before');
    expect(text).toContain('Kept to ourselves Not shared');
  });

  it('name every bad cell of a file by row and column, and store nothing of it', async () => {
    const bytes = tableOf(
      cellsOf({ reference: 'P-8' }),
      cellsOf({ reference: 'P-9', segment: 'steam', buyer: '' }),
    );
    const { statusCode, body } = await send({ file: { name: '<plan>.csv', bytes }, by: 'Lead' });
    expect(statusCode).toBe(400);
    expect(summaryOf(body).map(({ text }) => text)).toEqual([
      expect.stringContaining('Row 3, buyer: Nothing is given.'),
      expect.stringContaining('Row 3, segment: There is no segment called "steam".'),
    ]);
    expect(visibleText(body)).toContain(
      '<plan>.csv was not read and nothing was stored: 2 problems in 1 row.',
    );
    expect(body).toContain('value="Lead"');
    expect(await htmlFaults(body)).toEqual([]);
    expect(await listed()).not.toContain('P-8');
  });

  it.each<[string, Sent, string]>([
    ['no file', { by: 'Lead' }, 'Choose a file'],
    ['a file without a name', { file: { name: '', bytes: '' } }, 'Choose a file'],
    ['an empty file', { file: { name: 'a.csv', bytes: '' } }, 'a.csv is empty'],
    ['a PDF', { file: { name: 'a.pdf', bytes: '%PDF-1.7 …' } }, 'a.pdf is a PDF'],
    [
      'a broken workbook',
      { file: { name: 'a.xlsx', bytes: 'PK\u0003\u0004 …' } },
      'a.xlsx is no Excel workbook',
    ],
    [
      'too large a file',
      { file: { name: 'a.csv', bytes: Buffer.alloc(10_000_001, 44) } },
      'larger than 10 MB',
    ],
    ['a text in place of the file', { file: 'buyer,reference' }, 'Choose a file'],
    ['too long a name', { file: { name: 'a.csv', bytes: 'x' }, by: 'x'.repeat(201) }, 'at most 200'],
  ])('refuse %s', async (_, fields, sentence) => {
    const { statusCode, body } = await send(fields);
    expect(statusCode).toBe(400);
    expect(visibleText(body)).toContain(sentence);
    expect(body).not.toContain('sourcing-upload');
  });

  it('refuse what a browser would not send', async () => {
    const csv = { name: 'a.csv', bytes: tableOf(cellsOf({ reference: 'P-7' })) };
    expect((await send({ file: csv }, { origin: 'http://evil.example' })).statusCode).toBe(403);
    expect((await send({ file: csv, by: 'a\u0000b' })).statusCode).toBe(400);
    expect((await send({ file: csv }, { 'content-type': 'multipart/form-data' })).statusCode).toBe(400);
    expect((await send({ file: csv, other: csv })).statusCode).toBe(400);
    expect((await post(`${list}/add`, cellsOf({ reference: 'P-7' }), { origin: 'null' })).statusCode).toBe(
      403,
    );
    expect(await listed()).not.toContain('P-7');
  });

  it('give empty files that come back with nothing but their headings amiss', async () => {
    for (const name of ['plan.csv', 'plan.xlsx']) {
      const file = await get(`${list}/template/${name}`);
      expect(file.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
      const { body } = await send({ file: { name, bytes: file.rawPayload } });
      expect(summaryOf(body).map(({ text }) => text)).toEqual([
        'Row 1: There is no purchase under the headings.',
      ]);
    }
    expect((await get(`${list}/template/plan.exe`)).statusCode).toBe(404);
  });

  it('are alone in showing what may not be shared, and are kept from search engines and caches', async () => {
    const change = await linkTo('change', 'Kept to ourselves');
    for (const url of [list, change]) {
      const { body, headers: answered } = await get(url);
      expect(body).toContain('Kept to ourselves');
      expect(body).toContain('<meta name="robots" content="noindex">');
      expect(answered['cache-control']).toBe('private, no-cache');
    }
    const buyerHref =
      linksOf((await get(list)).body).find(({ href }) => href.startsWith('/buyers/'))?.href ?? '';
    const files = linksOf((await get('/pipeline')).body).filter(({ href }) => href.startsWith('/api/v1/'));
    const others = ['/', '/pipeline', '/pipeline?source=entered', '/pipeline/forecast', buyerHref, '/market'];
    for (const url of [...others, '/api/v1/pipeline/list?limit=100', ...files.map(({ href }) => href)])
      expect((await get(url)).body, url).not.toContain('Kept to ourselves');
    expect((await get('/api/v1/pipeline/purchases')).statusCode).toBe(404);
  });

  it('withdraw a purchase after asking, once', async () => {
    const url = await linkTo('withdraw', 'Kept to ourselves');
    expect(visibleText((await get(url)).body)).toContain('Withdraw “Kept to ourselves”?');
    expect(summaryOf((await post(url, { by: 'x'.repeat(201) })).body)).toMatchObject([{ href: '#by' }]);
    expect((await post(url, { by: 'Lead' })).headers.location).toBe(`${list}?done=withdrawn`);
    expect(await listed()).not.toContain('Kept to ourselves');
    expect((await post(url, {})).statusCode).toBe(404);
    expect((await get(url.replace('withdraw', 'change'))).statusCode).toBe(404);
  });

  it('are valid HTML, and lead from page to page', async () => {
    const change = await linkTo('change', 'Housing repairs system');
    const withdraw = change.replace('/change', '/withdraw');
    for (const url of [
      `${list}?done=added&withdrawn=true`,
      `${list}/add`,
      `${list}/upload`,
      change,
      withdraw,
    ])
      expect(await htmlFaults((await get(url)).body), url).toEqual([]);
    const { body } = await get(`${list}?withdrawn=true&limit=1&skip=1`);
    expect(visibleText(body)).toMatch(/2–2 of \d purchases/u);
    const hrefs = linksOf(body).map(({ href }) => href);
    expect(hrefs).toEqual(
      expect.arrayContaining([`${list}?withdrawn=true`, `${list}?skip=2&withdrawn=true`]),
    );
  });
});
