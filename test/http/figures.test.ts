import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { fillClassified } from '../support/classified-sample.ts';
import { describeOnDatabases } from '../support/database.ts';
import { plainText } from '../support/page.ts';

const pages = [
  '/market',
  '/market?prices=real',
  '/market/segments/sector-systems',
  '/market/renewals',
  '/market/competition?from=2015',
  '/market/growth?from=2015',
  '/market/exposure',
  '/market/exposure?group=dwellmark',
  '/segments',
  '/segments/quality',
  '/segments/sector-systems/playbook',
  '/vendors',
  '/vendors/dwellmark',
  '/products',
  '/products/dwellmark-housing',
  '/indicators',
  '/pipeline',
  '/pipeline/forecast',
];

/** What a figure lacks: a table, a note, a page that says how it is worked out, a file of the same figures. */
async function lacking(figure: string, get: (url: string) => Promise<string>): Promise<string[]> {
  if (figure.includes('<strong>Not enough data.</strong>')) return [];
  const csv = /href="([^"]*csv[^"]*)" rel="nofollow"/u.exec(figure)?.[1]?.replaceAll('&amp;', '&');
  const method = /href="(\/methods\/[^"]+)"/u.exec(figure)?.[1];
  const lines = csv === undefined ? [] : (await get(csv)).trim().split(/\r?\n/u);
  return [
    figure.includes('<table') ? [] : ['a table'],
    /<p class="govuk-body-s ds-note ds-prose">[^<]+/u.test(figure) ? [] : ['a note'],
    method !== undefined && (await get(method)).includes('<h1') ? [] : ['a method'],
    lines.length > 1 ? [] : ['a file'],
  ].flat();
}

describeOnDatabases('figures of the market', (open) => {
  let app: FastifyInstance;
  const get = async (url: string): Promise<string> => {
    const { statusCode, body } = await app.inject({ url, headers: { host: 'localhost:3000' } });
    return statusCode === 200 ? body : '';
  };

  beforeAll(async () => {
    const database = await open();
    await fillClassified(database.register);
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(() => app.close());

  it.each(pages)('on %s each has its table, note, method and file', async (url) => {
    const [, ...figures] = (await get(url)).split('<div class="ds-chart">');
    expect(figures.length).toBeGreaterThan(0);
    const wrong = await Promise.all(
      figures.map(async (figure) => {
        const title = plainText(/<h2[^>]*>([\s\S]*?)<\/h2>/u.exec(figure)?.[1] ?? '');
        return (await lacking(figure, get)).map((what) => `${title} lacks ${what}`);
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('on the page of a buyer and of a supplier each table has its file and its method', async () => {
    const charts = new Set<string>();
    for (const side of ['buyers', 'suppliers']) {
      const id = new RegExp(`href="/${side}/([^"?]+)"`, 'u').exec(await get(`/${side}`))?.[1] ?? '';
      const body = await get(`/${side}/${id}`);
      const files = [...body.matchAll(/href="(\/api\/v1\/organisations\/figures[^"]*)"/gu)].map(
        ([, href]) => href?.replaceAll('&amp;', '&') ?? '',
      );
      for (const file of files) charts.add(/chart=(\w+)/u.exec(file)?.[1] ?? '');
      for (const file of files) expect((await get(file)).trim().split(/\r?\n/u).length).toBeGreaterThan(1);
      expect(body).toContain('href="/methods/dependence"');
    }
    expect([...charts].toSorted()).toEqual(['counterparts', 'segments', 'years']);
  });

  it('a figure without them is found', async () => {
    expect(await lacking('<h2>Bare</h2>', get)).toEqual(['a table', 'a note', 'a method', 'a file']);
  });
});
