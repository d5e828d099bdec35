import { expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText } from '../../../../../test/support/page.ts';
import { presentAccessibility } from './page.ts';

const html = renderPage('pages/site/accessibility/page.njk', presentAccessibility());

test('the statement says what was tested with what and when, what was not, and asks for no more than a contact', () => {
  const text = visibleText(html);
  expect(text).toContain('WCAG) 2.2 at level AA');
  expect(text).toContain('partially compliant');
  expect(text).toMatch(/Tested by programs on \d+ \w+ \d{4}, in Chromium \d+/);
  expect(text).toContain('nobody has listened to a page yet');
  expect(text.match(/Whoever runs this service must/g)).toHaveLength(1);
});

test('a problem can be reported from the statement', () => {
  expect(linksOf(html).map(({ href }) => href)).toContain('/corrections?page=%2Faccessibility');
});

test('the page is valid HTML', async () => {
  expect(await htmlFaults(html)).toEqual([]);
});
