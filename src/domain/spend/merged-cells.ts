import type { ColumnRole } from './column-role.ts';
import type { Layout } from './detect-layout.ts';

/** Cells joined into one: rows from 1, columns from 0, both ends included; the first holds the value. */
type Joined = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

/**
 * Writes the text of joined cells into every row that they cover. An amount that covers several rows is one amount: it
 * stays in the first.
 *
 * @example
 * const fill = fillJoined([{ fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 }], layout);
 * fill(2, ['Alpha Ltd', '10']); fill(3, ['', '20']) // ['Alpha Ltd', '20']
 */
export function fillJoined(
  joined: readonly Joined[],
  layout: Layout,
): (row: number, cells: readonly string[]) => readonly string[] {
  const texts = [...layout.columns].filter(([role]) => !amountRoles.has(role)).map(([, column]) => column);
  const spans = joined
    .filter((span) => span.toRow > span.fromRow && texts.some((column) => isIn(span, column)))
    .toSorted((a, b) => a.fromRow - b.fromRow);
  let next = 0;
  let open: { span: Joined; text: string }[] = [];
  return (row, cells) => {
    open = open.filter(({ span }) => span.toRow >= row);
    for (let span = spans[next]; span !== undefined && span.fromRow <= row; span = spans[next]) {
      next += 1;
      if (span.fromRow === row) open.push({ span, text: cells[span.fromColumn] ?? '' });
    }
    if (open.length === 0) return cells;
    return Array.from(
      { length: Math.max(cells.length, ...open.map(({ span }) => span.toColumn + 1)) },
      (_, column) => {
        const own = cells[column] ?? '';
        const covering = open.find(({ span }) => isIn(span, column) && span.fromRow < row);
        return own.trim() === '' && covering !== undefined && texts.includes(column) ? covering.text : own;
      },
    );
  };
}

const amountRoles: ReadonlySet<ColumnRole> = new Set(['amount']);

function isIn(span: Joined, column: number): boolean {
  return column >= span.fromColumn && column <= span.toColumn;
}
