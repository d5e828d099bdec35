import type { ChosenHeadings, DetectedLayout, Layout } from './detect-layout.ts';
import { detectLayout, headerSearchRows } from './detect-layout.ts';
import type { DecimalMark } from './read-amount.ts';
import { AmountEvidence } from './read-amount.ts';
import type { DayForm, DayOrder } from './read-paid-day.ts';
import { DayEvidence } from './read-paid-day.ts';

/** Rows that one sheet of Excel can hold; a table with exactly as many was probably cut off when it was saved. */
export const sheetRowLimit = 1_048_576;

/** What a first reading of a table found. */
export type TableFindings = {
  detected: DetectedLayout;
  dayOrder: DayOrder;
  /** Days of both orders occur, so that some were certainly written otherwise than the rest. */
  hasBothOrders: boolean;
  dayForms: { form: DayForm; count: number; example: string }[];
  decimalMark: DecimalMark;
  /** Payments by month. */
  months: ReadonlyMap<string, number>;
  /** Bodies and department families by name → rows, as far as they were counted. */
  buyers: ReadonlyMap<string, number>;
  families: ReadonlyMap<string, number>;
  rowCount: number;
  lastRow: number;
};

type Row = { row: number; cells: readonly string[] };

/** Names that are counted before the counting stops. */
const mostNames = 5_000;

/**
 * Reads a table once, row by row in bounded memory, to decide what its columns are and how days and amounts are written
 * in them: a single cell can't tell whether 04/01 is in January or April, the column as a whole can.
 *
 * @example
 * const survey = new TableSurvey(new Map());
 * for (const row of rows) survey.add(row);
 * survey.findings().detected.kind // 'found'
 */
export class TableSurvey {
  private readonly chosen: ChosenHeadings;
  private first: Row[] = [];
  private detected: DetectedLayout | null = null;
  private readonly days = new DayEvidence();
  private readonly amounts = new AmountEvidence();
  private readonly buyers = new Map<string, number>();
  private readonly families = new Map<string, number>();
  private rowCount = 0;
  private lastRow = 0;

  constructor(chosen: ChosenHeadings) {
    this.chosen = chosen;
  }

  /** Looks at the next row. */
  add(row: Row): void {
    this.rowCount += 1;
    this.lastRow = row.row;
    if (this.detected === null) {
      this.first.push(row);
      if (this.first.length >= headerSearchRows) this.detect();
    } else if (this.detected.kind === 'found') this.look(row.cells, this.detected);
  }

  /** What was found; call it once, after the last row. */
  findings(): TableFindings {
    const detected = this.detected ?? this.detect();
    return {
      detected,
      dayOrder: this.days.order(),
      hasBothOrders: this.days.isContradictory,
      dayForms: this.days.forms(),
      decimalMark: this.amounts.decimalMark(),
      months: this.days.monthCounts(),
      buyers: this.buyers,
      families: this.families,
      rowCount: this.rowCount,
      lastRow: this.lastRow,
    };
  }

  private detect(): DetectedLayout {
    const detected = detectLayout(this.first, this.chosen);
    this.detected = detected;
    if (detected.kind === 'found') {
      const last = detected.headerRows.at(-1) ?? 0;
      for (const row of this.first) if (row.row > last) this.look(row.cells, detected);
    }
    this.first = [];
    return detected;
  }

  private look(cells: readonly string[], { columns }: Layout): void {
    const cell = (column: number | undefined): string =>
      column === undefined ? '' : (cells[column] ?? '').trim();
    this.days.add(cell(columns.get('date')));
    this.amounts.add(cell(columns.get('amount')));
    countName(this.buyers, cell(columns.get('buyer')));
    countName(this.families, cell(columns.get('family')));
  }
}

function countName(names: Map<string, number>, name: string): void {
  if (name !== '' && (names.has(name) || names.size < mostNames)) names.set(name, (names.get(name) ?? 0) + 1);
}
