import { plainHeading } from '../../domain/spend/column-role.ts';
import type { ChosenHeadings, Layout } from '../../domain/spend/detect-layout.ts';
import type { TableFindings } from '../../domain/spend/table-survey.ts';
import { sheetRowLimit, TableSurvey } from '../../domain/spend/table-survey.ts';
import { AppError } from '../../lib/errors.ts';
import type { MergedCells } from '../../lib/xlsx-sheet.ts';
import type { Table, TableFile } from './open-table.ts';

/** A table that holds payments, after a first reading. */
export type SurveyedTable = {
  table: Table;
  layout: Layout;
  findings: TableFindings;
  merged: readonly MergedCells[];
};

/** A file after a first reading. */
export type SurveyedFile = { tables: SurveyedTable[]; notes: string[] };

/** Headings by role: those that were typed must be there, those kept from the publisher's last file are tried. */
export type GivenHeadings = { chosen: ChosenHeadings; saved: ChosenHeadings };

/**
 * Reads every table of a file once to find out what its columns are.
 *
 * @throws AppError input-unreadable where no table has an amount, or a chosen heading stands nowhere
 */
export async function surveyFile(
  file: TableFile,
  given: GivenHeadings,
  signal: AbortSignal,
): Promise<SurveyedFile> {
  const known = new Map([...given.saved, ...given.chosen]);
  const tables: SurveyedTable[] = [];
  const notes: string[] = [];
  const failures: TableFindings[] = [];
  for (const table of file.tables) {
    if (table.isHidden) {
      notes.push(`The sheet ${table.sheet ?? ''} is hidden and was left out.`);
      continue;
    }
    const merged: MergedCells[] = [];
    const survey = new TableSurvey(known);
    for await (const row of table.rows(merged)) {
      signal.throwIfAborted();
      survey.add(row);
    }
    const findings = survey.findings();
    const { detected } = findings;
    if (detected.kind !== 'found') {
      failures.push(findings);
      if (findings.rowCount > 0 && table.sheet !== null)
        notes.push(`The sheet ${table.sheet} has no column of amounts and was left out.`);
      continue;
    }
    tables.push({ table, layout: detected, findings, merged });
    notes.push(...tableNotes(table, detected, findings));
  }
  if (tables.length === 0) throw noAmount(file.name, failures, given.chosen);
  for (const [role, heading] of given.chosen) {
    if (!tables.some(({ layout }) => hasHeading(layout.headings, heading)))
      throw missingHeading(file.name, { role, heading }, tables[0]?.layout.headings ?? []);
  }
  return { tables, notes: [...new Set(notes)] };
}

function tableNotes({ sheet }: Table, layout: Layout, findings: TableFindings): string[] {
  const where = sheet === null ? 'The file' : `The sheet ${sheet}`;
  const notes: string[] = [];
  const [first, second] = layout.headerRows;
  if (first !== undefined && second !== undefined)
    notes.push(`${where} has two header rows, ${first} and ${second}; they were read as one.`);
  if (findings.lastRow === sheetRowLimit) {
    notes.push(
      `${where} fills all 1,048,576 rows that a sheet of Excel can hold, so it was probably cut off when it was saved; ask the publisher for the rest.`,
    );
  }
  // A sheet of Excel gives a day as a number where nobody formatted the cell; that is no form of writing.
  const forms = findings.dayForms.filter(({ form }) => sheet === null || form !== 'serial');
  if (forms.length > 1) {
    notes.push(
      `${where} writes dates in ${forms.length} forms (${forms.map(({ example }) => example).join(', ')}); they were read ${orderWords(findings)}.`,
    );
  }
  if (findings.hasBothOrders) {
    notes.push(
      `${where} has dates that only fit day before month and others that only fit month before day; the rest were read ${orderWords(findings)}.`,
    );
  }
  return notes;
}

function orderWords({ dayOrder }: TableFindings): string {
  return dayOrder === 'day-first' ? 'day before month' : 'month before day';
}

function hasHeading(headings: readonly string[], heading: string): boolean {
  return headings.some((each) => plainHeading(each) === plainHeading(heading));
}

function noAmount(name: string, failures: readonly TableFindings[], chosen: ChosenHeadings): AppError {
  const headings = failures
    .flatMap(({ detected }) => (detected.kind === 'found' ? [] : [detected.headings]))
    .reduce<readonly string[]>((best, one) => (one.length > best.length ? one : best), []);
  for (const [role, heading] of chosen)
    if (!hasHeading(headings, heading)) return missingHeading(name, { role, heading }, headings);
  return new AppError(
    'input-unreadable',
    `${name} has no column of amounts that can be recognised; it has ${listed(headings)}. Say which it is with --column amount="…".`,
  );
}

function missingHeading(
  name: string,
  { role, heading }: { role: string; heading: string },
  headings: readonly string[],
): AppError {
  return new AppError(
    'input-unreadable',
    `${name} has no column called "${heading}" for ${role}; it has ${listed(headings)}. Correct --column.`,
  );
}

function listed(headings: readonly string[]): string {
  const named = headings.filter((heading) => heading !== '').slice(0, 20);
  return named.length === 0 ? 'no row of headings' : `the headings ${named.join(', ')}`;
}
