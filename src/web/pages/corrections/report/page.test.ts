import { expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { ownPath, presentCorrectionForm } from './present.ts';

const typed = { page: '/contracts/c1', message: '', replyTo: '' };
const show = (changes: Partial<typeof typed> = {}, faults: Record<string, string> = {}): string =>
  renderPage(
    'pages/corrections/report/page.njk',
    presentCorrectionForm({ ...typed, ...changes }, faults, words),
  );

test('the form names the page that it is about', () => {
  expect(visibleText(show())).toContain('Page: /contracts/c1');
});

test('a form with faults says what to do, beside the field and at the top, and keeps what was typed', () => {
  const html = show({ replyTo: 'me@nowhere', message: 'x' }, { message: '…', replyTo: '…' });
  expect(linksOf(html).filter(({ href }) => href.startsWith('#'))).toEqual(
    expect.arrayContaining([
      { text: 'Say what is wrong', href: '#message' },
      { text: words.corrections.replyWrong, href: '#replyTo' },
    ]),
  );
  expect(html).toContain('value="me@nowhere"');
});

test('a report that is too long says so', () => {
  expect(visibleText(show({ message: 'x'.repeat(5000) }, { message: '…' }))).toContain('Use fewer words');
});

test('what was typed is shown as text', () => {
  expect(show({ message: '</textarea><script>alert(1)</script>' })).not.toContain('<script>alert');
});

test('only a path of this site is a page', () => {
  expect(ownPath('/contracts/c1?q=x')).toBe('/contracts/c1?q=x');
  expect(ownPath('//example.org')).toBe('/');
  expect(ownPath('/\\example.org')).toBe('/');
  expect(ownPath('https://example.org')).toBe('/');
  expect(ownPath(undefined)).toBe('/');
});

test('the form and the confirmation are valid HTML', async () => {
  expect(await htmlFaults(show())).toEqual([]);
  expect(await htmlFaults(show({}, { message: '…', replyTo: '…' }))).toEqual([]);
  expect(await htmlFaults(renderPage('pages/corrections/report/received.njk', { backHref: '/' }))).toEqual(
    [],
  );
});
