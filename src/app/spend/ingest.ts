import { z } from 'zod';
import type { ColumnRole } from '../../domain/spend/column-role.ts';
import { columnRoles } from '../../domain/spend/column-role.ts';
import { AppError } from '../../lib/errors.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText, numberText } from '../count-text.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { ingestSpendFile, type SpendOptions } from './ingest-file.ts';
import { leftOutText } from './store-lines.ts';
import { spendFileResult, vatBases, type SpendFileResult } from './views.ts';

const output = z.object({
  files: z.array(spendFileResult),
  /** Files that could not be read, each with the reason. */
  problems: z.array(z.object({ input: z.string(), message: z.string() })),
});

/** Puts payments that public bodies publish into the register. */
export const ingestSpend = operation({
  id: 'spend.ingest',
  command: ['ingest', 'spend'],
  summary: 'Read spend files of departments and councils (CSV or Excel) into the register.',
  kind: 'job',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'files',
  input: z.strictObject({
    files: z.array(z.string()).min(1, 'Name at least one file.').describe('Files to read.'),
    publisher: z
      .string()
      .min(2)
      .max(200)
      .optional()
      .describe('Whose files they are, where the files do not say.'),
    column: z
      .array(z.string())
      .default([])
      .describe('Heading of a column that is not recognised, as role="Heading"; kept for the next file.'),
    vat: z
      .enum(vatBases)
      .optional()
      .describe('Whether VAT is in the amounts, where the heading does not say.'),
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write a month such as 2024-04.')
      .optional()
      .describe('Month that a file without dates is of.'),
    series: z
      .string()
      .max(60)
      .optional()
      .describe('Tells files of one publisher apart that stand beside each other, such as cards.'),
  }),
  output,
  run: async (context, input) => {
    const options: SpendOptions = {
      publisher: input.publisher,
      chosen: readChosen(input.column),
      vatBasis: input.vat,
      month: input.month,
      series: (input.series ?? '').trim().toLowerCase(),
    };
    return ingestAll(context, input.files, options);
  },
  exitCode: ({ problems }) => (problems.length > 0 ? 1 : 0),
  present: ({ files, problems }) =>
    [
      ...files.map(resultText),
      ...problems.map(({ message }) => `Not read: ${message}`),
      ...(files.length > 1 ? [sumsText(files)] : []),
    ].join('\n\n'),
});

async function ingestAll(
  context: Context,
  paths: readonly string[],
  options: SpendOptions,
): Promise<z.output<typeof output>> {
  const files: SpendFileResult[] = [];
  const problems: { input: string; message: string }[] = [];
  for (const path of paths) {
    try {
      const result = await ingestSpendFile(context, path, options);
      for (const note of result.notes) context.reporter.warn(`${result.name}: ${note}`);
      files.push(result);
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.code !== 'input-unreadable' || paths.length === 1)
        throw cause;
      problems.push({ input: path, message: cause.message });
    }
  }
  const [first] = problems;
  if (files.length === 0 && first !== undefined)
    throw new AppError(
      'input-unreadable',
      `None of the ${paths.length} files could be read. ${first.message}`,
    );
  return { files, problems };
}

/** `amount=Net Amount` → role and heading. */
function readChosen(columns: readonly string[]): Map<ColumnRole, string> {
  return new Map(
    columns.map((text) => {
      const at = text.indexOf('=');
      const role = columnRoles.find((each) => each === text.slice(0, at).trim());
      const heading = text.slice(at + 1).trim();
      if (at === -1 || role === undefined || heading === '') {
        throw new AppError(
          'bad-request',
          `--column takes role="Heading", where the role is one of ${columnRoles.join(', ')}; "${text}" is not that.`,
          { fields: { column: 'Write for example amount="Net Amount".' } },
        );
      }
      return [role, heading];
    }),
  );
}

const basisWords = { net: 'without VAT', gross: 'with VAT', unstated: 'VAT not stated' } as const;

function resultText(file: SpendFileResult): string {
  if (file.status === 'held') return `${file.name}: held already.`;
  const months =
    file.firstMonth === file.lastMonth ? file.firstMonth : `${file.firstMonth} to ${file.lastMonth}`;
  const leftOut = leftOutText(file.leftOut);
  const of = [
    file.negative > 0 ? `${numberText(file.negative)} below nought` : '',
    file.withheld > 0 ? `${numberText(file.withheld)} with the supplier withheld` : '',
    file.persons > 0 ? `${numberText(file.persons)} likely to people` : '',
    file.undated > 0 ? `${numberText(file.undated)} without a date` : '',
  ].filter((part) => part !== '');
  return [
    `${file.name}: ${file.publisher}, ${months}${file.kind === 'reported' ? ', sales reported by suppliers' : ''}`,
    `  ${countText(file.read, 'row')} read, ${numberText(file.stored)} stored, ${numberText(file.read - file.stored)} left out${leftOut === '' ? '' : ` (${leftOut})`}`,
    `  ${moneyText(file.sumPence, 'GBP') ?? ''} in all, ${basisWords[file.vatBasis]}${of.length === 0 ? '' : `; ${of.join(', ')}`}`,
    `  columns: ${Object.entries(file.columns)
      .map(([role, heading]) => `${role} = ${heading}`)
      .join('; ')} (${file.encoding})`,
    ...file.replaced.map(({ name, month }) => `  takes the place of ${name} for ${month}`),
  ].join('\n');
}

/** Sums over the files by kind and VAT basis, which are never added to each other. */
function sumsText(files: readonly SpendFileResult[]): string {
  const sums = new Map<string, number>();
  for (const { kind, vatBasis, sumPence } of files) {
    const name = `${kind}, ${basisWords[vatBasis]}`;
    sums.set(name, (sums.get(name) ?? 0) + sumPence);
  }
  const read = files.reduce((sum, file) => sum + file.read, 0);
  const stored = files.reduce((sum, file) => sum + file.stored, 0);
  return [
    `All files: ${countText(read, 'row')} read, ${numberText(stored)} stored, ${numberText(read - stored)} left out`,
    ...[...sums].map(([name, pence]) => `  ${moneyText(pence, 'GBP') ?? ''} (${name})`),
  ].join('\n');
}
