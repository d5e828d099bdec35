import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/context.ts';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';
import { keepApprovedCase, keepReadyCase } from '../support/signed-cases.ts';

describe('the ways between the pages of a case', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let context: Context;
  const get = async (url: string) => app.inject(url);

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    context = testContext({ register: database.register });
    app = testApp({ register: database.register, pages: registerPages });
    await keepReadyCase(context, 'begun');
    await keepApprovedCase(context, 'signed');
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('lead from the task list to every page that answers, each with its state', async () => {
    const { body } = await get('/decisions/begun');
    const side = /<aside[\s\S]*?<\/aside>/u.exec(body)?.[0] ?? '';
    const hrefs = linksOf(side).map(({ href }) => href);
    for (const page of [
      'result',
      'map',
      'evidence',
      'pack',
      'sign',
      'sign#records',
      'review',
      'versions',
      'compare',
      'case.yaml',
    ])
      // prettier-ignore
      expect(hrefs).toContain(`/decisions/begun/${page}`);
    for (const href of new Set(hrefs)) expect([href, (await get(href)).statusCode]).toEqual([href, 200]);
    const told = visibleText(side);
    expect(told).toContain('not worked out yet for this version');
    expect(told).toContain('Ready to be submitted');
    expect(told).not.toContain('signed by');
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('tell who signed, which record was made, and when it was worked out', async () => {
    await workOutStored(context, 'signed');
    const told = visibleText((await get('/decisions/signed')).body);
    expect(told).toMatch(/signed by Procurement manager, .* and Cabinet/u);
    expect(told).toContain('record 1, made on');
    expect(told).not.toContain('not worked out yet');
  });

  it('lead from the result to what comes next', async () => {
    const hrefs = linksOf((await get('/decisions/begun/result')).body).map(({ href }) => href);
    expect(hrefs).toEqual(
      expect.arrayContaining(['pack', 'sign', 'evidence'].map((page) => `/decisions/begun/${page}`)),
    );
  });

  it('don’t compare a lone version with itself, but with another case', async () => {
    const { body } = await get('/decisions/begun/compare');
    const text = visibleText(body);
    expect(text).toContain('There is one version of this case so far');
    expect(text).not.toMatch(/They say the same|From version|Results/u);
    expect(await htmlFaults(body)).toEqual([]);
    expect(linksOf((await get('/decisions/begun/versions')).body).map(({ href }) => href)).not.toContain(
      '/decisions/begun/compare',
    );
    const other = await get('/decisions/begun/compare?other=signed');
    expect(await htmlFaults(other.body)).toEqual([]);
    expect(visibleText(other.body)).toMatch(/What differs between the documents/u);
  });

  it('lead back to the task list from everywhere', async () => {
    for (const page of [
      'result',
      'map',
      'evidence',
      'pack',
      'sign',
      'review',
      'versions',
      'records/1',
      'checks',
      'compare',
    ]) {
      const { body } = await get(`/decisions/signed/${page}`);
      expect([page, linksOf(body).some(({ href }) => href === '/decisions/signed')]).toEqual([page, true]);
    }
  });

  it('mark a signed case in the list that is due for review, and none that was not signed', async () => {
    const due = linksOf((await get('/decisions')).body).filter(({ text }) => text.includes('Review due'));
    expect(due.map(({ href }) => href)).toEqual(['/decisions/signed/review']);
  });

  it('begin what follows a contract on one page', async () => {
    const answer = await get('/decisions/new?contract=a%2Fb');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/contracts/a%2Fb/case']);
    expect((await get('/decisions/new')).statusCode).toBe(200);
  });

  it('put the address of a case into no report, also where there is no such case', async () => {
    for (const url of ['/decisions/signed', '/decisions/nothing-here'])
      expect((await get(url)).body).not.toContain('/corrections');
    expect((await get('/decisions/new')).body).not.toContain('/corrections');
    expect((await get('/about')).body).toContain('/corrections');
  });
});
