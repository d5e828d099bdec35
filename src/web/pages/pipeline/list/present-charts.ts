import type { PipelineAnswer } from '../../../../app/pipeline/pipeline-view.ts';
import { financialYearName } from '../../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import {
  shadeOf,
  type ChartFigure,
  type CoverageText,
  type FigureCell,
} from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { columnChart } from '../../../../drawing/place-columns.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { pounds } from '../../market/figure-cells.ts';

type Year = PipelineAnswer['years'][number];

/**
 * Value by financial year as a figure: every bar opens the needs that start in its year.
 *
 * @param query what keeps the list to the same filter
 */
export function presentYears(found: PipelineAnswer, query: AddressQuery, words: Catalogue): ChartFigure {
  const text = words.pipeline.years;
  const hrefOf = (year: number): string => paths.pipeline({ ...query, year });
  const columns = columnChart({
    id: 'years',
    title: text.title,
    description: text.description,
    series: text.series,
    columns: found.years.map((one) => ({
      label: financialYearName(one.year),
      parts: [
        {
          value: one.lowPence,
          text: `${pounds(one.lowPence, words)}, ${words.pipeline.valued(one.valued, one.needs)}`,
          href: hrefOf(one.year),
        },
        {
          value: one.highPence - one.lowPence,
          text: pounds(one.highPence, words),
          href: hrefOf(one.year),
        },
      ],
    })),
    tick: (pence) => pounds(pence, words),
  });
  const money = (one: Year, pence: number): FigureCell =>
    one.valued === 0
      ? { text: '–' }
      : {
          text: pounds(pence, words),
          href: hrefOf(one.year),
          hint: financialYearName(one.year),
          note: words.pipeline.valued(one.valued, one.needs),
        };
  return {
    id: 'years',
    title: text.title,
    description: text.description,
    isEmpty: found.years.every(({ needs }) => needs === 0),
    columns,
    table: {
      heads: [text.year, text.needs, text.low, text.high],
      rows: found.years.map((one) => ({
        name: financialYearName(one.year),
        cells: [
          one.needs === 0
            ? { text: '0' }
            : {
                text: words.format.number(one.needs),
                href: hrefOf(one.year),
                hint: words.pipeline.needs(one.needs),
              },
          money(one, one.lowPence),
          money(one, one.highPence),
        ],
      })),
    },
    note: text.note,
    coverage: presentCoverage(found, words),
    methods: methodLinks('pipeline'),
    csvHref: paths.pipelineFigures({ ...query, chart: 'years' }),
  };
}

/** Segments by financial year as a table: every cell opens its needs. */
export function presentSegmentYears(
  found: PipelineAnswer,
  query: AddressQuery,
  words: Catalogue,
): ChartFigure {
  const text = words.pipeline.segments;
  const all = found.segments.flatMap(({ years }) => years);
  const most = Math.max(0, ...all.map(({ highPence }) => highPence));
  return {
    id: 'segments',
    title: text.title,
    description: text.description,
    isEmpty: all.every(({ needs }) => needs === 0),
    columns: null,
    table: {
      isShaded: true,
      heads: [text.segment, ...found.years.map(({ year }) => financialYearName(year))],
      rows: found.segments.map(({ segment, years }) => ({
        name: words.market.segmentNames[segment],
        href: paths.marketSegment(segment),
        cells: years.map((one) => ({
          text: cellText(one, words),
          href: one.needs === 0 ? null : paths.pipeline({ ...query, segment: [segment], year: one.year }),
          hint: `${words.market.segmentNames[segment]}, ${financialYearName(one.year)}`,
          note: one.needs === 0 ? null : words.pipeline.valued(one.valued, one.needs),
          shade: shadeOf(one.highPence, most),
        })),
      })),
    },
    note: text.note,
    coverage: null,
    methods: methodLinks('pipeline'),
    csvHref: paths.pipelineFigures({ ...query, chart: 'segments' }),
  };
}

function cellText({ needs, valued, lowPence, highPence }: Year, words: Catalogue): string {
  if (needs === 0) return '–';
  if (valued === 0) return words.pipeline.needs(needs);
  return words.pipeline.range(pounds(lowPence, words), pounds(highPence, words));
}

function presentCoverage(
  { coverage: { total, measured, gaps } }: PipelineAnswer,
  { pipeline, format }: Catalogue,
): CoverageText {
  return {
    lead: pipeline.measured(measured, total),
    gaps: Object.entries(gaps)
      .toSorted(([, a], [, b]) => b - a)
      .map(([gap, count]) => ({
        text: `${format.number(count)} ${format.plural(count, pipeline.gaps[gap] ?? { other: gap })}.`,
        href: null,
      })),
  };
}
