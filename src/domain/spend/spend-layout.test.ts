import { describe, expect, it } from 'vitest';
import { basisOf, headingRank, kindOf } from './column-role.ts';
import { detectLayout, type ChosenHeadings } from './detect-layout.ts';
import { fillJoined } from './merged-cells.ts';
import { mainMonths, monthOfLine } from './months-of.ts';
import { publisherFromFileName } from './publisher-name.ts';

const table = (...rows: string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }));

function columnsOf(rows: string[][], chosen: ChosenHeadings = new Map()): Record<string, number> | null {
  const found = detectLayout(table(...rows), chosen);
  return found.kind === 'found' ? Object.fromEntries(found.columns) : null;
}

const data = ['2017-01-04', 'Alpha Ltd', '12.50'];

describe('the row of headings', () => {
  it.each([
    [
      'Hyndburn, 2017',
      'Service Cost Centre,Account Detail,Description,HBC ref no,Name,Payment date,Net Amount(£)',
      { amount: 6, date: 5, supplier: 4, description: 2, reference: 3, category: 1 },
    ],
    [
      'Lancashire, 2023',
      '* Expenditure Category,* Date,TOTAL,* SUPPLIER FINAL',
      { amount: 2, date: 1, supplier: 3, category: 0 },
    ],
    [
      'G-Cloud sales',
      'ID,Framework,LotDescription,SupplierName,CustomerName,ReturnMonth,ProjectNameAndDescription,EvidencedSpend,Sector,SMEorLarge',
      { amount: 7, date: 5, supplier: 3, buyer: 4, description: 6, reference: 0 },
    ],
    [
      'departments over £25,000',
      'Department Family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction Number,Amount,Description,Supplier Postcode,Supplier Type',
      { family: 0, buyer: 1, date: 2, category: 3, supplier: 5, reference: 6, amount: 7, description: 8 },
    ],
    [
      'the transparency code',
      'Body Name,Body,Effective Date,Supplier (Beneficiary) Name,Supplier ID,Transaction Number,Amount (£) excluding VAT,VAT Amount,Company Number',
      { buyer: 0, date: 2, supplier: 3, reference: 5, amount: 6, 'company-number': 8 },
    ],
  ])('of %s', (_, headings, columns) => {
    expect(columnsOf([headings.split(','), data])).toMatchObject(columns);
  });

  it('stands below titles', () => {
    const found = detectLayout(
      table(['Spending over £500'], ['April 2017', ''], ['Date', 'Supplier', 'Amount'], data),
      new Map(),
    );
    expect(found).toMatchObject({ kind: 'found', headerRows: [3] });
  });

  it('may be spread over two rows, the upper one with joined cells', () => {
    const found = detectLayout(
      table(['Payment', '', 'Supplier', ''], ['Date', 'Amount', 'Name', 'Number'], data),
      new Map(),
    );
    expect(found).toMatchObject({
      kind: 'found',
      headerRows: [1, 2],
      headings: ['Payment Date', 'Payment Amount', 'Supplier Name', 'Supplier Number'],
    });
    expect(found.kind === 'found' && Object.fromEntries(found.columns)).toMatchObject({
      date: 0,
      amount: 1,
      supplier: 2,
    });
  });

  it('is one row where a second adds nothing', () => {
    expect(
      detectLayout(table(['Date', 'Supplier', 'Amount'], ['', 'Beta Ltd', 'n/a'], data), new Map()),
    ).toMatchObject({ headerRows: [1] });
  });

  it('takes the net amount before the gross one, and never the VAT', () => {
    expect(columnsOf([['Supplier', 'VAT Amount', 'Gross Amount', 'Net Amount'], data])).toMatchObject({
      amount: 3,
    });
    expect(columnsOf([['Supplier', 'VAT', 'Amount'], data])).toMatchObject({ amount: 2 });
  });

  it('follows what a person chose', () => {
    const rows = [['Supplier', 'Committed', 'Paid Out'], data];
    expect(columnsOf(rows)).toBeNull();
    expect(columnsOf(rows, new Map([['amount', 'paid out']]))).toMatchObject({ amount: 2 });
  });

  it('without an amount is none, and is named', () => {
    expect(detectLayout(table(['Date', 'Supplier', 'Cost Centre'], data), new Map())).toEqual({
      kind: 'none',
      headings: ['Date', 'Supplier', 'Cost Centre'],
    });
  });
});

it.each([
  ['Net Amount(£)', 'net'],
  ['Amount excluding VAT', 'net'],
  ['Amount (ex. VAT)', 'net'],
  ['Gross', 'gross'],
  ['Total inc VAT', 'gross'],
  ['Amount', 'unstated'],
] as const)('%s states that VAT is %s', (heading, basis) => {
  expect(basisOf(heading)).toBe(basis);
});

it('sales that suppliers reported are another kind than payments', () => {
  expect([kindOf('EvidencedSpend'), kindOf('Net Amount')]).toEqual(['reported', 'paid']);
});

it('an amount number is no amount', () => {
  expect(headingRank('Amount Code', 'amount')).toBeNull();
  expect(headingRank('Amount', 'amount')).toBe(1);
  expect(
    ['£', 'Amount in Local Currency', 'Invoice Total'].map(
      (heading) => headingRank(heading, 'amount') === null,
    ),
  ).toEqual([false, false, false]);
  expect(['VAT', 'Currency', 'Amount Type'].map((heading) => headingRank(heading, 'amount'))).toEqual([
    null,
    null,
    null,
  ]);
});

it('a late payment does not make a file one of another month', () => {
  expect(
    mainMonths(
      new Map([
        ['2017-01', 180],
        ['2016-12', 3],
      ]),
    ),
  ).toEqual(['2017-01']);
  const year = Array.from({ length: 12 }, (_, at): [string, number] => [
    `2023-${String(at + 1).padStart(2, '0')}`,
    700,
  ]);
  expect(mainMonths(new Map([...year, ['2022-12', 2]]))).toEqual(year.map(([month]) => month));
  // Sales that grew from little.
  expect(
    mainMonths(
      new Map([
        ['2012-04', 12],
        ['2013-04', 600],
        ['2014-04', 600],
      ]),
    ),
  ).toHaveLength(3);
  expect(mainMonths(new Map())).toEqual([]);
  expect(
    ['2016-12-30', '2017-01-15', '2017-03-01', null].map((day) => monthOfLine(day, ['2017-01', '2017-02'])),
  ).toEqual(['2017-01', '2017-01', '2017-02', '2017-02']);
});

it('a file name says whose file it is where nothing else does', () => {
  expect(publisherFromFileName('hyndburn-1701.csv')).toBe('hyndburn');
  expect(publisherFromFileName('Marram_District_Council_spend_over_500_April_2024.xlsx')).toBe(
    'Marram District Council',
  );
  expect(publisherFromFileName('2024-04.csv')).toBe('2024-04');
});

it('joined cells say the same in every row that they cover, but an amount counts once', () => {
  const layout = {
    headerRows: [1],
    headings: ['Supplier', 'Amount'],
    columns: new Map([
      ['supplier', 0],
      ['amount', 1],
    ] as const),
  };
  const fill = fillJoined(
    [
      { fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 },
      { fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 1 },
    ],
    layout,
  );
  expect(fill(2, ['Alpha Ltd', '10'])).toEqual(['Alpha Ltd', '10']);
  expect(fill(3, [])).toEqual(['Alpha Ltd']);
  expect(fill(4, ['', '5'])).toEqual(['', '5']);
});
