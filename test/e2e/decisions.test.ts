import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
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

  /** Fills in fields of the form by their names and sends it. */
  async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`main [name="${name}"]`);
      const kind = await field
        .first()
        .evaluate((element: HTMLElement) => element.getAttribute('type') ?? element.tagName);
      if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check();
      else if (kind === 'checkbox') await field.check();
      else if (kind === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
    await page.locator('main form button[type="submit"]').first().click();
    expect(await page.locator('.govuk-error-summary').count(), await page.locator('main').innerText()).toBe(
      0,
    );
  }

  test('from nothing to a result that was worked out, without JavaScript, on a phone', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${base}/decisions`);
    await page.click('text=Begin a case');
    await fill(page, {
      title: 'Replace the permits service',
      buyer: 'Harbour Authority',
      buyerType: 'central-government',
      statement: 'Traders need permits within ten days.',
      outcome: 'Permits within ten days',
      neededBy: '31/3/2028',
      ifNothing: 'The contract ends and permits are issued on paper.',
      firstYear: '2027-28',
      years: '3',
      priceBase: '2026-27',
    });
    const address = page.url().replace(/\?.*$/u, '');
    const edit = async (part: string, fields: Readonly<Record<string, string>>): Promise<void> => {
      await page.goto(`${address}/edit/${part}`);
      await fill(page, fields);
    };
    await edit('delivery-models', {
      'add:business-as-usual': '',
      'add:do-minimum': '',
      'add:saas': '',
      'add:in-house-build': '',
    });
    await edit('cost-groups/new', { name: 'Running' });
    const options = ['business-as-usual', 'do-minimum', 'saas', 'in-house-build'];
    for (const [index, option] of options.entries())
      await edit('cost-lines/new', {
        label: `Running ${option}`,
        [`options:${option}`]: '',
        phase: 'run',
        group: 'running',
        unitCost: `${300 + 100 * index}k / ${400 + 100 * index}k / ${700 + 100 * index}k`,
        when: '2027-28 to 2029-30',
        'vat.treatment': 'recoverable',
      });
    await edit('risk-treatments/new', { group: 'running', method: 'bottom-up' });
    await edit('criteria/new', {
      name: 'Fit to the need',
      group: 'service-delivery',
      'anchors.worst': 'Fails it',
      'anchors.best': 'Meets it',
    });
    await edit('assessors/new', {
      post: 'Service owner',
      interestsDeclaredOn: '1/11/2026',
      interests: 'none',
    });
    await page.goto(`${address}/edit/weights`);
    await page.fill('main [name="criteria[0].swing"]', '100');
    await page.fill('main [name="weights.lockedBy"]', 'Facilitator');
    await page.click('text=Save and lock');
    await edit(
      'scores/service-owner',
      Object.fromEntries(
        options.map((option, index) => [`s.fit-to-the-need.${option}`, String(30 + 15 * index)]),
      ),
    );
    await page.goto(address);
    expect(await page.locator('#task-scores').innerText()).toContain('4 of 4');
    const { revision } = await (
      await page.request.get(`${base}/api/v1/decisions/show?case=replace-the-permits-service`)
    ).json();
    const worked = await page.request.post(`${base}/api/v1/decisions/work-out`, {
      data: { case: 'replace-the-permits-service' },
      headers: { origin: base },
    });
    expect(worked.ok(), await worked.text()).toBe(true);
    await page.goto(`${address}/compare?from=${revision}&to=${revision}`);
    const results = await page.locator('main').innerText();
    expect(results).toMatch(
      /What the method indicates: (?:Software as a service|In-house build by a permanent team)/u,
    );
    expect(results).toMatch(/£\d/u);
    await context.close();
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
