import type { z } from 'zod';
import type { committedYearView, coverageView } from '../../../app/market/views.ts';
import { financialYearName } from '../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { presentCoverage, type ChartFigure } from '../../components/chart/chart-figure.ts';
import { methodLinks } from '../../components/chart/method-links.ts';
import { columnChart } from '../../../drawing/place-columns.ts';
import { paths, type AddressQuery } from '../../paths.ts';
import { countCell, pounds } from './figure-cells.ts';

/** Committed value as an answer of the market gives it. */
export type Committed = {
  committed: readonly z.output<typeof committedYearView>[];
  committedCoverage: z.output<typeof coverageView>;
  baseYear: number | null;
};

/**
 * Committed value by financial year as a figure: every bar opens the contracts that are committed in its year.
 *
 * @param query what keeps a list of contracts to the same market
 */
export function presentCommitted(
  { committed, committedCoverage, baseYear }: Committed,
  query: AddressQuery,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const text = words.market.overview.committed;
  const prices = baseYear === null ? undefined : 'real';
  const rows = committed.map((one) => ({
    ...one,
    label: financialYearName(one.year),
    committedHref: one.contracts === 0 ? null : paths.contracts({ ...query, committedIn: one.year, prices }),
    extensionHref:
      one.extensionContracts === 0 ? null : paths.contracts({ ...query, extensionIn: one.year, prices }),
  }));
  const columns = columnChart({
    id: 'committed',
    title: text.title,
    description: text.description,
    series: text.series,
    columns: rows.map((row) => ({
      label: row.label,
      parts: [
        {
          value: row.pence,
          text: `${pounds(row.pence, words)}, ${words.market.contracts(row.contracts)}`,
          href: row.committedHref,
        },
        {
          value: row.extensionPence,
          text: `${pounds(row.extensionPence, words)}, ${words.market.contracts(row.extensionContracts)}`,
          href: row.extensionHref,
        },
      ],
    })),
    tick: (pence) => pounds(pence, words),
  });
  return {
    id: 'committed',
    title: text.title,
    description: text.description,
    isEmpty: columns === null,
    columns,
    table: {
      heads: [text.year, text.value, text.contracts, text.extension, text.extensionContracts],
      rows: rows.map((row) => ({
        name: row.label,
        cells: [
          {
            text: pounds(row.pence, words),
            href: row.committedHref,
            note: row.deflator === 'assumed' ? text.assumed : null,
          },
          countCell(row.contracts, row.committedHref ?? '', words),
          { text: pounds(row.extensionPence, words), href: row.extensionHref },
          countCell(row.extensionContracts, row.extensionHref ?? '', words),
        ],
      })),
    },
    note: baseYear === null ? text.note : `${text.note} ${text.real(financialYearName(baseYear))}`,
    coverage: presentCoverage(committedCoverage, words, (gap) =>
      paths.contracts({ ...query, notCommitted: gap }),
    ),
    methods: methodLinks('committed-value', 'deflate'),
    csvHref,
  };
}
