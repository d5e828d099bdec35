import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** Where a Chromium may lie; CHROMIUM_PATH names another place. */
const places = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine, or null where there is none. */
export const chromiumPath: string | null = places.find((place) => place !== '' && existsSync(place)) ?? null;

/** How to get a browser, for whoever runs the tests without one. */
export const howToGetChromium =
  'Browser tests are skipped: no Chromium was found. Get one with "apt-get install chromium", or name yours in CHROMIUM_PATH.';

/** Starts the browser. It needs no sandbox: it opens only pages of our own. */
export async function launchBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error(howToGetChromium);
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** What tests ask of a page, as the text of a program that runs in it. */
export const inPage = {
  /** How many pixels the page is wider than its window. */
  pixelsOver: 'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  /** Puts a field without a label on the page. */
  plantFault: "document.querySelector('main').append(document.createElement('input'))",
  /** Whether what has the focus shows it by an outline or a shadow; a checkbox does so in its label. */
  showsFocus: `(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return true;
    const styles = [getComputedStyle(focused)];
    if (focused.matches('[type="checkbox"], [type="radio"]')) styles.push(getComputedStyle(focused.nextElementSibling, '::before'));
    return styles.some((style) => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px'));
  })()`,
} as const;
