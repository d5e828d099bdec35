import type { Page } from 'playwright-core';

/** Fields of a form by their names; an empty text ticks a checkbox. */
export type Filling = Readonly<Record<string, string>>;

/** Two ways to use a page: by pointing at it, or with the keyboard alone. */
export type Hands = {
  /** Fills fields in and sends their form by the button; its text where a form has several. */
  fill(page: Page, fields: Filling, button?: string): Promise<void>;
  /** Follows the link to an address of the page. */
  follow(page: Page, href: string): Promise<void>;
};

/** Points, as a finger on a phone does. */
export const pointingHands: Hands = {
  async fill(page, fields, button) {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`main [name="${name}"]`);
      const kind = await kindOf(page, name);
      if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check();
      else if (kind === 'checkbox') await field.check();
      else if (kind === 'select') await field.selectOption(value);
      else await field.fill(value);
    }
    await page.locator(buttonOf(button)).first().click();
  },
  async follow(page, href) {
    await page.locator(`a[href="${href}"]`).first().click();
  },
};

/** Tab, Enter, Space, arrows and letters; nothing else. */
export const typingHands: Hands = {
  async fill(page, fields, button) {
    const { keyboard } = page;
    for (const [name, value] of Object.entries(fields)) {
      const kind = await kindOf(page, name);
      await tabTo(page, `main [name="${name}"]`);
      if (kind === 'checkbox') await keyboard.press('Space');
      else if (kind === 'radio') {
        await keyboard.press('Space');
        await pressUntil(page, 'ArrowDown', `[name="${name}"][value="${value}"]`);
      } else if (kind === 'select') {
        const { length } = await page.locator(`main [name="${name}"] option`).all();
        const chosen = page.locator(`main [name="${name}"]`);
        for (let pressed = 0; pressed < length && (await chosen.inputValue()) !== value; pressed += 1)
          await keyboard.press('ArrowDown');
      } else {
        await keyboard.press('ControlOrMeta+a');
        await keyboard.type(value);
      }
    }
    await tabTo(page, buttonOf(button));
    await sendBy(page);
  },
  async follow(page, href) {
    await tabTo(page, `a[href="${href}"]`);
    await sendBy(page);
  },
};

async function sendBy(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), page.keyboard.press('Enter')]);
}

const buttonOf = (text: string | undefined): string =>
  text === undefined ? 'main form button[type="submit"]' : `main form button:has-text("${text}")`;

async function kindOf(page: Page, name: string): Promise<string> {
  return page
    .locator(`main [name="${name}"]`)
    .first()
    .evaluate((field: HTMLElement) => field.getAttribute('type') ?? field.tagName.toLowerCase());
}

async function tabTo(page: Page, selector: string): Promise<void> {
  await pressUntil(page, 'Tab', selector);
}

/** More than the stops of the longest page. */
const mostPresses = 400;

/** Presses a key until what has the focus is what was looked for. */
async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  const wanted = page.locator(selector).and(page.locator(':focus'));
  for (let pressed = 0; pressed < mostPresses; pressed += 1) {
    if ((await wanted.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard never came to ${selector} on ${page.url()}.`);
}
