import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRevisions } from '../../src/app/decisions/case-store.ts';
import { caseParts } from '../../src/web/components/case-form/case-parts.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { openCasePages, type CasePages } from '../support/case-pages.ts';
import { testContext } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { htmlFaults, visibleText } from '../support/page.ts';

describe('the pages of a full case', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let pages: CasePages;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    app = testApp({ register: database.register, pages: registerPages });
    pages = openCasePages(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('are whole and valid for every part of a full example', async () => {
    await pages.post('/decisions/new', { example: 'case-management' });
    const full = '/decisions/tideway-case-management';
    const urls = [
      '/decisions',
      full,
      `${full}/versions`,
      `${full}/compare`,
      ...caseParts.flatMap((part) => [
        `${full}/edit/${part.id}`,
        ...(part.kind === 'list' ? [`${full}/edit/${part.id}/new`] : []),
        ...(part.kind === 'list' && part.id !== 'delegations' ? [`${full}/edit/${part.id}/1`] : []),
      ]),
      `${full}/edit/scores/nobody`,
    ];
    for (const url of urls) {
      const { statusCode, body, headers: answered } = await pages.get(url);
      expect([url, statusCode]).toEqual([url, url.endsWith('nobody') ? 404 : 200]);
      if (statusCode !== 200) continue;
      expect([url, await htmlFaults(body)]).toEqual([url, []]);
      expect([url, answered['cache-control'], body.includes('content="noindex"')]).toEqual([
        url,
        'private, no-cache',
        true,
      ]);
      if (url !== '/decisions') expect(visibleText(body)).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    }
    const file = await pages.get(`${full}/case.yaml`);
    expect(file.headers['cache-control']).toBe('private, no-store');
    expect(file.headers['content-disposition']).toContain(
      'tideway-case-management-version-1-OFFICIAL-SENSITIVE-COMMERCIAL.yaml',
    );
  });

  it('send a form of an example back as it was, and nothing changes', async () => {
    const full = '/decisions/tideway-case-management';
    for (const part of caseParts) {
      if (part.kind === 'own' && !['triage', 'public-interest-test'].includes(part.id)) continue;
      if (part.kind === 'list' && part.id === 'delegations') continue;
      if (part.id === 'criteria') continue;
      const url = part.kind === 'list' ? `${full}/edit/${part.id}/1` : `${full}/edit/${part.id}`;
      const answer = await pages.save(url, {});
      expect([url, answer.headers.location]).toEqual([url, expect.stringMatching(/done=unchanged$/u)]);
    }
    expect(
      await listRevisions(testContext({ register: database.register }), 'tideway-case-management'),
    ).toHaveLength(1);
  });
});
