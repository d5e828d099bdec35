import { expect, test } from 'vitest';
import { dataStatusView } from '../../../../../test/factories/register-views.ts';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { DataStatus } from '../../../../app/data/views.ts';
import { presentHome, yearLater } from './present.ts';

const show = (changes: Partial<DataStatus> = {}): string =>
  renderPage('pages/site/home/page.njk', presentHome(dataStatusView(changes), '2026-11-01', words));

test('the home page says what is held and how new it is', () => {
  const text = visibleText(show());
  expect(text).toContain('contracts 3,524');
  expect(text).toContain('Newest notice: 30 October 2026');
});

test('the home page says what is missing, in numbers where there are some', () => {
  expect(visibleText(show())).toContain(
    'Of 70,000 notice numbers issued in 2026, we do not hold 10,000: their days were not read in here, or they were missed.',
  );
  expect(visibleText(show({ isSample: true }))).not.toContain('we do not hold');
});

test('contracts ending within a year are one link away', () => {
  expect(linksOf(show())).toContainEqual({
    text: 'Contracts ending within a year',
    href: '/contracts?endsFrom=2026-11-01&endsTo=2027-11-01&sort=ending',
  });
});

test('a year after a leap day is the first of March', () => {
  expect(yearLater('2028-02-29')).toBe('2029-03-01');
});

test('an empty register says how to fill it', () => {
  const counts = { releases: 0, processes: 0, contracts: 0, frameworks: 0, buyers: 0, suppliers: 0 };
  expect(visibleText(show({ counts, publishers: [], completeness: [] }))).toContain('The register is empty.');
});

test('the page is valid HTML', async () => {
  expect(await htmlFaults(show())).toEqual([]);
});
