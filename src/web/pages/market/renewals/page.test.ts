import { expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { RenewalItem, Renewals } from '../../../../app/market/renewals-view.ts';
import { presentRenewals } from './present.ts';

const item: RenewalItem = {
  id: 'c1',
  contracts: [
    { id: 'c1', suppliers: ['Aldergate Systems Ltd'] },
    { id: 'c2', suppliers: ['Brackwater Cloud Ltd'] },
    { id: 'c3', suppliers: [] },
  ],
  title: 'Digital specialists',
  segment: 'digital-specialists',
  route: 'open-competition',
  buyer: { id: 'b1', name: 'Marram District Council' },
  suppliers: ['Aldergate Systems Ltd', 'Brackwater Cloud Ltd'],
  netPence: 300_000,
  netCount: 2,
  endOn: '2027-03-31',
  maxEndOn: null,
  decision: null,
};

const found = (items: RenewalItem[]): Renewals => ({
  scope: { segments: [], buyerTypes: [], from: 2021, to: 2026 },
  asOf: '2026-11-01',
  quarters: [{ quarter: '2027-Q1', contracts: 3, netCount: 2, netPence: 300_000 }],
  coverage: { total: 3, measured: 3, gaps: {} },
  listed: {
    renewals: items.length,
    contracts: items.reduce((sum, { contracts }) => sum + contracts.length, 0),
  },
  items,
  from: 1,
  next: null,
  previous: null,
});
const show = (items: RenewalItem[]): string =>
  renderPage(
    'pages/market/renewals/page.njk',
    presentRenewals(found(items), { segment: [], buyerType: [], limit: 25 }, words),
  );

test('contracts that were let together are one line that leads to each of them', async () => {
  const html = show([item]);
  expect(visibleText(html)).toContain('3 contracts let together');
  expect(visibleText(html)).toContain('3 contracts in 1 renewal');
  expect(visibleText(html)).toContain('£3,000');
  const links = linksOf(html).filter(({ href }) => href.startsWith('/contracts/'));
  expect(links.map(({ href, text }) => [href, text])).toEqual([
    ['/contracts/c1', 'Digital specialists'],
    ['/contracts/c1', 'Aldergate Systems Ltd'],
    ['/contracts/c2', 'Brackwater Cloud Ltd'],
    ['/contracts/c3', 'Contract, supplier not named'],
  ]);
  expect(await htmlFaults(html)).toEqual([]);
});

test('one contract alone is what the title leads to', () => {
  const html = show([{ ...item, contracts: item.contracts.slice(0, 1) }]);
  expect(visibleText(html)).not.toContain('let together');
  expect(linksOf(html).filter(({ href }) => href.startsWith('/contracts/'))).toHaveLength(1);
});
