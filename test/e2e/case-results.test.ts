import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { saveCase } from '../../src/app/decisions/case-store.ts';
import { listen } from '../../src/server.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { appraisedCase } from '../factories/appraised-case.ts';
import { smallCase } from '../factories/sourcing-case.ts';
import { testApp } from '../support/app.ts';
import { chromiumPath, howToGetChromium, inPage, launchBrowser } from '../support/browser.ts';
import { testContext } from '../support/context.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';

if (chromiumPath === null) process.stderr.write(`${howToGetChromium}\n`);

const widths = [1280, 390] as const;
const kinds = [
  '/decisions/several/result',
  '/decisions/several/result?weight-fit=10&weight-people=90&price=x',
  '/decisions/permits/result',
  '/decisions/permits/map?option=product',
  '/methods',
  '/methods/simulation',
] as const;

describe.skipIf(chromiumPath === null)('the result of a case in a browser', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    const context = testContext({ register: database.register });
    const several = { ...appraisedCase(), id: 'several' };
    await saveCase(context, { text: stringify(several), seen: null });
    await workOutStored(context, 'several');
    await saveCase(context, { text: stringify(smallCase), seen: null });
    app = testApp({ register: database.register, pages: registerPages });
    base = await listen(app, { host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
  });

  async function withPage<Result>(
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    try {
      return await use(await context.newPage());
    } finally {
      await context.close();
    }
  }

  describe.each(widths)('%i pixels wide', (width) => {
    test.each(kinds)('%s breaks no rule of accessibility, and stays in its width', async (address) => {
      const wrong = await withPage({ viewport: { width, height: 900 } }, async (page) => {
        const found: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') found.push(message.text());
        });
        page.on('pageerror', (error) => found.push(error.message));
        await page.goto(base + address);
        const { violations } = await new AxeBuilder({ page })
          .options({ rules: { 'target-size': { enabled: true } } })
          .analyze();
        found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`));
        const over = await page.evaluate<number>(inPage.pixelsOver);
        if (over > 0) found.push(`runs ${over} pixels over`);
        return found;
      });
      expect(wrong).toEqual([]);
    });
  });

  const said = (page: Page): Promise<string> => page.locator('.ds-try__said').innerText();
  const order = (page: Page): Promise<string[]> => page.locator('[data-order] tr th').allInnerTexts();

  test('says the same of other weights with scripts and without', async () => {
    const query = '?weight-fit=20&weight-change=5&weight-people=65&weight-risk=10&price=90000';
    const answers = [];
    for (const javaScriptEnabled of [true, false])
      answers.push(
        await withPage({ javaScriptEnabled }, async (page) => {
          if (javaScriptEnabled) {
            await page.goto(`${base}/decisions/several/result`);
            await page.locator('.ds-try__slider').first().waitFor();
            for (const [name, value] of new URLSearchParams(query))
              await page.locator(`input[name="${name}"]`).evaluate((field, typed) => {
                if (field instanceof HTMLInputElement) field.value = typed;
              }, value);
            await page.locator('[name="price"]').dispatchEvent('input');
            expect(page.url()).toBe(`${base}/decisions/several/result`);
          } else await page.goto(`${base}/decisions/several/result${query}`);
          return { said: await said(page), order: await order(page) };
        }),
      );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.said).toContain('Where a point is worth £90,000, ');
  });

  test('moves weights by the keyboard, the others keeping their proportions', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${base}/decisions/several/result`);
      const before = await said(page);
      const slider = page.locator('#weight-people').locator('xpath=preceding-sibling::input');
      await slider.focus();
      await page.keyboard.press('End');
      expect(await page.locator('#weight-people').inputValue()).toBe('100');
      expect(await page.locator('#weight-fit').inputValue()).toBe('0');
      expect(await said(page)).not.toBe(before);
      expect(await said(page)).toContain('With these weights In-house build is worth most: 80 points.');
      for (const _ of [1, 2, 3, 4]) await page.keyboard.press('PageDown');
      const values = await page
        .locator('[data-weight]')
        .evaluateAll((fields) =>
          fields.map((field) => (field instanceof HTMLInputElement ? Number(field.value) : Number.NaN)),
        );
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 0);
    });
  });

  test('is worked out without scripts', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/decisions/permits/result`);
      await page.getByRole('button', { name: 'Work it out' }).click();
      expect(await page.locator('main').innerText()).toContain('The method indicates Build it.');
    });
  });
});
