import { expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { findSpend } from '../../../../app/spend/find.ts';
import { presentSpend, type SpendParts } from './present.ts';

const nobody = { id: null, name: null, method: 'none' } as const;

const line: SpendParts['found']['items'][number] = {
  fileId: 'abc',
  row: 7,
  sheet: 'Apr',
  sheetRow: 9,
  fileName: 'spend.xlsx',
  publisher: 'Marram District Council',
  month: '2024-04',
  paidOn: '2024-04-05',
  pence: -123_450,
  kind: 'paid',
  vatBasis: 'unstated',
  buyer: { id: 'b1', name: 'Marram District Council', kind: 'organisation', method: 'name' },
  supplier: { id: 's1', name: 'Aldergate Systems Ltd', kind: 'organisation', method: 'number' },
  category: 'Licences',
  description: null,
  reference: null,
};

const file: SpendParts['held']['files'][number] = {
  fileId: 'abc',
  name: 'spend.xlsx',
  publisher: 'Marram District Council',
  publisherBasis: 'stated',
  series: '',
  kind: 'paid',
  vatBasis: 'unstated',
  encoding: 'xlsx',
  columns: { amount: 'Amount' },
  firstMonth: '2024-04',
  lastMonth: '2024-05',
  read: 1200,
  stored: 1197,
  leftOut: { total: 2, note: 1 },
  sumPence: 99_900,
  negative: 1,
  rounded: 0,
  undated: 0,
  notes: ['The file has two header rows, 1 and 2; they were read as one.'],
  state: 'partly-superseded',
  ingestedAt: '2026-11-01T12:00:00Z',
};

const parts = (changes: Partial<SpendParts> = {}): SpendParts => ({
  asked: findSpend.input.parse({ supplier: 'alder' }),
  found: {
    items: [
      line,
      { ...line, row: 8, sheet: null, supplier: { ...nobody, kind: 'person' } },
      { ...line, row: 9, supplier: { ...nobody, kind: 'withheld' } },
    ],
    sums: [{ kind: 'paid', vatBasis: 'unstated', lines: 3, sumPence: 5 }],
    next: 'xyz',
  },
  held: {
    files: [file],
    totals: [
      {
        kind: 'paid',
        vatBasis: 'net',
        publishers: 1,
        lines: 1,
        sumPence: 120_000_000,
        firstMonth: '2024-04',
        lastMonth: '2024-04',
      },
      {
        kind: 'reported',
        vatBasis: 'unstated',
        publishers: 2,
        lines: 10,
        sumPence: 100,
        firstMonth: '2024-04',
        lastMonth: '2024-05',
      },
    ],
  },
  ...changes,
});

const show = (given = parts()): string => renderPage('pages/spend/find/page.njk', presentSpend(given, words));

test('a payment shows its amount with the VAT basis, how its supplier was matched, and where it stands in its file', () => {
  const text = visibleText(show());
  expect(text).toContain('Aldergate Systems Ltd matched by company number');
  expect(text).toContain('5 April 2024 -£1,234.50 VAT not stated');
  expect(text).toContain('Licences spend.xlsx, Apr, row 9');
});

test('names of people and withheld names are said to be hidden', () => {
  const text = visibleText(show());
  expect(text).toContain('Likely a person: the name is not shown');
  expect(text).toContain('Withheld by the publisher');
});

test('sums are shown apart by kind and VAT basis', () => {
  const text = visibleText(show());
  expect(text).toContain('Paid, ex VAT £1.2m 1 payment of 1 publisher, April 2024');
  expect(text).toContain(
    'Sales that suppliers reported under a framework, VAT not stated £1 10 payments of 2 publishers, April 2024 to May 2024',
  );
});

test('a file says how many rows were stored and left out, and whether it counts', () => {
  const text = visibleText(show());
  expect(text).toContain('1,197 of 1,200 left out: 2 totals and 1 note');
  expect(text).toContain('Counts in part');
});

test('the next page keeps what was asked for', () => {
  expect(linksOf(show()).map(({ href }) => href)).toContain(
    '/spend?supplier=alder&sort=newest&limit=25&cursor=xyz',
  );
});

test('without any file the page says so, and every state is valid HTML', async () => {
  const empty = parts({ held: { files: [], totals: [] }, found: { items: [], sums: [], next: null } });
  expect(visibleText(show(empty))).toContain('No spend file is held yet.');
  const noMatch = parts({ found: { items: [], sums: [], next: null } });
  expect(visibleText(show(noMatch))).toContain('No payment is held that fits.');
  for (const given of [empty, noMatch, parts()]) expect(await htmlFaults(show(given))).toEqual([]);
});
