import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { fillClassified } from '../support/classified-sample.ts';
import type { TestDatabase } from '../support/database.ts';
import { describeOnDatabases } from '../support/database.ts';
import { headingLevels, htmlFaults, linksOf, plainText, visibleText, words } from '../support/page.ts';

const pages = [
  '/market',
  '/market?from=2021&to=2026&buyerType=nhs',
  '/market?prices=real',
  '/market/segments/sector-systems',
  '/market/segments/emerging-technology',
  '/routes',
  '/routes?segment=cloud-hosting&valueExVat=%C2%A32,400,000&months=24&bodyType=local-government&nation=scotland&start=2027-02-01',
  '/routes?valueExVat=-5&months=0&start=soon',
  '/routes/doors',
  '/routes/checks',
  '/routes/g-cloud-15',
  '/market/renewals',
  '/market/renewals?quarter=2027-Q1&segment=digital-delivery',
  '/market/competition?from=2015',
  '/market/growth?from=2015',
  '/market/frameworks?open=false',
  '/market/exposure',
  '/market/exposure?group=microsoft&buyerType=nhs',
  '/segments',
  '/segments/sector-systems/playbook',
  '/segments/emerging-technology/playbook',
  '/products',
  '/products?q=nothing+of+that+name',
  '/products/dwellmark-housing',
  '/products/azure',
  '/vendors',
  '/vendors?q=nothing+of+that+name',
  '/vendors?kind=reseller',
  '/vendors/microsoft',
  '/vendors/dwellmark',
];

/** A figure that links to a list of contracts: the words of its bar or cell. */
type Linked = { text: string; href: string };

function figuresOf(html: string): Linked[] {
  const decode = (href: string): string => href.replaceAll('&amp;', '&');
  const bars = [...html.matchAll(/<a class="ds-chart__link" href="([^"]*)" aria-label="([^"]*)"/gu)];
  const cells = [...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/gu)].flatMap(([, cell]) => {
    const href = /<a class="govuk-link" href="([^"]*)"/u.exec(cell ?? '')?.[1];
    return href === undefined ? [] : [{ href, text: plainText(cell ?? '') }];
  });
  const large = [...html.matchAll(/<dd class="ds-figures__value"><a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a><\/dd>(?:\s*<dd class="ds-figures__note">([^<]*)<)?/gu)].map(
    ([, href, value, note]) => ({ href: href ?? '', text: plainText(`${value ?? ''} ${note ?? ''}`) }),
  ); // prettier-ignore
  return [
    ...bars.map(([, href, text]) => ({ href: href ?? '', text: plainText(text ?? '') })),
    ...cells,
    ...large,
  ]
    .map(({ href, text }) => ({ href: decode(href), text }))
    .filter(({ href }) => href.startsWith('/contracts?'));
}

const answer = z.object({
  items: z.array(z.object({ suppliers: z.array(z.object({ id: z.string().nullable(), name: z.string() })) })),
  total: z.object({ count: z.number() }),
  sums: z.object({
    contracts: z.number(),
    netCount: z.number(),
    netPence: z.number(),
    committedPence: z.number().nullable(),
  }),
});

describeOnDatabases('the pages of the market', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
    app = testApp({ register: database.register, pages: registerPages });
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

  it.each(pages)(
    'on %s every bar and cell opens as many contracts, and as much money, as it says',
    async (url) => {
      const figures = figuresOf((await get(url)).body);
      const wrong: string[] = [];
      const money = (pence: number | null): string =>
        words.format.moneyShort({ minorUnits: pence, currency: 'GBP' }) ?? '';
      for (const { href, text } of figures) {
        const list = `/api/v1/contracts/find?${href.split('?')[1] ?? ''}&limit=100&facets=false`;
        const { items, total, sums } = answer.parse((await get(list)).json());
        expect(sums.contracts).toBe(total.count);
        const said = text.replaceAll(/,(?=\d{3})/gu, '');
        const suppliers = new Set(items.flatMap((item) => item.suppliers.map(({ id, name }) => id ?? name)))
          .size;
        // A cell of concentration says how many suppliers are behind it.
        const numbers = text.endsWith('suppliers') ? [suppliers] : [total.count, sums.netCount];
        const counts = numbers.map((count) => `(^|\\D)${count}(\\D|$)`);
        const sum = sums.committedPence ?? sums.netPence;
        const isCounted = counts.some((count) => new RegExp(count, 'u').test(said));
        const isSummed = text.includes(money(sum));
        // A bar of money says both; a cell says one of them.
        const isBar = text.includes('£') && /contract/u.test(text);
        if (isBar ? !(isCounted && isSummed) : !(isCounted || isSummed))
          wrong.push(`${text} → ${href}: ${total.count} contracts, ${money(sum)}`);
      }
      expect(wrong).toEqual([]);
      if (url === '/market') expect(figures.length).toBeGreaterThan(60);
    },
  );

  it('a figure that is not that of its list is found', async () => {
    const { body } = await get('/market');
    const [figure] = figuresOf(body);
    const other = `/api/v1/contracts/find?${(figure?.href ?? '').split('?')[1] ?? ''}&counted=revalued&limit=1`;
    const { sums } = answer.parse((await get(other)).json());
    expect(figure?.text).not.toContain(`${sums.contracts} contract`);
  });

  it('agreements not known to have ended are listed, and the page offers the others', async () => {
    const agreements = z.object({
      asOf: z.string(),
      items: z.array(
        z.object({ ocid: z.string(), endOn: z.string().nullable(), maxEndOn: z.string().nullable() }),
      ),
    });
    const list = async (isOpen: boolean) =>
      agreements.parse((await get(`/api/v1/market/frameworks?open=${isOpen}&limit=100`)).json());
    const [running, all] = await Promise.all([list(true), list(false)]);
    const lastEnd = (one: (typeof all.items)[number]): string | null => one.maxEndOn ?? one.endOn;
    expect(running.items.every((one) => (lastEnd(one) ?? running.asOf) >= running.asOf)).toBe(true);
    expect(all.items.some((one) => (lastEnd(one) ?? all.asOf) < all.asOf)).toBe(true);
    const listed = new Set(running.items.map(({ ocid }) => ocid));
    expect(all.items.filter((one) => lastEnd(one) === null && !listed.has(one.ocid))).toEqual([]);
    const { body } = await get('/market/frameworks');
    expect(body).toContain('<select class="govuk-select" id="scope-open" name="open">');
    expect((await get('/market/growth')).body).not.toContain('name="open"');
  });

  it('rates of indicators reach beyond the digital segments, and their form says so', async () => {
    const { body } = await get('/indicators');
    expect(visibleText(body)).toContain('All, also what is not digital');
    expect(visibleText(body)).not.toContain('All digital segments');
  });

  it('rates of bids and direct awards are given out of thirty contracts or more, with their interval, in every form', async () => {
    const rate = z.object({
      part: z.number(),
      whole: z.number(),
      rate: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
    });
    const rates = z.object({ singleBid: rate, directAward: rate });
    const overview = rates
      .extend({ segments: z.array(rates) })
      .parse((await get('/api/v1/market/overview?from=2015')).json());
    const all = [overview, ...overview.segments].flatMap((one) => [one.singleBid, one.directAward]);
    expect(all.filter(({ whole }) => whole >= 30).length).toBeGreaterThan(0);
    expect(all.filter(({ whole }) => whole < 30).length).toBeGreaterThan(0);
    for (const one of all) expect([one.whole, one.rate === null]).toEqual([one.whole, one.whole < 30]);
    const csv = (await get('/api/v1/market/figures?chart=segments&from=2015&format=csv')).body;
    const lines = csv.split(/\r?\n/u).filter((line) => /,(?:single-bid|direct-award),/u.test(line));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const [share, , whole, , low, high] = line.split(',').slice(8);
      const isPublished = Number(whole) >= 30;
      expect([line, share !== '', low !== '', high !== '']).toEqual([
        line,
        isPublished,
        isPublished,
        isPublished,
      ]);
    }
    const text = visibleText((await get('/market?from=2015')).body);
    expect(text).toMatch(/\d\s*% to [\d.]+\s*%, [\d,]+ of [\d,]+/u);
  });

  it('a segment is not compared with itself', async () => {
    const text = visibleText((await get('/market/segments/sector-systems')).body);
    expect(text).toContain('Small firms, concentration and routes');
    expect(text).not.toContain('Segments compared');
  });

  it('coverage adds up to every contract of the segments, and its reasons open theirs', async () => {
    const overview = z
      .object({
        committedCoverage: z.object({
          total: z.number(),
          measured: z.number(),
          gaps: z.record(z.string(), z.number()),
        }),
      })
      .parse((await get('/api/v1/market/overview?segment=sector-systems')).json());
    const { total, measured, gaps } = overview.committedCoverage;
    expect(measured + Object.values(gaps).reduce((sum, count) => sum + count, 0)).toBe(total);
    for (const [gap, count] of Object.entries(gaps)) {
      const list = await get(`/api/v1/contracts/find?segment=sector-systems&notCommitted=${gap}&limit=1`);
      expect(answer.parse(list.json()).total.count, gap).toBe(count);
    }
  });

  it('a segment without contracts says that there is not enough data, and shows no rate', async () => {
    const text = visibleText((await get('/market/segments/emerging-technology')).body);
    expect(text).toContain('Not enough data.');
    expect(text).not.toMatch(/\b0%/u);
  });

  it('the pages of a buyer and a supplier show their segments, and every cell opens its contracts', async () => {
    let seen = 0;
    for (const side of ['buyers', 'suppliers'] as const) {
      const { items } = z
        .object({ items: z.array(z.object({ id: z.string() })) })
        .parse((await get(`/api/v1/${side}/find?limit=3`)).json());
      for (const { id } of items) {
        const { body } = await get(`/${side}/${id}`);
        expect(await htmlFaults(body)).toEqual([]);
        const figures = figuresOf(body).filter(({ href }) => href.includes('counted='));
        seen += figures.length;
        for (const { href, text } of figures) {
          const list = `/api/v1/contracts/find?${href.split('?')[1] ?? ''}&limit=1&facets=false`;
          const { total } = answer.parse((await get(list)).json());
          expect(text.replaceAll(',', ''), href).toMatch(new RegExp(`(^|\\D)${total.count}(\\D|$)`, 'u'));
        }
      }
    }
    expect(seen).toBeGreaterThan(4);
  });

  describe('files', () => {
    it('every chart has its figures as CSV, equal to those of the page', async () => {
      const { body } = await get('/market');
      const files = linksOf(body).filter(({ href }) => href.startsWith('/api/v1/market/figures'));
      expect(files.length).toBeGreaterThanOrEqual(5);
      for (const { href } of files) {
        const csv = await get(href);
        expect(csv.statusCode, href).toBe(200);
        expect(csv.body.split(/\r?\n/u)[0]).toBe(
          'chart,segment,period,key,measure,contracts,valuedContracts,pence,share,part,whole,value,low,high',
        );
      }
      const committed = await get('/api/v1/market/figures?chart=committed&format=csv');
      const overview = z
        .object({ committed: z.array(z.object({ pence: z.number() })) })
        .parse((await get('/api/v1/market/overview')).json());
      const inFile = committed.body
        .split(/\r?\n/u)
        .filter((line) => line.includes(',committed,'))
        .map((line) => Number(line.split(',')[7]));
      expect(inFile).toEqual(overview.committed.map(({ pence }) => pence));
    });

    it('renewals are a calendar with an entry for each', async () => {
      const file = await get('/market/renewals.ics?segment=sector-systems');
      expect(file.headers['content-type']).toContain('text/calendar');
      const found = z
        .object({ quarters: z.array(z.object({ contracts: z.number() })) })
        .parse((await get('/api/v1/market/renewals?segment=sector-systems')).json());
      const events = file.body.split('BEGIN:VEVENT').length - 1;
      expect(events).toBeGreaterThan(0);
      expect(events).toBeLessThanOrEqual(found.quarters.reduce((sum, { contracts }) => sum + contracts, 0));
    });
  });

  describe('what cannot be answered', () => {
    it.each([
      ['years the wrong way round', '/market?from=2026&to=2020', 'Must not be after 2020'],
      ['a segment that is none', '/market/segments/steam-engines', 'Must be one of'],
      ['a quarter that is none', '/market/renewals?quarter=2027-Q5', '2027-Q1'],
      ['a chart that is none', '/api/v1/market/figures?chart=pie', 'Must be one of'],
    ])('%s gets a sentence that helps', async (_, url, help) => {
      const refused = await get(url);
      expect(refused.statusCode).toBe(400);
      expect(refused.body).toContain(help);
    });
  });
});
