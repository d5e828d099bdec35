import { expect, test } from 'vitest';
import { organisationDetailView } from '../../../../../test/factories/register-views.ts';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { OrganisationDetail } from '../../../../app/buyers/views.ts';
import type { Side } from '../find/present.ts';
import { presentOrganisation } from './present.ts';

const show = (changes: Partial<OrganisationDetail> = {}, side: Side = 'buyers'): string =>
  renderPage(
    'pages/organisations/show/page.njk',
    presentOrganisation(organisationDetailView(changes), side, words),
  );

test('money is shown with its basis and with how many contracts it is made of', () => {
  const text = visibleText(show());
  expect(text).toContain('Value of contracts let, ex VAT £12.3m from 37 of 41 contracts');
  expect(text).toContain(
    'framework ceilings, estimates, final values and amounts that cannot be believed are left out.',
  );
});

test('years come newest first, each opening its contracts, and a bar repeats each number', () => {
  const html = show();
  const years = linksOf(html).filter(({ href }) => href.includes('year='));
  expect(years).toEqual([
    { text: '2026', href: '/contracts?buyer=b1&year=2026' },
    { text: '2025', href: '/contracts?buyer=b1&year=2025' },
  ]);
  expect([...html.matchAll(/ds-bar__part" width="([\d.]+)"/gu)].map(([, width]) => width)).toEqual([
    '100',
    '50',
  ]);
  expect(html).not.toContain('style=');
});

test('the change of law is named beside the years', () => {
  expect(visibleText(show())).toContain('24 February 2025');
});

test('a counterpart without a page is named without a link', () => {
  const texts = linksOf(show()).map(({ text }) => text);
  expect(texts).toContain('Lantern Software Ltd');
  expect(texts).not.toContain('A person');
});

test('an organisation on both sides leads to its other side', () => {
  expect(linksOf(show({}, 'buyers')).map(({ href }) => href)).toContain('/suppliers/b1');
  expect(linksOf(show({}, 'suppliers')).map(({ href }) => href)).toContain('/buyers/b1');
  expect(linksOf(show({ alsoOnOtherSide: false })).map(({ href }) => href)).not.toContain('/suppliers/b1');
});

test('numbers of a facet open just those contracts', () => {
  expect(linksOf(show())).toContainEqual({
    text: '72 IT services: consulting, development, support , 12 contracts',
    href: '/contracts?buyer=b1&cpvDivision=72',
  });
});

test('an organisation of which little is known has a valid page too', async () => {
  const bare = {
    years: [],
    counterparts: [],
    endingNext: [],
    newest: [],
    facets: [],
    identifiers: [],
    otherNames: [],
  };
  expect(await htmlFaults(show({ ...bare, firstOn: null, lastOn: null, place: null, netCount: 0 }))).toEqual(
    [],
  );
  expect(await htmlFaults(show())).toEqual([]);
});
