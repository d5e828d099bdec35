import { z } from 'zod';
import {
  afterSpendLine,
  findSpendLines,
  sumSpendLines,
  type SpendConditions,
  type SpendLineRow,
} from '../../db/queries/spend-lines.ts';
import { matchSpendParties, type PartyMatch } from '../../db/queries/spend-match.ts';
import { spendKinds } from '../../domain/spend/column-role.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { listMark, readCursor, writeCursor } from '../cursor.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { presentParty, readPartyKeys, spendParty } from './spend-party-view.ts';
import { vatBases } from './views.ts';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a month such as 2024-04.');

/** One payment. */
export const spendLineView = z.object({
  fileId: z.string(),
  /** Number of the row over all sheets below their headings, and where it stands in its file. */
  row: z.number().int(),
  sheet: z.string().nullable(),
  sheetRow: z.number().int(),
  fileName: z.string(),
  publisher: z.string(),
  month: z.string(),
  paidOn: z.string().nullable(),
  pence: z.number().int(),
  kind: z.enum(spendKinds),
  vatBasis: z.enum(vatBases),
  buyer: spendParty,
  supplier: spendParty,
  category: z.string().nullable(),
  description: z.string().nullable(),
  reference: z.string().nullable(),
});
export type SpendLineView = z.output<typeof spendLineView>;

/** Payments line by line. */
export const findSpend = operation({
  id: 'spend.find',
  summary: 'Find payments by buyer, supplier, month and size, with how each supplier was matched.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'supplier',
  input: z.strictObject({
    buyer: z
      .string()
      .max(200)
      .optional()
      .describe('Id of a buyer, or words of its name as the files have it.'),
    supplier: z
      .string()
      .max(200)
      .optional()
      .describe('Id of a supplier, or words of its name as the files have it.'),
    file: z.string().max(100).optional().describe('Id of a file, from `spend files`.'),
    from: month.optional().describe('First month, such as 2024-04.'),
    to: month.optional().describe('Last month.'),
    least: z.coerce.number().min(-1e12).max(1e12).optional().describe('Smallest amount in pounds.'),
    sort: z.enum(['newest', 'largest']).default('newest').describe('Order of the list.'),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    cursor: z.string().max(1000).optional().describe('Where the last page ended; from its `next`.'),
  }),
  output: z.object({
    items: z.array(spendLineView),
    /** Over everything that matches, apart by kind and VAT basis. */
    sums: z.array(
      z.object({
        kind: z.enum(spendKinds),
        vatBasis: z.enum(vatBases),
        lines: z.number().int(),
        sumPence: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
  }),
  present: ({ items, sums, next }) =>
    items.length === 0
      ? 'No payment is held that fits.'
      : [
          textTable(
            sums.map((sum) => [
              sum.kind,
              sum.vatBasis,
              countText(sum.lines, 'line'),
              moneyText(sum.sumPence, 'GBP'),
            ]),
          ),
          textTable(items.map(lineCells)),
          ...(next === null ? [] : [`Next page: --cursor ${next}`]),
        ].join('\n\n'),
  run: async (context, { cursor, limit, sort, ...filter }) => {
    const register = await context.register();
    const mark = listMark({ filter, sort });
    const after = readCursor(cursor, mark);
    const [payerKeys, payeeKeys] = await Promise.all([
      readPartyKeys(register, filter.buyer, 'payer'),
      readPartyKeys(register, filter.supplier, 'payee'),
    ]);
    const conditions: SpendConditions = {
      payerKeys,
      payeeKeys,
      fileId: filter.file ?? null,
      fromMonth: filter.from ?? null,
      toMonth: filter.to ?? null,
      leastPence: filter.least === undefined ? null : Math.round(filter.least * 100),
    };
    const [rows, sums] = await Promise.all([
      findSpendLines(register, { conditions, order: sort, limit: limit + 1, after }),
      sumSpendLines(register, conditions),
    ]);
    const page = rows.slice(0, limit);
    const keys = page.flatMap((row) => [row.payer_key, ...(row.payee_key === null ? [] : [row.payee_key])]);
    const matches = await matchSpendParties(register, [...new Set(keys)]);
    const last = page.at(-1);
    return {
      items: page.map((row) => presentLine(row, matches)),
      sums: sums.map((sum) => ({
        kind: sum.kind,
        vatBasis: sum.vat_basis,
        lines: sum.line_count,
        sumPence: sum.sum_pence,
      })),
      next: rows.length > limit && last !== undefined ? writeCursor(mark, afterSpendLine(last, sort)) : null,
    };
  },
});

function presentLine(row: SpendLineRow, matches: ReadonlyMap<string, PartyMatch>): SpendLineView {
  return {
    fileId: row.file_id,
    row: row.row_number,
    sheet: row.sheet,
    sheetRow: row.sheet_row,
    fileName: row.file_name,
    publisher: row.publisher,
    month: row.month,
    paidOn: row.paid_on,
    pence: row.amount_pence,
    kind: row.kind,
    vatBasis: row.vat_basis,
    buyer: presentParty('organisation', matches.get(row.payer_key)),
    supplier: presentParty(row.payee_kind, row.payee_key === null ? undefined : matches.get(row.payee_key)),
    category: row.category,
    description: row.description,
    reference: row.reference,
  };
}

const hiddenNames = {
  organisation: 'no name',
  person: 'likely a person, name not shown',
  withheld: 'name withheld by the publisher',
  none: 'no name',
} as const;

function lineCells(line: SpendLineView): (string | null)[] {
  return [
    line.paidOn ?? line.month,
    moneyText(line.pence, 'GBP'),
    line.vatBasis,
    line.buyer.name,
    line.supplier.name ?? hiddenNames[line.supplier.kind],
    line.supplier.method,
    line.description ?? line.category,
  ];
}
