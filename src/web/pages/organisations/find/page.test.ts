import { expect, test } from 'vitest';
import { organisationItemView } from '../../../../../test/factories/register-views.ts';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { findOrganisationsInput } from '../../../../app/buyers/views.ts';
import type { Side } from './present.ts';
import { presentOrganisations } from './present.ts';

const show = (
  side: Side,
  items = [organisationItemView()],
  input: object = {},
  place: { from?: number; next?: string; previous?: string } = {},
): string => {
  const asked = findOrganisationsInput.parse(input);
  const total = { count: items.length, isCapped: false };
  const found = { items, total, from: 1, next: null, previous: null, ...place };
  return renderPage('pages/organisations/find/page.njk', presentOrganisations(found, asked, side, words));
};

test('a sum says of how many contracts it is made', () => {
  expect(visibleText(show('buyers'))).toContain('£12.3m from 37 of 41 contracts');
});

test('an organisation without a believable value shows no sum', () => {
  const text = visibleText(show('buyers', [organisationItemView({ netPence: 0, netCount: 0 })]));
  expect(text).toContain('No value we can rely on');
  expect(text).not.toContain('£0');
});

test('numbers of contracts open those contracts', () => {
  expect(linksOf(show('buyers'))).toContainEqual({
    text: '41 Harbour District Council',
    href: '/contracts?buyer=b1',
  });
  expect(linksOf(show('suppliers')).map(({ href }) => href)).toContain('/contracts?supplier=b1');
});

test('a supplier shows its size, a buyer its type', () => {
  const item = organisationItemView({ scale: 'sme' });
  expect(visibleText(show('suppliers', [item]))).toContain('Small or medium-sized · Harbour');
  expect(visibleText(show('buyers', [item]))).toContain('Local government · Harbour');
});

test('the pages beside keep name and order, and the rows are numbered', () => {
  const asked = { q: 'ltd', sort: 'value', cursor: 'b', limit: 10 };
  const html = show('suppliers', [organisationItemView()], asked, { from: 31, next: 'c', previous: 'a' });
  expect(linksOf(html)).toContainEqual({
    text: 'Next page',
    href: '/suppliers?q=ltd&sort=value&limit=10&cursor=c',
  });
  expect(linksOf(html)).toContainEqual({
    text: 'Previous page',
    href: '/suppliers?q=ltd&sort=value&limit=10&cursor=a',
  });
  expect(visibleText(html)).toContain('31–31 of 1 supplier');
});

test('where no name fits, the contracts can be searched instead', () => {
  const html = show('buyers', [], { q: 'zebra' });
  expect(visibleText(html)).toContain('No buyer has this in its name.');
  expect(linksOf(html).map(({ href }) => href)).toContain('/contracts?q=zebra');
});

test('both pages are valid HTML', async () => {
  expect(
    await htmlFaults(
      show('buyers', [organisationItemView()], { cursor: 'x' }, { from: 26, next: 'y', previous: 'z' }),
    ),
  ).toEqual([]);
  expect(await htmlFaults(show('suppliers', []))).toEqual([]);
});
