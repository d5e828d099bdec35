import { expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { reconcileVerdicts } from '../../../../domain/spend/reconcile.ts';
import { presentBuyerSpend, presentReconciliation, type ReconciliationView } from './present.ts';

const supplier: ReconciliationView['suppliers'][number] = {
  supplier: { id: 's1', name: 'Aldergate Systems Ltd', kind: 'organisation', method: 'name' },
  verdict: 'over',
  lines: 4,
  paid: [{ vatBasis: 'net', inTermPence: 60_000, outsideTermPence: 5_000 }],
  contractCount: 2,
  committedPence: 50_000,
  valuedCount: 1,
  ceilingPence: 1_000_000,
  contractIds: ['c1', 'c2'],
};

const result = (changes: Partial<ReconciliationView> = {}): ReconciliationView => ({
  buyer: { id: 'b1', names: ['Marram District Council'] },
  firstMonth: '2024-04',
  lastMonth: '2024-06',
  suppliers: [
    supplier,
    {
      ...supplier,
      verdict: 'no-contract',
      contractCount: 0,
      committedPence: 0,
      valuedCount: 0,
      ceilingPence: null,
      contractIds: [],
    },
  ],
  suppliersTotal: 30,
  verdicts: reconcileVerdicts.map((verdict) => ({ verdict, suppliers: verdict === 'over' ? 1 : 0 })),
  unmatched: [{ kind: 'person', vatBasis: 'net', names: 3, lines: 5, sumPence: 700 }],
  contractsWithoutPayment: 1,
  ...changes,
});

const show = (given = result()): string =>
  renderPage('pages/spend/reconcile/page.njk', presentReconciliation(given, words));

test('payments stand beside the contracts, which open as a list', () => {
  const text = visibleText(show());
  expect(text).toContain('£650 ex VAT £50 of it outside the term of any contract held');
  expect(text).toContain('£500 value of 1 of 2 contracts framework ceiling £10,000');
  expect(text).toContain('Paid more than the contracts come to');
  expect(linksOf(show()).map(({ href }) => href)).toContain('/contracts?buyer=b1&supplier=s1');
});

test('what has no contract, and what could not be matched, is said', () => {
  const text = visibleText(show());
  expect(text).toContain('No contract held');
  expect(text).toContain('Likely people 3 5 £7 ex VAT');
  expect(text).toContain('1 contract of this buyer has no payment');
  expect(text).toContain('The 2 with most payments of 30 are shown.');
});

test('the buyer page gets a sentence and the ways to more, and nothing where no payment is held', () => {
  expect(presentBuyerSpend(result(), words)).toMatchObject({
    lead: 'The payments held (April 2024 to June 2024) name 30 suppliers of the register.',
    reconcileHref: '/spend/reconcile?buyer=b1',
    linesHref: '/spend?buyer=b1',
  });
  expect(presentBuyerSpend(result({ firstMonth: null, lastMonth: null }), words)).toBeNull();
});

test('every state is valid HTML', async () => {
  const empty = result({
    suppliers: [],
    suppliersTotal: 0,
    unmatched: [],
    firstMonth: null,
    lastMonth: null,
    buyer: { id: null, names: [] },
  });
  expect(visibleText(show(empty))).toContain('No payment of this buyer is held.');
  for (const given of [empty, result(), result({ suppliers: [] })])
    expect(await htmlFaults(show(given))).toEqual([]);
});
