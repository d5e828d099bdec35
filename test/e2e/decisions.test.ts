import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../src/server.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { chromiumPath, howToGetChromium, inPage, launchBrowser } from '../support/browser.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';

if (chromiumPath === null) process.stderr.write(`${howToGetChromium}\n`);

/** A rule of WCAG 2.2 that axe leaves out unless it is asked to. */
const alsoChecked = { rules: { 'target-size': { enabled: true } } };

const full = '/tideway-case-management';

/** Every kind of page of a case, with something on it. */
const looked = [
  '',
  '/new',
  full,
  `${full}/versions`,
  `${full}/compare`,
  `${full}/checks`,
  ...[
    'about',
    'triage',
    'public-interest-test',
    'map-text',
    'delivery-models',
    'options',
    'options/6',
    'test-grid',
    'cost-lines',
    'cost-lines/1',
    'cost-file',
    'correlations/1',
    'criteria-library',
    'weights',
    'scores',
    'scores/design',
    'approvals',
    'approvals/new',
  ].map((part) => `${full}/edit/${part}`),
];

describe.skipIf(chromiumPath === null)('a case in a browser', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    app = testApp({ register: database.register, pages: registerPages });
    base = await listen(app, { host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
    await app.inject({
      method: 'POST',
      url: '/decisions/new',
      headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'example=case-management',
    });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
  });

  describe.each([1280, 390])('%i pixels wide', (width) => {
    test.each(looked)('%s breaks no rule of accessibility and stays in its width', async (place) => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${base}/decisions${place}`);
      const { violations } = await new AxeBuilder({ page }).options(alsoChecked).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await page.evaluate<number>(inPage.pixelsOver)).toBe(0);
      await context.close();
    });
  });
});
