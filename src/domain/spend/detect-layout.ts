import type { ColumnRole } from './column-role.ts';
import { columnRoles, headingRank, plainHeading } from './column-role.ts';

/** Which column says what in a table, and where its rows begin. */
export type Layout = {
  /** Rows of the heading, counted from 1; two where a heading is spread over two. */
  headerRows: readonly number[];
  /** Headings by column, from the left; '' where there is none. */
  headings: readonly string[];
  /** Column of each role, from 0. */
  columns: ReadonlyMap<ColumnRole, number>;
};

/** Headings that someone chose, or that stood for a role the last time: role → heading. */
export type ChosenHeadings = ReadonlyMap<ColumnRole, string>;

/** What was found at the beginning of a table. `none`: no row of headings with an amount. */
export type DetectedLayout = ({ kind: 'found' } & Layout) | { kind: 'none'; headings: readonly string[] };

type Row = { row: number; cells: readonly string[] };

/** Rows from the top in which a heading is looked for. */
export const headerSearchRows = 60;

/**
 * Finds the row of headings and what each column says.
 *
 * A heading has an amount and something else that is known, and no number or day in it. Titles above are passed over.
 * Two rows are one heading where together they say more; an empty cell in the upper one continues the cell to its left,
 * as joined cells do. The row that says most wins; of two that say as much the first, and one row before two.
 * Chosen headings win over what would be guessed.
 *
 * @param rows the first rows of the table, at most {@link headerSearchRows} are looked at
 * @example detectLayout([{ row: 1, cells: ['Supplier', 'Amount'] }], new Map()).kind // 'found'
 */
export function detectLayout(rows: readonly Row[], chosen: ChosenHeadings): DetectedLayout {
  const candidates = rows.slice(0, headerSearchRows).flatMap((row, index) => {
    const next = rows[index + 1];
    const one = { headerRows: [row.row], headings: row.cells.map((cell) => cell.trim()) };
    if (next === undefined || next.row !== row.row + 1 || !isHeading(row.cells) || !isHeading(next.cells))
      return [one];
    return [one, { headerRows: [row.row, next.row], headings: stacked(row.cells, next.cells) }];
  });
  let best: (Layout & { score: number }) | null = null;
  for (const { headerRows, headings } of candidates) {
    if (!isHeading(headings)) continue;
    const columns = assignColumns(headings, chosen);
    if (!columns.has('amount') || columns.size < 2) continue;
    const score = sharpness(headings, columns) - headerRows.length;
    if (best === null || score > best.score) best = { headerRows, headings, columns, score };
  }
  if (best === null) return { kind: 'none', headings: widestTexts(rows) };
  const { score: _, ...layout } = best;
  return { kind: 'found', ...layout };
}

/** Texts only: no number, no day, at least two of them, none as long as a sentence. */
function isHeading(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length > 1 &&
    filled.every((cell) => cell.length < 80 && !/^[£(-]*\d[\d,.\s/:-]*\)?$/.test(cell.trim()))
  );
}

function stacked(upper: readonly string[], lower: readonly string[]): string[] {
  let current = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const own = (upper[column] ?? '').trim();
    if (own !== '') current = own;
    return `${current} ${(lower[column] ?? '').trim()}`.trim();
  });
}

/** How much a heading says: each role counts, and more where its heading is the usual one. */
function sharpness(headings: readonly string[], columns: ReadonlyMap<ColumnRole, number>): number {
  let sum = 0;
  for (const [role, column] of columns) sum += 10 - (headingRank(headings[column] ?? '', role) ?? 0);
  return sum;
}

/** Each role takes its best heading that no other role took; chosen ones first. */
function assignColumns(headings: readonly string[], chosen: ChosenHeadings): Map<ColumnRole, number> {
  const columns = new Map<ColumnRole, number>();
  for (const [role, heading] of chosen) {
    const column = headings.findIndex((each) => plainHeading(each) === plainHeading(heading));
    if (column !== -1) columns.set(role, column);
  }
  const fits = columnRoles.flatMap((role) =>
    headings.flatMap((heading, column) => {
      const rank = heading === '' ? null : headingRank(heading, role);
      return rank === null ? [] : [{ role, column, rank }];
    }),
  );
  const taken = new Set(columns.values());
  for (const { role, column } of fits.toSorted((a, b) => a.rank - b.rank)) {
    if (columns.has(role) || taken.has(column)) continue;
    columns.set(role, column);
    taken.add(column);
  }
  return columns;
}

/** What looks most like a heading, for a message. */
function widestTexts(rows: readonly Row[]): readonly string[] {
  return rows
    .filter((row) => isHeading(row.cells))
    .map((row) => filledOf(row.cells))
    .reduce<readonly string[]>((best, one) => (one.length > best.length ? one : best), []);
}

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
