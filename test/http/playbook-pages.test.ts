import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerPages } from '../../src/web/register-pages.ts';
import { actRelease } from '../factories/release.ts';
import { testApp } from '../support/app.ts';
import { describeOnDatabases, type TestDatabase } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';
import { htmlFaults, linksOf, plainText, visibleText } from '../support/page.ts';

const playbook = '/segments/emerging-technology';
const headers = { host: 'localhost:3000' };

/** The fields of the form on a page as a browser would send them: every field, boxes that aren't ticked left out. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  // Lines stay as they are: conditions are YAML.
  const valueOf = (text = ''): string =>
    text
      .split('\n')
      .map((line) => /^ */u.exec(line)?.[0] + plainText(line))
      .join('\n');
  for (const [tag] of html.matchAll(/<input[^>]*>/gu)) {
    const name = / name="([^"]*)"/u.exec(tag)?.[1];
    if (name !== undefined && !tag.includes('type="checkbox"'))
      fields[name] = valueOf(/ value="([^"]*)"/u.exec(tag)?.[1]);
  }
  for (const [, name = '', text] of html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/gu))
    fields[name] = valueOf(text).trim();
  for (const [, name = '', options = ''] of html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/gu))
    fields[name] = (/value="([^"]*)" selected/u.exec(options) ?? /value="([^"]*)"/u.exec(options))?.[1] ?? '';
  return fields;
} // prettier-ignore

describeOnDatabases('the pages on which playbooks are edited', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const get = async (url: string) => app.inject({ url, headers });
  const post = async (url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const form = async (part: string): Promise<Record<string, string>> =>
    fieldsOf((await get(`${playbook}/edit/${part}`)).body);
  const save = async (part: string, changes: Record<string, string>) =>
    post(`${playbook}/edit/${part}`, { ...(await form(part)), ...changes });
  const summaryOf = (html: string): string =>
    plainText(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/u.exec(html)?.[0] ?? '');

  beforeAll(async () => {
    database = await open();
    await ingestAll(database.register, [
      actRelease({ ocid: 'ocds-h6vhtk-00000a', id: '000001-2026', title: 'Pilot of quantum timing' }),
    ]);
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  it.each(['about', 'scope', 'levers', 'kpis', 'models', 'checks'])('the form of %s is a valid page', async (part) => {
    const { statusCode, body } = await get(`${playbook}/edit/${part}`);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
  }); // prettier-ignore

  it('begin at the playbook, and know no other part and no other segment', async () => {
    const links = linksOf((await get(`${playbook}/playbook`)).body).map(({ href }) => href);
    expect(links).toContain(`${playbook}/edit`);
    expect(links).toContain(`${playbook}/history`);
    expect((await get(`${playbook}/edit/nothing`)).statusCode).toBe(404);
    expect((await get('/segments/nothing/edit')).statusCode).toBe(404);
    expect((await get('/segments/nothing/history')).statusCode).toBe(404);
  });

  it('save nothing where nothing was different', async () => {
    for (const part of ['about', 'pricing', 'kpis', 'checks'])
      expect((await save(part, {})).headers.location).toBe(`${playbook}/edit?same=yes`);
    expect(visibleText((await get(`${playbook}/history`)).body)).toContain('Nobody has edited this playbook');
  });

  it('save Markdown, which the playbook shows at once and without anything of HTML', async () => {
    const saved = await save('scope', {
      'i0-text': 'Pilots of **new** things:\r\n\r\n- a < b\r\n- [the act](https://www.legislation.gov.uk/)',
      by: 'Head of <the> centre',
      note: 'A list reads better.',
    });
    expect(saved.headers.location).toBe(`${playbook}/edit?saved=2`);
    expect(visibleText((await get(`${playbook}/edit?saved=2`)).body)).toContain('Version 2 counts now.');
    const { body } = await get(`${playbook}/playbook`);
    expect(body).toContain('Pilots of <strong>new</strong> things:');
    expect(body).toContain('<li>a &lt; b</li>');
    expect(body).toContain('href="https://www.legislation.gov.uk/"');
    expect(body).toContain('Head of &lt;the&gt; centre');
    expect(await htmlFaults(body)).toEqual([]);
    expect(visibleText((await get(`${playbook}/playbook?revision=1`)).body)).toContain('Pilots, prototypes');
  });

  it('refuse a script at its field, with the line of the text, and keep what was typed', async () => {
    const refused = await save('scope', { 'i0-text': 'Pilots.\n\n<script>alert(1)</script>' });
    expect(refused.statusCode).toBe(400);
    expect(summaryOf(refused.body)).toContain('line 3 of the text: this looks like HTML');
    expect(linksOf(refused.body).map(({ href }) => href)).toContain('#i0-text');
    expect(refused.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</textarea>');
    expect(await htmlFaults(refused.body)).toEqual([]);
  });

  it('refuse a condition over a fact that doesn’t exist, a source that nobody knows, a day that isn’t one', async () => {
    const when = await save('checks', { 'i0-when': 'fact: terms-months\nabove: 3' });
    expect(summaryOf(when.body)).toContain('there is no fact called "terms-months"');
    expect(linksOf(when.body).map(({ href }) => href)).toContain('#i0-when');
    expect(summaryOf((await save('scope', { 'i0-from': 'a-friend' })).body)).toContain('no source called "a-friend"');
    expect(summaryOf((await save('about', { 'i0-reviewed': '31/2/2026' })).body)).toContain('a day that exists');
    expect(summaryOf((await save('about', { 'i0-status': 'reviewed' })).body)).toContain('only by a named owner');
  }); // prettier-ignore

  it('take out, move and add paragraphs', async () => {
    const before = await form('risks');
    const count = Number(before['count']);
    const saved = await save('risks', {
      [`i${count - 1}-text`]: 'Quite another risk.',
      'i1-place': '1',
    });
    expect(saved.statusCode).toBe(303);
    const after = await form('risks');
    expect(Number(after['count'])).toBe(count + 1);
    expect(after['i0-text']).toBe(before['i1-text']);
    expect(after['i1-text']).toBe(before['i0-text']);
    expect(after[`i${count - 1}-text`]).toBe('Quite another risk.');
    await save('risks', { [`i${count - 1}-remove`]: 'yes' });
    expect(Number((await form('risks'))['count'])).toBe(count);
  });

  it('refuse to take out what a check leads to', async () => {
    const refused = await save('terms', { 'i1-remove': 'yes' });
    expect(refused.statusCode).toBe(400);
    expect(summaryOf(refused.body)).toContain('leads nowhere in this playbook');
  });

  it('say so where somebody else saved meanwhile, show what changed, and keep what was typed', async () => {
    const old = await form('exit');
    await save('scope', { 'i0-text': 'Somebody was faster.' });
    const late = await post(`${playbook}/edit/exit`, { ...old, 'i0-text': 'Typed with care.' });
    expect(late.statusCode).toBe(409);
    expect(summaryOf(late.body)).toContain('after you opened version');
    expect(late.body).toContain('Typed with care.</textarea>');
    const changes = linksOf(late.body).find(({ text }) => text === 'See what changed meanwhile')?.href ?? '';
    expect(visibleText((await get(changes.replaceAll('&amp;', '&'))).body)).toContain('Somebody was faster.');
    // Sent again, it is kept: what somebody else saved in another part stays.
    const again = await post(`${playbook}/edit/exit`, fieldsOf(late.body));
    expect(again.statusCode).toBe(303);
    const text = visibleText((await get(`${playbook}/playbook`)).body);
    expect(text).toContain('Typed with care.');
    expect(text).toContain('Somebody was faster.');
  });

  it('restore a version, and the history goes on', async () => {
    const { body } = await get(`${playbook}/history`);
    expect(await htmlFaults(body)).toEqual([]);
    const restored = await post(`${playbook}/history`, { ...fieldsOf(body), version: '1', by: '', note: '' });
    expect(restored.statusCode).toBe(303);
    expect(visibleText((await get(`${playbook}/playbook`)).body)).toContain('Pilots, prototypes');
    expect(visibleText((await get(`${playbook}/history`)).body)).toContain('Version 1 again.');
    const late = await post(`${playbook}/history`, { ...fieldsOf(body), version: '2' });
    expect(late.statusCode).toBe(400);
    expect(summaryOf(late.body)).toContain('Look at what changed');
  });

  it('show what changed as a valid page, and give the file of a version', async () => {
    const { body } = await get(`${playbook}/diff?from=1&to=2`);
    expect(await htmlFaults(body)).toEqual([]);
    expect(body).toContain('<del class="ds-diff__removed">');
    const file = await get(`${playbook}/playbook.yaml?revision=1`);
    expect(file.headers['content-type']).toBe('application/yaml; charset=utf-8');
    expect(file.body.startsWith('segment: emerging-technology')).toBe(true);
    expect((await get(`${playbook}/playbook.yaml?revision=99`)).statusCode).toBe(404);
  });
});

describeOnDatabases('the page that checks a draft tender', (open) => {
  let app: FastifyInstance;
  const url = '/segments/check';
  const draft = `Housing management system
The council seeks a housing management system for 7,400 homes. The estimated value is £1.1m excluding VAT.
Bidders provide audited accounts. The contract runs for five years. Price counts for 60% of the award.`;
  const send = async (fields: Record<string, string | Buffer>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, new Blob([Uint8Array.from(value)]), 'draft');
    }
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
    return app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };

  beforeAll(async () => {
    const database = await open();
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  it('asks for a draft', async () => {
    const { body } = await app.inject({ url, headers });
    expect(await htmlFaults(body)).toEqual([]);
    expect(visibleText(body)).toContain('Nothing is kept');
  });

  it.each([
    ['as text', { draft }],
    ['as a file', { draft: '', file: Buffer.from(draft) }],
  ])('answers by severity, with reason, source and passage, what was given %s', async (_, fields) => {
    const { statusCode, body, headers: sent } = await send(fields);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    const text = visibleText(body);
    expect(text).toContain('Checked: Housing management system');
    expect(text.indexOf('Stop until it is dealt with')).toBeLessThan(text.indexOf('Audited accounts are asked for'));
    expect(text).toContain('Source: Procurement Act 2023, section 22');
    expect(text).toContain('term 60 months');
    const hrefs = linksOf(body).map(({ href }) => href);
    expect(hrefs).toContain('/segments/sector-systems/playbook#small-firms');
    expect(sent['cache-control']).toContain('private');
  }); // prettier-ignore

  it('takes the playbook that is chosen', async () => {
    const { body } = await send({ draft, segment: 'cloud-hosting' });
    expect(visibleText(body)).toContain('Playbook: Cloud hosting . You chose it.');
  });

  it.each([
    ['nothing', { draft: '' }, 'Paste the text of the draft, or choose a file.'],
    ['both', { draft, file: Buffer.from(draft) }, 'Give the draft once'],
    ['too little', { draft: 'Laptops.' }, 'characters; one that can be checked has'],
    ['too long a text', { draft: 'a '.repeat(600_000) }, 'The text is longer than'],
    ['a PDF', { draft: '', file: Buffer.from('%PDF-1.7') }, 'a PDF, which can’t be read here'],
    [
      'JSON that is no release',
      { draft: '', file: Buffer.from(`{"a": "${'x'.repeat(100)}"}`) },
      'holds no release',
    ],
  ])('says what to do where it was given %s', async (_, fields, message) => {
    const { statusCode, body } = await send(fields);
    expect(statusCode).toBe(400);
    expect(visibleText(body)).toContain(message);
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('shows markup of a draft as text', async () => {
    const { body } = await send({ draft: `<script>alert(1)</script> housing\n${draft}` });
    expect(body).not.toContain('<script>alert');
  });
});
