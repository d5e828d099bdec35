import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addPurchase } from '../../src/app/pipeline/add.ts';
import { listPipeline } from '../../src/app/pipeline/list.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { purchaseCells } from '../factories/purchase-cells.ts';
import { testApp } from '../support/app.ts';
import { fillClassified } from '../support/classified-sample.ts';
import { testContext } from '../support/context.ts';
import type { TestDatabase } from '../support/database.ts';
import { describeOnDatabases } from '../support/database.ts';
import { headingLevels, htmlFaults, linksOf, plainText, visibleText, words } from '../support/page.ts';

const pages = [
  '/pipeline',
  '/pipeline?years=3&segment=sector-systems',
  '/pipeline?source=entered',
  '/pipeline?year=2027&source=renewal',
  '/pipeline?segment=emerging-technology',
  '/pipeline/forecast',
  '/pipeline/forecast?segment=sector-systems&years=3',
];

const answer = z.object({
  listed: z.number(),
  items: z.array(z.object({ lowPence: z.number().nullable(), highPence: z.number().nullable() })),
  next: z.string().nullable(),
});

describeOnDatabases('the pages of the pipeline', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    app = testApp({ register: database.register, pages: registerPages });
    const context = testContext({ register: database.register });
    const { items } = await listPipeline.run(context, listPipeline.input.parse({ source: ['renewal'] }));
    const renewal = items.find(({ buyer }) => buyer !== null && buyer.id !== null);
    const add = async (changes: object) =>
      addPurchase.run(
        context,
        addPurchase.input.parse({
          ...purchaseCells,
          buyer: renewal?.buyer?.id,
          segment: renewal?.segment,
          ...changes,
        }),
      );
    await add({
      title: 'Planned <platform>',
      replaces: renewal?.contractIds[0],
      valueLow: '1000',
      valueHigh: '2000',
    });
    await add({
      title: 'Kept to ourselves',
      reference: 'P-2',
      shareable: 'no',
      valueLow: '777777777',
      valueHigh: '777777777',
    });
  });
  afterAll(() => app.close());

  it.each(pages)('%s is valid HTML with one first heading, and without styles of its own', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    expect(headingLevels(body).filter((level) => level === 1)).toHaveLength(1);
    expect(body).not.toMatch(/ style=|<style/u);
    expect(visibleText(body)).not.toMatch(/NaN|Infinity|undefined|∞/u);
  });

  it('a start that has passed is told as one that was planned', async () => {
    const { asOf } = z
      .object({ asOf: z.string() })
      .parse((await get('/api/v1/pipeline/list?limit=1')).json());
    const text = visibleText((await get('/pipeline')).body);
    const daysAfter = (verb: string): string[] =>
      [...text.matchAll(new RegExp(`${verb} (?:\\d+ \\w+ \\d{4} to )?(\\d+ \\w+ \\d{4})`, 'gu'))].map(
        ([, day]) => new Date(`${day ?? ''} UTC`).toISOString().slice(0, 10),
      );
    expect(daysAfter('Starts').filter((day) => day < asOf)).toEqual([]);
    expect(daysAfter('Was to start').filter((day) => day >= asOf)).toEqual([]);
  });

  it('shows a plan once, with the contract that it replaces beside it', async () => {
    const text = visibleText((await get('/pipeline?source=entered')).body);
    expect(text).toContain('Planned <platform>');
    expect(text).toContain('Counted once: also as');
    expect(text).toContain('the buyer says that it replaces this contract');
    expect(text).toContain('£1,000 to £2,000');
  });

  it('never shows what may not be shared, on no page and in no file', async () => {
    const files = linksOf((await get('/pipeline')).body).filter(({ href }) =>
      href.startsWith('/api/v1/pipeline/'),
    );
    expect(files.length).toBeGreaterThan(4);
    for (const url of [...pages, '/api/v1/pipeline/list?limit=100', ...files.map(({ href }) => href)]) {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).not.toMatch(/Kept to ourselves|777[,]?777/u);
    }
  });

  it('the operations that write or show what may not be shared are not on the API', async () => {
    for (const name of ['add', 'change', 'withdraw', 'import', 'purchases'])
      expect((await get(`/api/v1/pipeline/${name}`)).statusCode).toBe(404);
  });

  it('every bar and cell opens as many needs as it says', async () => {
    const { body } = await get('/pipeline');
    const decode = (href: string): string => href.replaceAll('&amp;', '&');
    const cells = [...body.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/gu)].flatMap(([, cell = '']) => {
      const href = /href="([^"]*)"/u.exec(cell)?.[1];
      return href === undefined ? [] : [{ href: decode(href), text: plainText(cell) }];
    });
    const bars = [...body.matchAll(/<a class="ds-chart__link" href="([^"]*)" aria-label="([^"]*)"/gu)];
    const figures = [
      ...cells,
      ...bars.map(([, href = '', text = '']) => ({ href: decode(href), text: plainText(text) })),
    ].filter(({ href }) => href.startsWith('/pipeline?'));
    const wrong: string[] = [];
    for (const { href, text } of figures) {
      const { listed, items, next } = answer.parse(
        (await get(`/api/v1/pipeline/list?${href.split('?')[1] ?? ''}&limit=100`)).json(),
      );
      expect(next).toBeNull();
      const pounds = (pence: number): string =>
        words.format.moneyShort({ minorUnits: pence, currency: 'GBP' }) ?? '';
      const sums = [
        items.reduce((sum, { lowPence }) => sum + (lowPence ?? 0), 0),
        items.reduce((sum, { highPence }) => sum + (highPence ?? 0), 0),
      ];
      const isCounted = new RegExp(`(^|\\D)${listed} need`, 'u').test(text);
      const isSummed = sums.some((sum) => text.includes(pounds(sum)));
      if (!isCounted && !isSummed) wrong.push(`${text} → ${href}: ${listed}, ${sums.join(' ')}`);
    }
    expect(wrong).toEqual([]);
    expect(figures.length).toBeGreaterThan(10);
  });

  it('the forecast says what it rests on, and where there is not enough data', async () => {
    const text = visibleText((await get('/pipeline/forecast')).body);
    expect(text).toContain('Made as of the beginning of 2026-27');
    expect(text).toContain('Rates on top of renewals are those of 2025-26.');
    expect(text).toContain('not enough data');
    expect(text).toContain('Years before and since February 2025 are never measured against each other');
  });

  describe('is refused for', () => {
    it.each([
      ['two years ahead', '/pipeline?years=2', 'at least 3'],
      ['a segment that is none', '/pipeline?segment=steam-engines', 'Must be one of'],
      ['a source that is none', '/pipeline?source=UK9', 'Must be one of'],
      ['a cursor of another list', '/pipeline?cursor=abc', 'belongs to a different search'],
    ])('%s', async (_, url, sentence) => {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(400);
      expect(visibleText(body)).toContain(sentence);
    });
  });
});
