import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/context.ts';
import { changeCase, getCase } from '../../src/app/decisions/case-store.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { caseBeginning, openCasePages, summaryOf, type CasePages } from '../support/case-pages.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';

describe('the pages on which a case begins', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let context: Context;
  let pages: CasePages;
  const base = '/decisions/replace-the-permits-service';
  const document = async () => (await getCase(context, 'replace-the-permits-service')).document;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    context = testContext({ register: database.register });
    app = testApp({ register: database.register, pages: registerPages });
    pages = openCasePages(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('begin with an empty list that says how to begin, and are private', async () => {
    const { body, headers: answered } = await pages.get('/decisions');
    expect(visibleText(body)).toContain('There are no cases yet.');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(answered['cache-control']).toContain('private');
    expect(visibleText(body)).toContain('Renew the commitment to a cloud provider');
  });

  it('say everything that is missing at once, each leading to its field', async () => {
    const { statusCode, body } = await pages.post('/decisions/new', {
      title: 'A <b>case',
      neededBy: '31/2/2028',
      years: '2.5',
    });
    expect(statusCode).toBe(400);
    expect(summaryOf(body)).toEqual([
      'Fill in “Who decides”.',
      'Choose an answer to “Kind of body”.',
      'Fill in “What is needed, and by whom”.',
      'Fill in “What will be better”.',
      '“Day by which it must work”: write a day of the calendar, such as 31/3/2028.',
      'Fill in “What happens if nothing is done, and when”.',
      'Fill in “First financial year that is costed”.',
      '“Number of years that are costed”: write a whole number, such as 7.',
      'Fill in “Year whose prices amounts are given in”.',
    ]);
    for (const { href } of linksOf(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/u.exec(body)?.[0] ?? ''))
      expect(body).toContain(`id="${href.slice(1)}"`);
    expect(body).toContain('value="A &lt;b&gt;case"');
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('begin a case with what it can’t be without, under a short name that is free', async () => {
    const begun = await pages.post('/decisions/new', caseBeginning);
    expect([begun.statusCode, begun.headers.location]).toEqual([303, `${base}?done=saved`]);
    const again = await pages.post('/decisions/new', caseBeginning);
    expect(again.headers.location).toBe(`${base}-2?done=saved`);
    const taken = await pages.post('/decisions/new', { ...caseBeginning, id: 'replace-the-permits-service' });
    expect(summaryOf(taken.body)[0]).toContain('There is a case');
    const text = visibleText((await pages.get(base)).body);
    expect(text).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    expect(text).toContain('Not ready for approval');
    expect(text).toContain('There are no options.');
    expect((await document()).need.neededBy).toBe('2028-03-31');
  });

  it('keep a text as it is, or say by line and path what is wrong with it', async () => {
    const { text } = await getCase(context, 'replace-the-permits-service');
    const copy = text.replace('id: replace-the-permits-service', '# a comment\nid: copied');
    const kept = await pages.send('/decisions/new', { file: { name: 'case.yaml', bytes: copy }, text: '' });
    expect(kept.headers.location).toBe('/decisions/copied?done=saved');
    expect((await getCase(context, 'copied')).text).toContain('# a comment');
    const pasted = await pages.send('/decisions/new', { text: copy.replace('years: 3', 'years: many') });
    expect(pasted.statusCode).toBe(400);
    expect(summaryOf(pasted.body)[0]).toMatch(/^Line \d+, appraisal\.years: .*many/u);
    expect(pasted.body).toContain('years: many');
    const twice = await pages.send('/decisions/new', { text: copy });
    expect(summaryOf(twice.body)[0]).toContain('There is a case “copied” already');
  });

  it('refuse a pasted text that is longer than a form can bring, rather than keep its beginning', async () => {
    const { text } = await getCase(context, 'copied');
    const long = `${text}\n# ${'x'.repeat(1_000_001)}\n`.replace('id: copied', 'id: longer');
    const answer = await pages.send('/decisions/new', { text: long });
    expect(answer.statusCode).toBe(400);
    expect(visibleText(answer.body)).toContain('Send it as a file');
    const most = await pages.send('/decisions/new', { text: long.slice(0, 900_000) });
    expect(most.headers.location).toBe('/decisions/longer?done=saved');
  });

  it('read five hundred lines from a file, and show them page by page', async () => {
    const { revision } = await getCase(context, 'copied');
    await changeCase(context, {
      id: 'copied',
      seen: revision,
      changes: [
        {
          path: ['options'],
          value: [
            { id: 'saas', name: 'Suite' },
            { id: 'minimum', name: 'Patch it' },
          ],
        },
        { path: ['costs'], value: { groups: [{ id: 'run', name: 'Running' }] } },
      ],
    });
    const rows = Array.from(
      { length: 500 },
      (_, index) =>
        `Line ${index + 1},${index % 2 === 0 ? 'all' : 'suite; minimum'},Run,running,${index + 1},2027-28 to 2029-30`,
    );
    const bytes = `label,options,phase,group,unitCost,when\n${rows.join('\n')}\n`;
    const lines = '/decisions/copied/edit/cost-lines';
    const read = await pages.send('/decisions/copied/edit/cost-file', { file: { name: 'lines.csv', bytes } });
    expect(read.headers.location).toBe(`${lines}?done=saved`);
    const { body } = await pages.get(lines);
    expect(visibleText(body)).toContain('1 to 50 of 500');
    expect(visibleText(body)).toContain('Suite 500 £376k');
    expect(visibleText((await pages.get(`${lines}?option=minimum&skip=450`)).body)).toContain(
      '451 to 500 of 500',
    );
    expect(await htmlFaults(body)).toEqual([]);
  });
});
