import { suggest } from '../../lib/suggest.ts';
import type { PlannedPurchase } from './planned-purchase.ts';
import {
  purchaseColumnNames,
  purchaseColumnOf,
  purchaseColumns,
  type PurchaseColumn,
} from './purchase-columns.ts';
import { readPurchase } from './read-purchase.ts';

/** A row of a table, counted from 1. */
type Row = { row: number; cells: readonly string[] };

/** What is wrong in a table: in which row, in which column (null where the whole row is meant), and why. */
export type TableProblem = { row: number; column: string | null; reason: string };

/** The purchases of a table with their rows, or everything that is wrong with it. */
export type ReadTable =
  | { kind: 'purchases'; purchases: { row: number; purchase: PlannedPurchase }[] }
  | { kind: 'problems'; problems: TableProblem[] };

/**
 * Reads a table of planned purchases: one row of headings, then one purchase per row.
 *
 * @returns every purchase, or every problem: a table with one problem is read as none
 * @example readPurchaseTable([{ row: 1, cells: ['buyer'] }]) // { kind: 'problems', problems: [{ row: 1, column: 'reference', … }] }
 */
export function readPurchaseTable([head, ...rows]: readonly Row[]): ReadTable {
  if (head === undefined) return oneProblem(1, 'The table is empty. The first row holds the headings.');
  const [next] = rows;
  if (!isHeading(head) && next !== undefined && isHeading(next)) {
    return oneProblem(
      next.row,
      `The headings stand in row ${next.row}, under another row. Leave one row of headings, the first.`,
    );
  }
  const heading = readHeading(head);
  if (heading.problems.length > 0) return { kind: 'problems', problems: heading.problems };
  if (next === undefined) return oneProblem(head.row, 'There is no purchase under the headings.');
  const purchases: { row: number; purchase: PlannedPurchase }[] = [];
  const problems: TableProblem[] = [];
  for (const { row, cells } of rows) {
    if (isHeading({ row, cells })) {
      problems.push({ row, column: null, reason: 'This is a second row of headings. Leave one, the first.' });
      continue;
    }
    const beyond = cells.findIndex((cell, at) => cell.trim() !== '' && heading.columns[at] === undefined);
    if (beyond !== -1) {
      problems.push({
        row,
        column: null,
        reason: `Cell ${beyond + 1} stands under no heading. A text with commas needs quotation marks.`,
      });
      continue;
    }
    const read = readPurchase(
      Object.fromEntries(heading.columns.map((column, at) => [column, cells[at] ?? ''])),
    );
    if (read.kind === 'purchase') purchases.push({ row, purchase: read.purchase });
    else problems.push(...read.problems.map((problem) => ({ row, ...problem })));
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'purchases', purchases };
}

function oneProblem(row: number, reason: string): ReadTable {
  return { kind: 'problems', problems: [{ row, column: null, reason }] };
}

/** Whether a row holds names of columns: two or more, which no purchase does. */
function isHeading({ cells }: Row): boolean {
  return cells.filter((cell) => purchaseColumnOf(cell) !== null).length >= 2;
}

function readHeading({ row, cells }: Row): { columns: PurchaseColumn[]; problems: TableProblem[] } {
  const named = cells.map((cell) => cell.trim());
  const last = named.findLastIndex((cell) => cell !== '');
  const columns: PurchaseColumn[] = [];
  const problems: TableProblem[] = [];
  for (const name of named.slice(0, last + 1)) {
    const column = purchaseColumnOf(name);
    if (column === null) {
      const near = suggest(name, purchaseColumnNames);
      const meant =
        near === null ? `Headings are ${purchaseColumnNames.join(', ')}.` : `Did you mean ${near}?`;
      problems.push({ row, column: null, reason: `There is no column called "${name}". ${meant}` });
    } else if (columns.includes(column)) {
      problems.push({ row, column, reason: 'The column stands here twice. Leave one.' });
    } else columns.push(column);
  }
  for (const column of purchaseColumnNames) {
    if (purchaseColumns[column].isNeeded && !columns.includes(column))
      problems.push({ row, column, reason: `The column is missing. ${purchaseColumns[column].holds}` });
  }
  return { columns, problems };
}
