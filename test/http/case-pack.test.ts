import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { stringify } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packedCase, planted } from '../factories/packed-case.ts';
import { testApp } from '../support/app.ts';
import { describeOnDatabases } from '../support/database.ts';
import { docxParts } from '../support/docx-parts.ts';
import { htmlFaults } from '../support/page.ts';

const page = '/decisions/permits/pack';

describeOnDatabases('the evidence pack of a case', (open) => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = testApp({ register: (await open()).register });
    const payload = { text: stringify(packedCase) };
    await app.inject({ method: 'POST', url: '/api/v1/decisions/save', payload });
  });
  afterAll(() => app.close());

  const send = (fields: Record<string, string>, url = page): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  test('is asked for on a marked, private page that suggests the stage of the case', async () => {
    const answer = await app.inject(page);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    expect(answer.body).toMatch(/value="obc"[^>]*checked/u);
    expect(answer.body).toContain('<meta name="robots" content="noindex');
    expect(answer.headers['cache-control']).toContain('private');
    expect(await htmlFaults(answer.body)).toEqual([]);
  });

  test('comes as a file that carries the marking in its name', async () => {
    const html = await send({ for: 'obc', version: 'full', format: 'html' });
    expect(html.headers['content-disposition']).toBe(
      'attachment; filename="OFFICIAL-SENSITIVE-COMMERCIAL-permits-obc.html"',
    );
    expect(html.headers['cache-control']).toBe('private, no-store');
    expect(html.body.includes(planted.dissent)).toBe(true);
    const word = await send({ for: 'trust-board', version: 'full', format: 'docx' });
    expect((await docxParts(word.rawPayload)).has('word/document.xml')).toBe(true);
  });

  test('for release leaves out what is withheld', async () => {
    const answer = await send({ for: 'obc', version: 'release', format: 'html' });
    expect(answer.headers['content-disposition']).toContain('OFFICIAL-permits-obc-for-release.html');
    expect(answer.body.includes(planted.dissent)).toBe(false);
    expect(answer.body).toContain('Schedule of what is withheld');
  });

  test('for release isn’t made where something is to be withheld that no section is called', async () => {
    const release = [...packedCase.release, { section: 'Minutes of the crypt', category: 'exempt' }];
    const payload = { text: stringify({ ...packedCase, id: 'crypt', release }) };
    await app.inject({ method: 'POST', url: '/api/v1/decisions/save', payload });
    const asked = { for: 'obc', format: 'html' };
    const answer = await send({ ...asked, version: 'release' }, '/decisions/crypt/pack');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('The case wants “Minutes of the crypt” withheld');
    expect(await htmlFaults(answer.body)).toEqual([]);
    expect((await send({ ...asked, version: 'full' }, '/decisions/crypt/pack')).statusCode).toBe(200);
  });

  test('says what is missing where a choice is', async () => {
    const answer = await send({ for: 'obc', version: 'nothing' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Choose a version');
    expect(answer.body).toContain('Choose a format');
    expect(answer.body).not.toContain('Choose who reads it');
    expect(await htmlFaults(answer.body)).toEqual([]);
    expect((await app.inject('/decisions/other/pack')).statusCode).toBe(404);
  });
});
