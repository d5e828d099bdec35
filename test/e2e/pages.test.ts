import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBuyers } from '../../src/app/buyers/find-buyers.ts';
import { findContracts } from '../../src/app/contracts/find-contracts.ts';
import { addPurchase } from '../../src/app/pipeline/add.ts';
import { livePlaybook, savePlaybook } from '../../src/app/segments/playbook-store.ts';
import { findSuppliers } from '../../src/app/suppliers/find-suppliers.ts';
import { listen } from '../../src/server.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { purchaseCells } from '../factories/purchase-cells.ts';
import { testApp } from '../support/app.ts';
import { chromiumPath, howToGetChromium, inPage, launchBrowser } from '../support/browser.ts';
import { testContext } from '../support/context.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { fillWithSample } from '../support/sample-register.ts';
import { plantSpend } from '../support/spend-files.ts';

if (chromiumPath === null) process.stderr.write(`${howToGetChromium}\n`);

const widths = [1280, 390] as const;

/** A rule of WCAG 2.2 that axe leaves out unless it is asked to. */
const alsoChecked = { rules: { 'target-size': { enabled: true } } };

/** Spacing of text that a reader may set without losing anything (WCAG 2.2, success criterion 1.4.12). */
const textSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Every kind of page; each is looked at with something on it. */
const kinds = [
  'home',
  'contracts',
  'search',
  'later page',
  'nothing found',
  'contract',
  'framework',
  'ended contract',
  'intended award',
  'checks of a contract',
  'record',
  'buyers',
  'buyer',
  'suppliers',
  'supplier',
  'pairs to review',
  'decision asked',
  'decisions',
  'processes to review',
  'process decision asked',
  'decisions about processes',
  'identity keys',
  'payments',
  'buyers with payments',
  'payments against contracts',
  'buyer with payments',
  'pipeline',
  'pipeline of a year',
  'forecast',
  'planned purchases',
  'purchase entered',
  'purchase changed',
  'purchase withdrawn',
  'purchases uploaded',
  'quality of segments',
  'routes found',
  'ways in',
  'one route',
  'routes to check',
  'strategies',
  'strategy of a buyer',
  'strategy to edit',
  'segments side by side',
  'playbook',
  'playbook to edit',
  'part of a playbook',
  'checks of a playbook',
  'history of a playbook',
  'changes of a playbook',
  'draft to check',
  'products',
  'product',
  'vendors',
  'vendor group',
  'timetable asked',
  'timetable',
  'timetable too late',
  'data',
  'about',
  'accessibility',
  'corrections',
  'received',
  'not found',
  'bad request',
] as const;
type Kind = (typeof kinds)[number];

describe.skipIf(chromiumPath === null)('the pages in a browser', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let browser: Browser;
  let base: string;
  let addresses: Record<Kind, string>;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    await fillWithSample(database.register);
    app = testApp({ register: database.register, pages: registerPages });
    base = await listen(app, { host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
    addresses = await readAddresses(testContext({ register: database.register }));
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await database.drop();
  });

  async function withPage<Result>(
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page, context: BrowserContext) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext(options);
    try {
      return await use(await context.newPage(), context);
    } finally {
      await context.close();
    }
  }

  describe.each(widths)('%i pixels wide', (width) => {
    test.each(kinds)(
      '%s: breaks no rule of accessibility, stays in its width, loads nothing it must not',
      async (kind) => {
        const wrong = await withPage({ viewport: { width, height: 900 } }, async (page) => {
          const found: string[] = [];
          page.on('console', (message) => {
            const isOwnStatus = message.text().includes('status of 4');
            if (message.type() === 'error' && !isOwnStatus) found.push(message.text());
          });
          await page.goto(base + addresses[kind]);
          const { violations } = await new AxeBuilder({ page }).options(alsoChecked).analyze();
          found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`));
          const over = await page.evaluate<number>(inPage.pixelsOver);
          if (over > 0) found.push(`runs ${over} pixels over`);
          return found;
        });
        expect(wrong).toEqual([]);
      },
    );
  });

  test('a planted fault is found, so that the checks of accessibility mean something', async () => {
    const ids = await withPage({}, async (page) => {
      await page.goto(`${base}/about`);
      await page.evaluate(inPage.plantFault);
      return (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
    });
    expect(ids).toContain('label');
  });

  test('with the keyboard alone: search, choose a filter, open a contract, reach the download', async () => {
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${base}/contracts`);
      await page.keyboard.press('Tab');
      expect(await focusedText(page)).toBe('Skip to main content');
      await page.keyboard.press('Enter');
      await tabTo(page, 'input#q');
      await page.keyboard.type('system');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=system/u);
      await tabTo(page, 'input[name="status"]');
      await page.keyboard.press('Space');
      await tabTo(page, '.ds-filters__body button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/status=/u);
      await tabTo(page, '.ds-download a');
      expect(await focusedText(page)).toBe('CSV');
      await tabTo(page, '.ds-card__title a', 'Shift+Tab');
      const title = await focusedText(page);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/contracts\/\w+$/u);
      expect(await page.locator('h1').textContent()).toBe(title);
    });
  });

  test('whatever has the focus shows it', async () => {
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${base}/contracts?status=live`);
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate<boolean>(inPage.showsFocus), await focusedText(page)).toBe(true);
      }
    });
  });

  test('without JavaScript: search, filter, take the filter away, sort, report', async () => {
    await withPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(base);
      await page.fill('#q', 'system');
      await page.click('.ds-search__button');
      const all = await page.textContent('.ds-results__total');
      await page.click('.ds-filters__summary');
      await page.locator('.ds-facet[open] label').first().click();
      await page.click('.ds-filters__body button');
      expect(await page.locator('.ds-chip').count()).toBe(1);
      await page.click('.ds-chip');
      expect(await page.textContent('.ds-results__total')).toBe(all);
      await page.selectOption('#sort', 'value');
      await page.click('.ds-sort__button');
      expect(page.url()).toContain('sort=value');
      await page.click('.ds-wrong a');
      await page.click('main form[method="post"] button');
      expect(await page.textContent('.govuk-error-summary')).toContain('Say what is wrong');
      await page.fill('#message', 'The order is not what I expect.');
      await page.click('main form[method="post"] button');
      expect(await page.textContent('h1')).toContain('We have your report');
    });
  });

  test('without JavaScript: enter a purchase, put right what is missing, upload a file', async () => {
    await withPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(`${base}/pipeline/purchases/add`);
      await page.fill('#reference', 'P-7');
      await page.check('input[name="shareable"][value="no"]');
      await page.click('main form[method="post"] button');
      expect(await page.textContent('.govuk-error-summary')).toContain('Enter what is bought');
      expect(await page.inputValue('#reference')).toBe('P-7');
      expect(await page.isChecked('input[name="shareable"][value="no"]')).toBe(true);
      await page.goto(`${base}/pipeline/purchases/upload`);
      const buffer = Buffer.from('buyer,reference\r\nNobody,P-8\r\n');
      await page.setInputFiles('#file', { name: 'plan.csv', mimeType: 'text/csv', buffer });
      await page.click('main form[method="post"] button');
      expect(await page.textContent('.govuk-error-summary')).toContain(
        'Row 1, title: The column is missing.',
      );
    });
  });

  test('with the keyboard alone: a summary of errors leads to the field, and a radio is chosen', async () => {
    await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(`${base}/pipeline/purchases/add`);
      await tabTo(page, 'main form[method="post"] button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.govuk-error-summary:focus');
      await tabTo(page, '.govuk-error-summary a[href="#stage"]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('input#stage:focus');
      await page.keyboard.press('ArrowDown');
      expect(await page.isChecked('input[name="stage"][value="business-case"]')).toBe(true);
    });
  });

  test('a summary of errors takes the focus, so that a screen reader begins there', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${base}/corrections?page=/data`);
      await page.click('main form[method="post"] button');
      await page.waitForSelector('.govuk-error-summary:focus');
    });
  });

  test('text that a reader has spaced out stays on the page', async () => {
    // Our policy would refuse the style that an extension of the reader's browser adds.
    await withPage({ viewport: { width: 390, height: 800 }, bypassCSP: true }, async (page) => {
      for (const address of Object.values(addresses)) {
        await page.goto(base + address);
        await page.addStyleTag({ content: textSpacing });
        expect(await page.evaluate<number>(inPage.pixelsOver), address).toBeLessThanOrEqual(0);
      }
    });
  });

  test('text at four times its size stays on the page', async () => {
    await withPage({ viewport: { width: 320, height: 256 } }, async (page) => {
      for (const address of Object.values(addresses)) {
        await page.goto(base + address);
        expect(await page.evaluate<number>(inPage.pixelsOver), address).toBeLessThanOrEqual(0);
      }
    });
  });
});

async function readAddresses(context: ReturnType<typeof testContext>): Promise<Record<Kind, string>> {
  const ask = { facets: false, limit: 1 };
  const find = async (input: object) =>
    (await findContracts.run(context, findContracts.input.parse({ ...ask, ...input }))).items[0];
  const contract = await find({ status: ['live'], agreements: 'contracts', sort: 'value' });
  const framework = await find({ agreements: 'frameworks', sort: 'value' });
  const ended = await find({ status: ['terminated', 'cancelled', 'ended'] });
  const intended = await find({ status: ['intended'] });
  const { next } = await findContracts.run(context, findContracts.input.parse({}));
  const buyers = await findBuyers.run(context, findBuyers.input.parse({}));
  const suppliers = await findSuppliers.run(context, findSuppliers.input.parse({}));
  const payer = await plantSpend(context);
  const purchase = await addPurchase.run(
    context,
    addPurchase.input.parse({ ...purchaseCells, buyer: buyers.items[0]?.id }),
  );
  const { text } = await livePlaybook(context, 'cloud-hosting');
  await savePlaybook(context, 'cloud-hosting', { text: text.replace('Rented computing', 'Hired computing') });
  return {
    home: '/',
    contracts: '/contracts',
    search: '/contracts?q=system&status=live&buyerType=nhs&buyerType=local-government',
    'later page': `/contracts?cursor=${next ?? ''}`,
    'nothing found': '/contracts?q=%22no+such+words%22',
    contract: `/contracts/${contract?.id ?? ''}`,
    framework: `/contracts/${framework?.id ?? ''}`,
    'ended contract': `/contracts/${ended?.id ?? ''}`,
    'intended award': `/contracts/${intended?.id ?? ''}`,
    'checks of a contract': `/contracts/${contract?.id ?? ''}/checks`,
    record: `/processes/${encodeURIComponent(contract?.ocid ?? '')}`,
    buyers: '/buyers',
    buyer: `/buyers/${buyers.items[0]?.id ?? ''}`,
    suppliers: '/suppliers?q=ltd&sort=name',
    supplier: `/suppliers/${suppliers.items[0]?.id ?? ''}`,
    'pairs to review': '/organisations/review',
    'decision asked': `/organisations/decide?action=merge&one=${suppliers.items[0]?.id ?? ''}&other=${suppliers.items[1]?.id ?? ''}`,
    decisions: '/organisations/decisions',
    'identity keys': `/organisations/${suppliers.items[0]?.id ?? ''}/keys`,
    'processes to review': '/processes/review',
    'process decision asked': `/processes/decide?action=apart&one=${encodeURIComponent(contract?.ocid ?? '')}&other=${encodeURIComponent(framework?.ocid ?? '')}`,
    'decisions about processes': '/processes/decisions',
    payments: '/spend',
    'buyers with payments': '/spend/reconcile',
    'payments against contracts': `/spend/reconcile?buyer=${payer}`,
    'buyer with payments': `/buyers/${payer}`,
    pipeline: '/pipeline',
    'pipeline of a year': '/pipeline?year=2027&source=renewal&years=3',
    forecast: '/pipeline/forecast',
    'planned purchases': '/pipeline/purchases?done=added',
    'purchase entered': '/pipeline/purchases/add',
    'purchase changed': `/pipeline/purchases/${purchase.id}/change`,
    'purchase withdrawn': `/pipeline/purchases/${purchase.id}/withdraw`,
    'purchases uploaded': '/pipeline/purchases/upload',
    'quality of segments': '/segments/quality',
    'routes found':
      '/routes?segment=sector-systems&valueExVat=1100000&months=36&bodyType=local-government&nation=england&start=2027-02-01',
    'ways in': '/routes/doors',
    'one route': '/routes/g-cloud-15',
    'routes to check': '/routes/checks',
    strategies: '/strategies',
    'strategy of a buyer': `/strategies/${buyers.items[0]?.id ?? ''}`,
    'strategy to edit': `/strategies/${buyers.items[0]?.id ?? ''}/edit`,
    'segments side by side': '/segments',
    playbook: '/segments/cloud-hosting/playbook',
    'playbook to edit': '/segments/cloud-hosting/edit',
    'part of a playbook': '/segments/cloud-hosting/edit/levers',
    'checks of a playbook': '/segments/cloud-hosting/edit/checks',
    'history of a playbook': '/segments/cloud-hosting/history',
    'changes of a playbook': '/segments/cloud-hosting/diff',
    'draft to check': '/segments/check',
    products: '/products',
    product: '/products/dwellmark-housing',
    vendors: '/vendors',
    'vendor group': '/vendors/dwellmark',
    'timetable asked': '/routes/timetable?plan=yes&nation=england&fixed=award-approval',
    timetable: '/routes/timetable?procedure=competitive-flexible&start=2027-01-04&bodyType=nhs',
    'timetable too late': '/routes/timetable?procedure=open&goLive=2027-01-04&with=qualifying-notice',
    data: '/data',
    about: '/about',
    accessibility: '/accessibility',
    corrections: '/corrections?page=/data',
    received: '/corrections/received?page=/data',
    'not found': '/nothing',
    'bad request': '/contracts?statuss=live',
  };
}

/** Presses Tab until what matches has the focus; a reader would give up after a few hundred. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press(key);
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`The keyboard never reaches ${selector}.`);
}

async function focusedText(page: Page): Promise<string> {
  return ((await page.locator(':focus').textContent()) ?? '').trim();
}
