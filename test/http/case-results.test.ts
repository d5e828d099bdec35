import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { saveCase } from '../../src/app/decisions/case-store.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { appraisedCase } from '../factories/appraised-case.ts';
import { smallCase } from '../factories/sourcing-case.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { describeOnDatabases } from '../support/database.ts';
import { headingLevels, htmlFaults, linksOf, plainText, visibleText } from '../support/page.ts';
import { nestingFault } from '../support/svg-marks.ts';

const hostile = '<img src=x onerror=alert(1)>&"';

/** The case of several options, with a price of a point, names that would be markup, and a lone error. */
function scored(id: string, parts: Record<string, unknown> = {}): string {
  const { options, criteria } = appraisedCase();
  return stringify({
    ...appraisedCase(),
    id,
    options: options.map((one) => (one.id === 'saas' ? { ...one, name: hostile } : one)),
    criteria: criteria.map((one) => (one.id === 'risk' ? { ...one, name: `Risk ${hostile}` } : one)),
    ...parts,
  });
}

describeOnDatabases('the result of a case', (open) => {
  let app: FastifyInstance;
  let context: ReturnType<typeof testContext>;

  beforeAll(async () => {
    const { register } = await open();
    context = testContext({ register });
    app = testApp({ register, pages: registerPages });
    await saveCase(context, { text: scored('several'), seen: null });
    await workOutStored(context, 'several');
    await saveCase(context, { text: stringify(smallCase), seen: null });
  });
  afterAll(() => app.close());

  const get = (path: string): Promise<LightMyRequestResponse> => app.inject(`/decisions/${path}`);
  const post = (path: string, payload: Record<string, string>): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url: `/decisions/${path}`,
      payload: new URLSearchParams(payload).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('is worked out on request, once for each version, and kept', async () => {
    const before = (await get('permits/result')).body;
    expect(visibleText(before)).toContain('This version hasn’t been worked out yet.');
    expect(await htmlFaults(before)).toEqual([]);
    const answered = await post('permits/result', { revision: '1' });
    expect([answered.statusCode, answered.headers.location]).toEqual([303, '/decisions/permits/result']);
    const text = visibleText((await get('permits/result')).body);
    expect(text).toContain('The method indicates Build it.');
    expect(text).toContain('Version 1, worked out on 1 November 2026 at 12:00.');

    await saveCase(context, { text: stringify({ ...smallCase, title: 'Another title' }), seen: 1 });
    expect(visibleText((await get('permits/result')).body)).toContain('hasn’t been worked out yet');
    const older = visibleText((await get('permits/result?revision=1')).body);
    expect(older).toContain('You are looking at version 1, which isn’t the newest.');
  });

  test('says the same as the command, with every figure, its table and its file', async () => {
    const answered = await get('several/result');
    const { body } = answered;
    expect(await htmlFaults(body)).toEqual([]);
    const levels = headingLevels(body);
    expect(levels.every((level, at) => level - (levels[at - 1] ?? level) <= 1)).toBe(true);
    const text = visibleText(body);
    expect(text).toContain('The method indicates Mixed economy.');
    expect(text).toContain('Nobody has recorded a recommendation yet.');
    expect(text).not.toMatch(/NaN|undefined|null\b|\[object/u);
    const drawings = [...body.matchAll(/<svg xmlns[\s\S]*?<\/svg>/gu)].map(([svg]) => svg);
    expect(drawings.length).toBeGreaterThanOrEqual(5);
    expect(drawings.map(nestingFault).filter((fault) => fault !== null)).toEqual([]);
    expect(body).not.toContain('<img src=x');
    expect(body).not.toMatch(/\sstyle="/u);
    const files = linksOf(body).filter(({ href }) => href.includes('/figures/'));
    expect(files).toHaveLength(2 * drawings.length);
    for (const { href } of files) {
      const file = await app.inject(href);
      expect([href, file.statusCode]).toEqual([href, 200]);
      expect(file.headers['cache-control']).toBe('private, no-store');
      expect(file.headers['content-disposition']).toMatch(
        /filename="OFFICIAL-SENSITIVE-COMMERCIAL-several-|filename="OFFICIAL-/u,
      );
    }
  });

  test('is marked, private, and kept from search engines', async () => {
    const { body, headers } = await get('several/result');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(visibleText(body)).toMatch(/^Marking : OFFICIAL|^Marking: OFFICIAL/u);
    expect((await get('nobody/result')).statusCode).toBe(404);
    expect((await get('several/figures/nothing.csv')).statusCode).toBe(404);
    expect((await get('several/figures/ranks.exe')).statusCode).toBe(404);
  });

  test('shows the order at other weights, and the choice at another price of a point', async () => {
    const said = async (query: string): Promise<string> => {
      const { body } = await get(`several/result?${query}`);
      return plainText(/<div class="ds-try__said"[\s\S]*?<\/div>/u.exec(body)?.[0] ?? '');
    };
    expect(await said('')).toContain('With these weights Mixed economy is worth most');
    expect(await said('')).toContain('nothing is said of whether it is worth what it costs');
    expect(await said('weight-people=100&weight-fit=0')).toContain(
      'With these weights In-house build is worth most: 80 points.',
    );
    expect(await said('price=1')).toContain('Where a point is worth £1, ');
    const dear = await said('price=500000');
    expect(dear).toContain('Where a point is worth £500,000, Mixed economy is the choice.');
    const wrong = await get('several/result?weight-fit=lots');
    expect(wrong.statusCode).toBe(200);
    expect(visibleText(wrong.body)).toContain('A weight and the price of a point are numbers from 0.');
  });

  test('is partial where something is wrong, and says so', async () => {
    const lines = smallCase.costs.lines.map((line) => ({ ...line, when: { once: '2050-51' } }));
    const text = stringify({ ...smallCase, id: 'wrong', costs: { ...smallCase.costs, lines } });
    await saveCase(context, { text, seen: null });
    await post('wrong/result', { revision: '1' });
    const { body } = await get('wrong/result');
    expect(await htmlFaults(body)).toEqual([]);
    expect(visibleText(body)).toContain('nobody should decide by it yet');
    expect(visibleText(body)).toContain('No costs could be worked out.');
  });

  test('has a map with its table, its text and its files', async () => {
    const { body } = await get('permits/map?option=product');
    expect(await htmlFaults(body)).toEqual([]);
    expect(visibleText(body)).toContain('Map of the parts, as A product has them');
    expect(visibleText(body)).toContain('component Case workflow [0.5, 0.55] (buy)');
    const files = linksOf(body).filter(({ href }) => href.includes('/map/map.'));
    expect(files.map(({ href }) => href.replace(/.*map\.(\w+).*/u, '$1'))).toEqual(['csv', 'svg', 'owm']);
    for (const { href } of files) expect((await app.inject(href)).statusCode).toBe(200);
    expect((await get('permits/map/map.exe')).statusCode).toBe(404);
  });

  test('links each figure to the page of its method', async () => {
    const { body } = await get('several/result');
    const hrefs = new Set(linksOf(body).flatMap(({ href }) => (href.startsWith('/methods/') ? [href] : [])));
    expect(hrefs.size).toBeGreaterThan(3);
    for (const href of [...hrefs, '/methods']) {
      const page = await app.inject(href);
      expect([href, page.statusCode, await htmlFaults(page.body)]).toEqual([href, 200, []]);
    }
    expect((await app.inject('/methods/alchemy')).statusCode).toBe(404);
  });
});
