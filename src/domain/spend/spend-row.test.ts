import { describe, expect, it } from 'vitest';
import type { Layout } from './detect-layout.ts';
import { reconcile, type ContractBetween } from './reconcile.ts';
import { payeeOf, payerKeyOf } from './spend-party.ts';
import { readRow, type ReadRow } from './spend-row.ts';

const layout: Layout = {
  headerRows: [1],
  headings: ['Date', 'Supplier', 'Description', 'Amount'],
  columns: new Map([
    ['date', 0],
    ['supplier', 1],
    ['description', 2],
    ['amount', 3],
  ]),
};
const read = (cells: string[], sums = { all: 0, sinceTotal: 0 }): ReadRow =>
  readRow(cells, { layout, dayOrder: 'day-first', decimalMark: '.' }, sums);

describe('a row of a spend file', () => {
  it('is a payment', () => {
    expect(read(['04/01/2017', 'Alpha Ltd', ' Paper ', '(12.00)'])).toEqual({
      kind: 'line',
      line: {
        pence: -1200,
        isRounded: false,
        paidOn: '2017-01-04',
        hasUnreadableDate: false,
        payee: { kind: 'organisation', name: 'Alpha Ltd', key: 'name:supplier:alpha ltd' },
        buyer: null,
        category: null,
        description: 'Paper',
        reference: null,
      },
    });
  });

  it.each([
    ['a total', ['', 'Total', '', '100.00']],
    ['a grand total', ['Grand Total:', '', '', '£100.00']],
    ['a total of something', ['', '', 'Total for April', '100.00']],
    ['what Excel writes under a group', ['', 'Alpha Ltd Total', '', '100.00']],
    ['a total without a number', ['', 'Total', '', '']],
  ])('is %s', (_, cells) => {
    expect(read(cells)).toEqual({ kind: 'left-out', reason: 'total' });
  });

  it.each([
    ['a supplier called so', ['04/01/2017', 'TOTAL PRODUCE LTD', '', '5']],
    ['a supplier called so, without a date', ['', 'Total Gas & Power Limited', '', '5']],
    ['what was bought', ['04/01/2017', 'Alpha Ltd', 'Total maintenance', '5']],
  ])('is no total for %s', (_, cells) => {
    expect(read(cells).kind).toBe('line');
  });

  it('with nothing but the sum of the rows above is a total; with another number it is a payment', () => {
    expect(read(['', '', '', '150.00'], { all: 15_000, sinceTotal: 15_000 })).toEqual({
      kind: 'left-out',
      reason: 'total',
    });
    expect(read(['', '', '', '50.00'], { all: 15_000, sinceTotal: 5000 })).toEqual({
      kind: 'left-out',
      reason: 'total',
    });
    expect(read(['', '', '', '149.99'], { all: 15_000, sinceTotal: 15_000 }).kind).toBe('line');
  });

  it.each([
    ['repeated-heading', ['Date', 'Supplier', 'Description', 'Amount']],
    ['repeated-heading', ['Payment date', 'Name of supplier', 'Description of goods', 'Amount paid (£)']],
    ['unreadable-amount', ['01/02/2025', 'Supplier', 'Description', 'Amount']],
    ['no-amount', ['04/01/2017', 'Alpha Ltd', 'Paper', '']],
    ['unreadable-amount', ['04/01/2017', 'Alpha Ltd', 'Paper', 'tbc']],
    ['note', ['Extracted on 1 May', '', '', '']],
  ])('is left out as %s', (reason, cells) => {
    expect(read(cells)).toEqual({ kind: 'left-out', reason });
  });

  it('keeps a payment whose date cannot be read', () => {
    expect(read(['soon', 'Alpha Ltd', '', '5'])).toMatchObject({
      line: { paidOn: null, hasUnreadableDate: true },
    });
  });
});

describe('who is paid', () => {
  it.each([
    ['BIFFA WASTE SERVICES LTD [205138]', '', 'organisation', 'name:supplier:biffa waste services ltd'],
    ['ELIS UK LTD FORMERLY BERENDSEN UK LTD', '', 'organisation', 'name:supplier:elis uk ltd'],
    ['Zip Water (formally Instanta Limited)', '', 'organisation', 'name:supplier:zip water'],
    ['Alpha Ltd', '1953344', 'organisation', 'GB-COH:01953344'],
    ['REDACTED PERSONAL DATA', '', 'withheld', null],
    ['Foster carer payments', '', 'withheld', null],
    ['XXXXX', '', 'withheld', null],
    ['', '', 'none', null],
    ['--', '', 'none', null],
  ])('%s', (name, number, kind, key) => {
    const payee = payeeOf(name, number);
    expect([payee.kind, payee.key]).toEqual([kind, key]);
  });

  it('is likely a person where the name is like one, unless it has a company number', () => {
    expect(payeeOf('MRS ANN EXAMPLE', '').kind).toBe('person');
    expect(payeeOf('Jane Doe', '').kind).toBe('person');
    expect(payeeOf('Jane Doe', '01234567').kind).toBe('organisation');
  });

  it('and who pays have keys of their own kind', () => {
    expect(payerKeyOf('The Marram District Council')).toBe('name:buyer:marram district council');
  });
});

describe('payments against contracts', () => {
  const contract = (changes: Partial<ContractBetween> = {}): ContractBetween => ({
    netPence: 100_000,
    isShared: false,
    isFramework: false,
    ceilingPence: null,
    startOn: '2024-01-01',
    endOn: '2024-12-31',
    ...changes,
  });
  const paid = (pence: number, basis: 'net' | 'gross' | 'unstated' = 'net', month = '2024-05') => ({
    month,
    basis,
    pence,
  });

  it.each([
    ['within', [paid(60_000), paid(40_000)], [contract()]],
    ['over', [paid(60_000), paid(40_001)], [contract()]],
    ['within', [paid(100_000, 'unstated')], [contract()]],
    ['depends-on-vat', [paid(120_000, 'unstated')], [contract()]],
    ['over', [paid(120_002, 'unstated')], [contract()]],
    ['depends-on-vat', [paid(110_000, 'gross')], [contract()]],
    ['mixed-bases', [paid(10, 'gross'), paid(10, 'net')], [contract()]],
    ['no-contract', [paid(10)], []],
    ['outside-term', [paid(10, 'net', '2026-01')], [contract()]],
    ['within', [paid(10, 'net', '2025-03')], [contract()]],
    ['outside-term', [paid(10, 'net', '2025-04')], [contract()]],
    ['within', [paid(10, 'net', '2031-01')], [contract({ endOn: null })]],
    ['value-unknown', [paid(10)], [contract({ netPence: null })]],
    ['value-unknown', [paid(100_001)], [contract(), contract({ netPence: null })]],
    ['within', [paid(99_999)], [contract(), contract({ netPence: null })]],
    ['value-unknown', [paid(10)], [contract({ isShared: true })]],
    ['within', [paid(500_000)], [contract({ isFramework: true, netPence: null, ceilingPence: 500_000 })]],
    [
      'over-ceiling',
      [paid(500_001)],
      [contract({ isFramework: true, netPence: null, ceilingPence: 500_000 })],
    ],
  ] as const)('are %s', (verdict, payments, contracts) => {
    expect(reconcile(payments, contracts).verdict).toBe(verdict);
  });

  it('keep bases apart, and what lies outside every term', () => {
    const result = reconcile(
      [paid(10, 'gross'), paid(5, 'net'), paid(7, 'net', '2020-01')],
      [
        contract(),
        contract({ netPence: 50_000, isShared: true }),
        contract({ isFramework: true, ceilingPence: 900 }),
      ],
    );
    expect(result).toMatchObject({
      paid: [
        { basis: 'gross', inTermPence: 10, outsideTermPence: 0 },
        { basis: 'net', inTermPence: 5, outsideTermPence: 7 },
      ],
      contractCount: 2,
      committedPence: 100_000,
      valuedCount: 1,
      ceilingPence: 900,
    });
  });
});
