import type { Coverage } from '../../../domain/market/coverage.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { MethodLink } from './method-links.ts';
import type { ColumnChart } from '../../../drawing/place-columns.ts';

/** One cell of a table of figures. */
export type FigureCell = {
  text: string;
  /** The contracts that stand behind the figure. */
  href?: string | null;
  /** What the link leads to, for those who hear it. */
  hint?: string;
  /** What the figure is made of. */
  note?: string | null;
  /** Length of a bar beside it, 0 to 1. */
  share?: number | null;
  /** How dark the cell is, 1 to 5; 0 for none. */
  shade?: number;
};

/** A table of figures: the first head stands over the names of the rows. */
export type FigureTable = {
  heads: readonly string[];
  rows: readonly { name: string; href?: string | null; cells: readonly FigureCell[] }[];
  isShaded?: boolean;
  /** Columns of words, counted from the names of the rows: they begin at the left. */
  texts?: readonly number[];
};

/** One figure of a page: a chart or none, its table, its definition, its coverage and its file. */
export type ChartFigure = {
  id: string;
  title: string;
  description: string;
  isEmpty: boolean;
  columns: ColumnChart | null;
  table: FigureTable;
  /** Definition: what is counted, what is left out. */
  note: string;
  coverage: CoverageText | null;
  /** The pages that say how it is worked out. */
  methods: readonly MethodLink[];
  csvHref: string | null;
};

/** A coverage in words. */
export type CoverageText = { lead: string; gaps: { text: string; href: string | null }[] };

/**
 * How many contracts a figure rests on, and why others are left out: reasons with most contracts first. They add up.
 *
 * @param hrefOf the list of contracts left out for a reason, where there is one
 * @example presentCoverage({ total: 10, measured: 8, gaps: { 'no-end': 2 } }, words).lead // 'Measured on 8 of 10 contracts'
 */
export function presentCoverage(
  { total, measured, gaps }: Coverage,
  { market, format }: Catalogue,
  hrefOf: (gap: string) => string | null = () => null,
): CoverageText {
  const texts: Readonly<Record<string, { one?: string; other: string }>> = market.gaps;
  return {
    lead: market.measuredOn(measured, total),
    gaps: Object.entries(gaps)
      .toSorted(([, a], [, b]) => b - a)
      .map(([gap, count]) => ({
        text: `${format.number(count)} ${format.plural(count, texts[gap] ?? { other: gap })}.`,
        href: hrefOf(gap),
      })),
  };
}

/**
 * How dark a cell is among others: five steps by its share of the largest, 0 where there is nothing.
 *
 * @example shadeOf(50, 100) // 3
 */
export function shadeOf(value: number, most: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((5 * value) / most));
}
