import {
  finishSpendFile,
  getSpendFileState,
  getSpendLayout,
  insertSpendFile,
  removeUnfinished,
  saveSpendLayout,
  type NewSpendFile,
} from '../../db/queries/spend.ts';
import type { Register } from '../../db/register.ts';
import type { ColumnRole, SpendKind, VatBasis } from '../../domain/spend/column-role.ts';
import { basisOf, columnRoles, kindOf } from '../../domain/spend/column-role.ts';
import type { ChosenHeadings } from '../../domain/spend/detect-layout.ts';
import { mainMonths } from '../../domain/spend/months-of.ts';
import { AppError } from '../../lib/errors.ts';
import { shortId } from '../../lib/hash.ts';
import type { Context } from '../context.ts';
import { countText } from '../count-text.ts';
import { namePublisher, type Publisher } from './name-publisher.ts';
import { openTable, type TableFile } from './open-table.ts';
import { storeLines, type LineTotals } from './store-lines.ts';
import { surveyFile, type SurveyedFile } from './survey-file.ts';
import type { SpendFileResult } from './views.ts';

/** What the operator said about the files. */
export type SpendOptions = {
  publisher: string | undefined;
  chosen: ChosenHeadings;
  vatBasis: VatBasis | undefined;
  /** `YYYY-MM`, for files without a column of days. */
  month: string | undefined;
  series: string;
};

/**
 * Reads one file into the register.
 *
 * @throws AppError input-unreadable where it can't be read as a table of payments
 */
export async function ingestSpendFile(
  context: Context,
  path: string,
  options: SpendOptions,
): Promise<SpendFileResult> {
  const file = await openTable(path);
  try {
    const register = await context.register();
    const { surveyed, publisher } = await surveyTwice(context, register, { file, options });
    const months = monthsOf(file, surveyed, options);
    return await storeFile(context, register, { file, surveyed, publisher, months, options });
  } finally {
    file.close();
  }
}

type Opened = { file: TableFile; options: SpendOptions };

/**
 * A first look tells the publisher; where its files have a saved layout that this file fits otherwise than by itself, a
 * second look uses it.
 */
async function surveyTwice(
  context: Context,
  register: Register,
  { file, options }: Opened,
): Promise<{ surveyed: SurveyedFile; publisher: Publisher }> {
  const { chosen } = options;
  const look = (saved: ChosenHeadings): Promise<SurveyedFile> =>
    surveyFile(file, { chosen, saved }, context.signal);
  const stated = options.publisher === undefined ? null : namePublisher(file.name, options.publisher, []);
  if (stated !== null) {
    const saved = await savedHeadings(register, stated, options.series);
    return { surveyed: await look(saved), publisher: stated };
  }
  const surveyed = await look(new Map());
  const publisher = namePublisher(file.name, undefined, surveyed.tables);
  const saved = await savedHeadings(register, publisher, options.series);
  if (saved.size === 0) return { surveyed, publisher };
  return { surveyed: await look(saved), publisher };
}

async function savedHeadings(
  register: Register,
  publisher: Publisher,
  series: string,
): Promise<Map<ColumnRole, string>> {
  const saved = await getSpendLayout(register, publisher.key, series);
  const headings = saved?.headings ?? {};
  return new Map(
    columnRoles.flatMap((role): [ColumnRole, string][] => {
      const heading = headings[role];
      return typeof heading === 'string' ? [[role, heading]] : [];
    }),
  );
}

function monthsOf(file: TableFile, { tables }: SurveyedFile, { month }: SpendOptions): string[] {
  if (month !== undefined) return [month];
  const counts = new Map<string, number>();
  for (const { findings } of tables)
    for (const [each, count] of findings.months) counts.set(each, (counts.get(each) ?? 0) + count);
  const months = mainMonths(counts);
  if (months.length > 0) return months;
  if (tables.every(({ findings, layout }) => findings.lastRow <= (layout.headerRows.at(-1) ?? 0))) {
    throw new AppError(
      'input-unreadable',
      `${file.name} has headings but no rows below them. Check that it was fetched or written completely.`,
    );
  }
  const hasColumn = tables.some(({ layout }) => layout.columns.has('date'));
  throw new AppError(
    'input-unreadable',
    hasColumn
      ? `${file.name} has a column of dates in which no date can be read. Say which column it is with --column date="…", or the month with --month 2024-04.`
      : `${file.name} has no column of dates. Say the month that it is of with --month 2024-04.`,
  );
}

type Placed = Opened & { surveyed: SurveyedFile; publisher: Publisher; months: string[] };

async function storeFile(context: Context, register: Register, placed: Placed): Promise<SpendFileResult> {
  const { file, surveyed, publisher, months, options } = placed;
  const common = describeFile(placed);
  const { fileId, columns, series } = common;
  if ((await getSpendFileState(register, fileId)) === 'held') return heldAlready(common);
  const stored: NewSpendFile = {
    ...common,
    publisher: publisher.name,
    publisherKey: publisher.key,
    publisherBasis: publisher.basis,
    contentSha256: file.contentSha256,
    headings: columns,
    ingestedAt: context.clock.now().toISOString(),
  };
  await register.write(async (transaction) => {
    await removeUnfinished(transaction, fileId);
    await insertSpendFile(transaction, stored);
  });
  const { tables } = surveyed;
  const totals = await storeLines(context, register, { fileId, file, tables, months, payer: publisher.name });
  const notes = [...publisherNotes(file, publisher), ...surveyed.notes, ...lineNotes(totals)];
  const replaced = await register.write(async (transaction) => {
    await saveSpendLayout(transaction, {
      publisherKey: publisher.key,
      series,
      headings: columns,
      isChosen: options.chosen.size > 0,
      savedAt: stored.ingestedAt,
    });
    return finishSpendFile(transaction, stored, { ...totals, notes });
  });
  const { repeated: _, ...counted } = totals;
  return { ...resultOf(common), ...counted, status: 'read', replaced, notes };
}

/** What is known of a file before its rows are stored. Its id says what it holds and how it was read. */
function describeFile({ file, surveyed, publisher, months, options }: Placed): Common {
  const columns = headingsOf(surveyed);
  const amountHeading = columns['amount'] ?? '';
  const vatBasis = options.vatBasis ?? basisOf(amountHeading);
  const { series } = options;
  const read = [publisher.key, series, vatBasis, months.join(), JSON.stringify(columns)];
  return {
    fileId: shortId([file.contentSha256, ...read]),
    name: file.name,
    publisher,
    series,
    kind: kindOf(amountHeading),
    vatBasis,
    encoding: file.encoding,
    columns,
    months,
  };
}

function lineNotes({ rounded, repeated }: LineTotals): string[] {
  const notes: string[] = [];
  if (rounded > 0)
    notes.push(`${countText(rounded, 'amount')} had more than two places and came to the nearest penny.`);
  if (repeated > 0) {
    notes.push(
      `${countText(repeated, 'row')} said the same as the row above; all were stored, since one invoice may be paid in equal parts.`,
    );
  }
  return notes;
}

type Common = {
  fileId: string;
  name: string;
  publisher: Publisher;
  series: string;
  kind: SpendKind;
  vatBasis: VatBasis;
  encoding: string;
  columns: Record<string, string>;
  months: readonly string[];
};

function resultOf({ publisher, months, ...common }: Common) {
  return {
    ...common,
    publisher: publisher.name,
    publisherBasis: publisher.basis,
    firstMonth: months[0] ?? '',
    lastMonth: months.at(-1) ?? '',
  };
}

function heldAlready(common: Common): SpendFileResult {
  return {
    ...resultOf(common),
    status: 'held',
    read: 0,
    stored: 0,
    leftOut: {},
    sumPence: 0,
    negative: 0,
    rounded: 0,
    undated: 0,
    withheld: 0,
    persons: 0,
    replaced: [],
    notes: ['This file is held already, read in the same way; nothing was changed.'],
  };
}

/** Role → heading, from the first table that has it. */
function headingsOf({ tables }: SurveyedFile): Record<string, string> {
  const headings: Record<string, string> = {};
  for (const { layout } of tables)
    for (const [role, column] of layout.columns) headings[role] ??= layout.headings[column] ?? '';
  return Object.fromEntries(
    columnRoles.flatMap((role) => (headings[role] === undefined ? [] : [[role, headings[role]]])),
  );
}

function publisherNotes(file: TableFile, publisher: Publisher): string[] {
  if (publisher.basis !== 'file-name') return [];
  return [
    `Nothing in ${file.name} names its publisher; "${publisher.name}" was taken from its name. Say who it is with --publisher.`,
  ];
}
