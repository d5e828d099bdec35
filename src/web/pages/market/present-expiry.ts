import type { z } from 'zod';
import type { coverageView, quarterTotals } from '../../../app/market/views.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { presentCoverage, type ChartFigure } from '../../components/chart/chart-figure.ts';
import { methodLinks } from '../../components/chart/method-links.ts';
import { columnChart } from '../../../drawing/place-columns.ts';
import { paths, type AddressQuery } from '../../paths.ts';
import { countCell, moneyCell, pounds } from './figure-cells.ts';

/** Quarters with what ends in them; `coverage` null where it is not known for the part that is shown. */
export type Wall = {
  quarters: readonly z.output<typeof quarterTotals>[];
  coverage: z.output<typeof coverageView> | null;
};

/**
 * The wall of expiries as a figure: every bar opens the contracts that end in its quarter.
 *
 * @param query what keeps a list of contracts to the same market
 */
export function presentExpiry(
  { quarters, coverage }: Wall,
  query: AddressQuery,
  csvHref: string | null,
  words: Catalogue,
): ChartFigure {
  const text = words.market.renewals.wall;
  const hrefOf = (quarter: string): string => paths.contracts({ ...query, endsIn: quarter });
  return {
    id: 'expiry',
    title: text.title,
    description: text.description,
    isEmpty: quarters.every(({ contracts }) => contracts === 0),
    columns: columnChart({
      id: 'expiry',
      title: text.title,
      description: text.description,
      series: text.series,
      columns: quarters.map((one) => ({
        label: `${one.quarter.slice(5)} ${one.quarter.slice(2, 4)}`,
        parts: [
          {
            value: one.netPence,
            text: `${pounds(one.netPence, words)}, ${words.market.from(one.netCount, one.contracts)}`,
            href: hrefOf(one.quarter),
          },
        ],
      })),
      tick: (pence) => pounds(pence, words),
    }),
    table: {
      heads: [text.quarter, text.contracts, text.value],
      rows: quarters.map((one) => ({
        name: words.market.quarter(one.quarter),
        cells: [
          countCell(one.contracts, hrefOf(one.quarter), words),
          moneyCell(one, hrefOf(one.quarter), words),
        ],
      })),
    },
    note: text.note,
    coverage: coverage === null ? null : presentCoverage(coverage, words),
    methods: methodLinks('expiry-wall'),
    csvHref,
  };
}
