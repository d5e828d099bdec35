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
    await pages.post('/decisions/new', { example: 'case-management' });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const full = '/decisions/tideway-case-management';
  // Lists of which the example has no items.
  const empty = ['delegations', 'departures'];
  const places = [
    '',
    '/versions',
    '/compare',
    '/checks',
    ...caseParts.flatMap((part) => [
      `/edit/${part.id}`,
      ...(part.kind === 'list' ? [`/edit/${part.id}/new`] : []),
      ...(part.kind === 'list' && !empty.includes(part.id) ? [`/edit/${part.id}/1`] : []),
    ]),
  ];

  it.each(places)('%s is valid, marked, private and in no index', async (place) => {
    const { statusCode, body, headers } = await pages.get(full + place);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    expect([headers['cache-control'], body.includes('content="noindex"')]).toEqual([
      'private, no-cache',
      true,
    ]);
    expect(visibleText(body)).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
  });

  it('give the text of the case with its marking in the name, and nothing for an assessor who isn’t there', async () => {
    const file = await pages.get(`${full}/case.yaml`);
    expect(file.headers['cache-control']).toBe('private, no-store');
    expect(file.headers['content-disposition']).toContain(
      'OFFICIAL-SENSITIVE-COMMERCIAL-tideway-case-management-version-1.yaml',
    );
    expect((await pages.get(`${full}/edit/scores/nobody`)).statusCode).toBe(404);
    expect((await pages.get(`${full}/edit/nothing`)).statusCode).toBe(404);
  });

  const forms = caseParts.flatMap((part) => {
    if (part.kind === 'own') return ['triage', 'public-interest-test'].includes(part.id) ? [part.id] : [];
    // The criteria are locked with the weights.
    if ([...empty, 'criteria'].includes(part.id)) return [];
    return [part.kind === 'list' ? `${part.id}/1` : part.id];
  });

  it.each(forms)('%s, sent back as it was shown, changes nothing', async (form) => {
    const answer = await pages.save(`${full}/edit/${form}`, {});
    expect(answer.headers.location).toMatch(/done=unchanged$/u);
    const versions = await listRevisions(
      testContext({ register: database.register }),
      'tideway-case-management',
    );
    expect(versions).toHaveLength(1);
  });
});
