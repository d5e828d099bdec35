import { expect, test } from 'vitest';
import {
  headingLevels,
  htmlFaults,
  linksOf,
  renderPage,
  visibleText,
} from '../../../../../test/support/page.ts';
import { presentAbout } from './page.ts';

const html = renderPage('pages/site/about/page.njk', presentAbout());

test('the page names licence, privacy and the rule for suppliers who are people', () => {
  const text = visibleText(html);
  expect(text).toContain('Open Government Licence v3.0');
  expect(text).toContain('This service sets no cookies');
  expect(text).toContain('Such a supplier is shown only on the contract that names it.');
});

test('every source is linked', () => {
  const links = linksOf(html).map(({ text }) => text);
  expect(links).toEqual(expect.arrayContaining(['Find a Tender', 'Contracts Finder', 'Sell2Wales']));
});

test('the page has one first heading and is valid HTML', async () => {
  expect(headingLevels(html).filter((level) => level === 1)).toHaveLength(1);
  expect(await htmlFaults(html)).toEqual([]);
});
