import { z } from 'zod';
import { listSpendFiles, listSpendTotals, type SpendFileRow } from '../../db/queries/spend.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText, numberText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { spendFileView, spendTotal, type SpendFileView } from './views.ts';

/** What spend files are held, and what counts of them. */
export const listSpendFilesHeld = operation({
  id: 'spend.files',
  summary: 'List the spend files held, how each was read, and what counts of them.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'publisher',
  input: z.strictObject({
    publisher: z.string().max(200).optional().describe('Part of the name of the publisher.'),
    limit: z.coerce.number().int().min(1).max(500).default(100).describe('Files, 1 to 500.'),
    skip: z.coerce.number().int().min(0).max(100_000).default(0).describe('Files to pass over.'),
  }),
  output: z.object({
    files: z.array(spendFileView),
    /** Sums of what counts, apart by kind and VAT basis. */
    totals: z.array(spendTotal),
  }),
  present: ({ files, totals }) =>
    files.length === 0
      ? 'No spend file is held. Read one with `sourcing ingest spend FILE`.'
      : [
          textTable(
            totals.map((each) => [
              each.kind,
              moneyText(each.sumPence, 'GBP'),
              each.vatBasis,
              countText(each.lines, 'line'),
              `${each.firstMonth} to ${each.lastMonth}`,
            ]),
          ),
          textTable(
            files.map((file) => [
              file.publisher,
              file.firstMonth === file.lastMonth
                ? file.firstMonth
                : `${file.firstMonth} to ${file.lastMonth}`,
              `${numberText(file.stored)} of ${numberText(file.read)}`,
              moneyText(file.sumPence, 'GBP'),
              file.vatBasis,
              file.state,
              file.name,
            ]),
          ),
        ].join('\n\n'),
  run: async (context, input) => {
    const register = await context.register();
    const [files, totals] = await Promise.all([
      listSpendFiles(register, {
        publisher: input.publisher ?? null,
        limit: input.limit,
        offset: input.skip,
      }),
      listSpendTotals(register),
    ]);
    return {
      files: files.map(presentFile),
      totals: totals.map((row) => ({
        kind: row.kind,
        vatBasis: row.vat_basis,
        publishers: row.publisher_count,
        lines: row.line_count,
        sumPence: row.sum_pence,
        firstMonth: row.first_month,
        lastMonth: row.last_month,
      })),
    };
  },
});

function presentFile(row: SpendFileRow): SpendFileView {
  const state =
    row.current_month_count === row.month_count
      ? 'current'
      : row.current_month_count === 0
        ? 'superseded'
        : 'partly-superseded';
  return spendFileView.parse({
    fileId: row.file_id,
    name: row.name,
    publisher: row.publisher,
    publisherBasis: row.publisher_basis,
    series: row.series,
    kind: row.kind,
    vatBasis: row.vat_basis,
    encoding: row.encoding,
    columns: row.headings,
    firstMonth: row.first_month ?? '',
    lastMonth: row.last_month ?? '',
    read: row.read_count,
    stored: row.stored_count,
    leftOut: row.left_out,
    sumPence: row.sum_pence,
    negative: row.negative_count,
    rounded: row.rounded_count,
    undated: row.undated_count,
    notes: row.notes,
    state,
    ingestedAt: row.ingested_at,
  });
}
