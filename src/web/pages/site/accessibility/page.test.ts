import { expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText } from '../../../../../test/support/page.ts';
import { presentAccessibility } from './page.ts';

const html = renderPage('pages/site/accessibility/page.njk', presentAccessibility());

test('the statement names its standard and asks whoever runs the service to complete it', () => {
  const text = visibleText(html);
  expect(text).toContain('WCAG) 2.2 at level AA');
  expect(text).toContain('Whoever runs this service must complete this statement');
});

test('a problem can be reported from the statement', () => {
  expect(linksOf(html).map(({ href }) => href)).toContain('/corrections?page=%2Faccessibility');
});

test('the page is valid HTML', async () => {
  expect(await htmlFaults(html)).toEqual([]);
});
