import type { Format } from '../format.ts';

/** Words of the pages about payments that public bodies publish. */
export const spendWords = (format: Format) => ({
  title: 'Payments',
  lead: 'What departments and councils say they paid, from the spend files they publish. A payment is not a contract: the two are set side by side and never added.',
  totals: 'What is held',
  lines: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'payment', other: 'payments' })}`,
  totalNote: (lines: string, publishers: number, months: string) =>
    `${lines} of ${format.number(publishers)} ${format.plural(publishers, { one: 'publisher', other: 'publishers' })}, ${months}`,
  span: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  noneHeld: 'No spend file is held yet.',
  noneHelp: 'Whoever runs this service can read files with the command “sourcing ingest spend”.',
  notAdded:
    'Amounts with VAT, without VAT and with VAT not stated are never added to each other. Small payments are missing: departments publish from £25,000, councils from £500 or £250.',
  search: 'Find payments',
  supplierLabel: 'Supplier',
  buyerLabel: 'Buyer',
  searchHint: 'Words of the name as the file has it, or an id',
  searchButton: 'Find',
  sortLabel: 'Sort by',
  firstPage: 'Back to the first page',
  results: 'Payments found',
  resultsCaption: 'Payments, one per row',
  resultsNone: 'No payment is held that fits.',
  paidOn: 'Paid',
  amount: 'Amount',
  buyer: 'Buyer',
  supplier: 'Supplier',
  what: 'What for',
  source: 'File and row',
  sourceRow: (file: string, sheet: string | null, row: number) =>
    sheet === null ? `${file}, row ${format.number(row)}` : `${file}, ${sheet}, row ${format.number(row)}`,
  files: 'Files',
  filesLead: 'Of each publisher and month the file read last counts. What it replaced is kept and marked.',
  filesCaption: 'Spend files, newest first',
  publisher: 'Publisher',
  months: 'Months',
  rows: 'Rows stored',
  rowsOf: (stored: string, read: string) => `${stored} of ${read}`,
  sum: 'Sum',
  leftOutLabel: 'left out:',
  notes: 'What to know about it',
  reconcileTitle: 'Payments against contracts',
  reconcileLead:
    'What this buyer paid to suppliers of the register, beside the contracts between them. It is a reason to look, not a finding: files miss small payments, names differ, and contracts of other bodies may be used.',
  reconcileOf: (name: string) => `${name}: payments against contracts`,
  reconcileLink: 'Set payments against contracts',
  reconcileChoose: 'Whose payments?',
  chooseLead: (buyers: number) =>
    `Payments of ${format.number(buyers)} ${format.plural(buyers, { one: 'buyer', other: 'buyers' })} are held. Choose one to set them against its contracts.`,
  chooseSeveral: (words: string, buyers: number) =>
    `${format.number(buyers)} ${format.plural(buyers, { one: 'buyer has', other: 'buyers have' })} “${words}” in the name. Choose one.`,
  chooseNone: 'No payment of such a buyer is held.',
  chooseAll: 'All buyers whose payments are held',
  chooseCaption: 'Buyers whose payments are held, those with most payments first',
  chooseFirst: (shown: number, all: number) =>
    `The ${format.number(shown)} with most payments of ${format.number(all)} are shown. Find others by words of the name.`,
  reconcileNone: 'No payment of this buyer is held.',
  reconcileCaption: 'Suppliers, with payments and contracts',
  paid: 'Paid',
  paidOutside: (amount: string) => `${amount} of it outside the term of any contract held`,
  committed: 'Contracts, ex VAT',
  committedNone: 'No contract held',
  committedOf: (valued: number, count: number) =>
    `value of ${format.number(valued)} of ${format.number(count)} ${format.plural(count, { one: 'contract', other: 'contracts' })}`,
  ceiling: (amount: string) => `framework ceiling ${amount}`,
  stands: 'How they stand',
  unmatched: 'Not set against contracts',
  unmatchedLead: 'Payments whose payee is not an organisation of the register.',
  unmatchedCaption: 'Payments that cannot be set against contracts',
  why: 'Why',
  names: 'Names',
  count: 'Payments',
  withoutPayment: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'contract of this buyer has', other: 'contracts of this buyer have' })} no payment in the files held.`,
  topOnly: (shown: number, all: number) =>
    `The ${format.number(shown)} with most payments of ${format.number(all)} are shown.`,
  block: 'Payments',
  blockLead: (suppliers: number, months: string) =>
    `The payments held (${months}) name ${format.number(suppliers)} ${format.plural(suppliers, { one: 'supplier', other: 'suppliers' })} of the register.`,
  dataLink: 'Payments from spend files',
  leftOut: {
    total: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'total', other: 'totals' })}`,
    'repeated-heading': (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'repeated heading', other: 'repeated headings' })}`,
    'no-amount': (count: number) => `${format.number(count)} without an amount`,
    'unreadable-amount': (count: number) => `${format.number(count)} whose amount cannot be read`,
    'other-currency': (count: number) => `${format.number(count)} in another currency`,
    note: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'note', other: 'notes' })}`,
  },
});

/** Words for the values that spend files are described with. */
export const spendLabels = {
  spendKind: { paid: 'Paid', reported: 'Sales that suppliers reported under a framework' },
  spendHidden: {
    organisation: 'Not named',
    person: 'Likely a person: the name is not shown',
    withheld: 'Withheld by the publisher',
    none: 'Not named',
  },
  spendMethod: {
    number: 'matched by company number',
    name: 'matched by name',
    ambiguous: 'several organisations have this name',
    none: 'not in the register',
  },
  spendState: {
    current: 'Counts',
    'partly-superseded': 'Counts in part: some months were replaced',
    superseded: 'Replaced',
  },
  spendVerdict: {
    within: 'Paid up to the value of the contracts',
    over: 'Paid more than the contracts come to',
    'depends-on-vat': 'More only if the payments hold no VAT',
    'over-ceiling': 'Paid more than the framework’s ceiling',
    'value-unknown': 'A contract has no value to compare',
    'outside-term': 'Paid outside the term of the contracts held',
    'no-contract': 'No contract found',
    'mixed-bases': 'Payments with and without VAT cannot be added',
  },
  spendUnmatched: {
    'not-found': 'Not in the register under this name',
    ambiguous: 'Several organisations have the name',
    person: 'Likely people',
    withheld: 'Withheld by the publisher',
    none: 'No name',
  },
  spendSort: { newest: 'Newest', largest: 'Largest' },
};
