import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { stringify } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallCase } from '../factories/sourcing-case.ts';
import { testApp } from '../support/app.ts';
import { describeOnDatabases } from '../support/database.ts';

describeOnDatabases('sourcing cases over HTTP', (open) => {
  let app: FastifyInstance;

  beforeAll(async () => {
    app = testApp({ register: (await open()).register });
  });
  afterAll(() => app.close());

  const post = (path: string, payload: object): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'POST', url: `/api/v1/decisions/${path}`, payload });
  const get = (path: string): Promise<LightMyRequestResponse> => app.inject(`/api/v1/decisions/${path}`);

  test('are saved, changed and read, and refused where somebody was faster', async () => {
    const text = stringify(smallCase);
    expect((await post('save', { text, by: 'An analyst' })).json()).toMatchObject({
      id: 'permits',
      revision: 1,
    });
    const again = await post('save', { text });
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ type: 'urn:digital-sourcing:error:changed-meanwhile' });
    const changes = [{ path: ['costs', 'lines', 0, 'unitCost'], value: { low: 1, high: 2 } }];
    expect((await post('change', { case: 'permits', seen: 1, changes })).json()).toMatchObject({
      revision: 2,
    });
    expect((await post('change', { case: 'permits', seen: 1, changes })).statusCode).toBe(409);
    const shown = (await get('show?case=permits')).json();
    expect(shown).toMatchObject({
      revision: 2,
      document: { costs: { lines: [{ unitCost: { low: 1, high: 2 } }, {}, {}, {}] } },
    });
    expect((await get('export?case=permits&revision=1')).json().text).toBe(text);
    expect((await get('show?case=others')).statusCode).toBe(404);
  });

  test('name the place of what doesn’t fit', async () => {
    await post('save', { text: stringify({ ...smallCase, id: 'placed' }) });
    const value = { low: 9, high: 2 };
    const wrong = await post('change', {
      case: 'placed',
      seen: 1,
      changes: [{ path: ['costs', 'lines', 0, 'unitCost'], value }],
    });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json()).toMatchObject({
      fields: { 'costs.lines[0].unitCost': expect.stringContaining('Low (9) is above high (2)') },
    });
    const through = await post('change', {
      case: 'placed',
      seen: 1,
      changes: [{ path: ['title', 'x'], value }],
    });
    expect(through.json().detail).toContain('no place "title.x"');
  });

  test('may be longer than other bodies', async () => {
    const line = smallCase.costs.lines[0];
    const lines = Array.from({ length: 4000 }, (_, index) => ({
      ...line,
      id: `line-${index}`,
      source: 'As quoted. '.repeat(30),
    }));
    const text = JSON.stringify({ ...smallCase, id: 'long', costs: { ...smallCase.costs, lines } });
    expect(text.length).toBeGreaterThan(1_200_000);
    expect((await post('save', { text })).json()).toMatchObject({ id: 'long', revision: 1 });
  });

  test('are in no list of the register', async () => {
    const everywhere = [
      'contracts/find?q=permits',
      'buyers/find?q=harbour',
      'pipeline/list',
      'notices/changes',
    ];
    for (const path of everywhere) {
      const answer = await app.inject(`/api/v1/${path}`);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect(answer.body).not.toContain('Harbour Authority');
    }
    const pages = ['/', '/contracts?q=permits', '/buyers?q=harbour', '/pipeline', '/data'];
    for (const path of pages) expect((await app.inject(path)).body).not.toContain('Harbour Authority');
  });
});
