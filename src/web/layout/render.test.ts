import { describe, expect, test } from 'vitest';
import { htmlFaults, linksOf, plainText, renderPage, words } from '../../../test/support/page.ts';
import type { Frame } from './render.ts';

const show = (frame: Partial<Frame> = {}): string =>
  renderPage('pages/corrections/report/received.njk', { backHref: '/' }, frame);

test('every page can be reported as wrong, with the address it was seen at', () => {
  const links = linksOf(show({ url: '/contracts?q=erp' }));
  expect(links).toContainEqual({
    text: 'Tell us this is wrong',
    href: '/corrections?page=%2Fcontracts%3Fq%3Derp',
  });
});

test('the address of a private page stays out of reports', () => {
  const html = show({ url: '/decisions/permits/sign', isPrivate: true });
  expect(html).not.toContain('/corrections');
  expect(html).not.toContain('Tell us this is wrong');
});

test('of a very long address only the path is reported', () => {
  const url = `/contracts?q=${'x'.repeat(400)}`;
  expect(linksOf(show({ url }))).toContainEqual({
    text: 'Tell us this is wrong',
    href: '/corrections?page=%2Fcontracts',
  });
});

test('invented notices are announced on every page, and real ones are not', () => {
  expect(plainText(show({ sample: 'only' }))).toContain('These are invented notices.');
  expect(plainText(show({ sample: 'mixed' }))).toContain('Invented and real notices stand together here.');
  expect(plainText(show({ sample: 'none' }))).not.toContain('nvented');
});

test('a page that names a person asks search engines to stay away', () => {
  expect(show({ isIndexed: false })).toContain('<meta name="robots" content="noindex">');
  expect(show()).not.toContain('noindex');
});

test('the title of a form with faults says so first', () => {
  expect(show({ title: 'Report', hasError: true })).toContain(
    '<title>Error: Report – Digital Sourcing</title>',
  );
});

test('the section of the menu that a page belongs to is marked', () => {
  expect(show({ section: 'buyers' })).toMatch(/href="\/buyers" aria-current="true"/u);
});

describe('what a strict content security policy allows', () => {
  const html = show();

  test('no script and no style stands in the page', () => {
    expect(html).not.toMatch(/<style|style="|\son\w+="/u);
    expect([...html.matchAll(/<script\b[^>]*>([^<]*)/gu)].map(([, body]) => body)).toEqual(['']);
  });

  test('everything that is loaded comes from the service itself', () => {
    const loaded = [...html.matchAll(/<(?:link|script|img)\b[^>]*(?:href|src)="([^"]+)"/gu)].map(
      ([, address]) => address,
    );
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((address) => !address?.startsWith('/assets/'))).toEqual([]);
  });
});

test('the page says its language and offers to skip to its content', () => {
  const html = show();
  expect(html).toContain(`<html lang="${words.language}"`);
  expect(linksOf(html)[0]).toEqual({ text: 'Skip to main content', href: '#main-content' });
});

test('a planted fault is found, so that the checks of HTML mean something', async () => {
  const html = show().replace('<main', '<img src="x.png"><h4>Too deep</h4><main style="color: red"');
  const faults = (await htmlFaults(html)).join('\n');
  for (const rule of ['heading-level', 'no-inline-style', 'wcag/h37']) expect(faults).toContain(rule);
});
