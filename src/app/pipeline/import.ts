import { z } from 'zod';
import { lockForWriting } from '../../db/queries/plan-basis.ts';
import { readPurchaseTable, type TableProblem } from '../../domain/pipeline/read-purchase-table.ts';
import { AppError } from '../../lib/errors.ts';
import type { TableRow } from '../../lib/read-delimited.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { openTable } from '../spend/open-table.ts';
import { purchaseByInput } from './purchase-input.ts';
import { savePurchases } from './save-purchases.ts';

/** Rows in one file: a plan has hundreds. */
const mostRows = 20_000;
/** What a workbook of so many rows may unpack to. */
const mostUnpackedBytes = 200_000_000;
/** Problems that are told one by one. */
const mostTold = 100;

/** Reads planned purchases from a file, all of them or none. */
export const importPurchases = operation({
  id: 'pipeline.import',
  summary:
    'Read planned purchases from a CSV or Excel file, all or none; reading it again changes only what differs.',
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: z.string().min(1).describe('The file; its first row holds the headings.'),
    by: purchaseByInput,
  }),
  output: z.object({
    name: z.string(),
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
  }),
  present: ({ name, rows, added, changed, unchanged }) =>
    `${name}: ${countText(rows, 'purchase')} read, ${added} added, ${changed} changed, ${unchanged} as before.`,
  run: async (context, { file: path, by }) => {
    const { name, rows } = await readRows(path);
    const table = readPurchaseTable(rows);
    if (table.kind === 'problems') throw refusedFile(name, table.problems);
    const { purchases } = table;
    const register = await context.register();
    const made = {
      by: by ?? context.actor.personId,
      at: context.clock.now().toISOString(),
      mayReplace: true,
      standingId: null,
    };
    const saved = await register.write(async (transaction) => {
      await lockForWriting(transaction);
      const result = await savePurchases(
        transaction,
        purchases.map(({ purchase }) => purchase),
        made,
      );
      if (result.kind === 'saved') return result.saved;
      throw refusedFile(
        name,
        result.problems.map(({ at, ...problem }) => ({ row: purchases[at]?.row ?? 0, ...problem })),
      );
    });
    const count = (outcome: (typeof saved)[number]['outcome']): number =>
      saved.filter((one) => one.outcome === outcome).length;
    return {
      name,
      rows: purchases.length,
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
    };
  },
});

async function readRows(path: string): Promise<{ name: string; rows: TableRow[] }> {
  const file = await openTable(path, mostUnpackedBytes);
  try {
    const rows: TableRow[] = [];
    for await (const row of file.tables[0]?.rows([]) ?? []) {
      rows.push(row);
      if (rows.length > mostRows + 1) {
        throw new AppError(
          'input-unreadable',
          `${file.name} has more than ${mostRows.toLocaleString('en-GB')} rows. Split it; nothing was stored.`,
        );
      }
    }
    return { name: file.name, rows };
  } finally {
    file.close();
  }
}

/** One refusal for a file, naming every bad cell by row and column. */
function refusedFile(name: string, problems: readonly TableProblem[]): AppError {
  const rows = new Set(problems.map(({ row }) => row)).size;
  const told = problems.slice(0, mostTold);
  const more = problems.length - told.length;
  return new AppError(
    'input-unreadable',
    `${name} was not read and nothing was stored: ${countText(problems.length, 'problem')} in ${countText(rows, 'row')}${more > 0 ? `, the first ${mostTold} named` : ''}. Mend them and read it again.`,
    {
      fields: Object.fromEntries(
        told.map(({ row, column, reason }) => [
          column === null ? `row ${row}` : `row ${row}, ${column}`,
          reason,
        ]),
      ),
    },
  );
}
