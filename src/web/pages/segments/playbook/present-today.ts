import type { SegmentToday } from '../../../../app/segments/segment-today.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure, FigureCell } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { pounds } from '../../market/figure-cells.ts';

/** Prices and terms of a segment, what was let last and what ends soon, as tables of its playbook. */
export function presentToday(today: SegmentToday, words: Catalogue): ChartFigure[] {
  const { playbooks: text } = words;
  return [
    presentPrices(today, words),
    listFigure(today, 'awards', text.awards, text.awards.description, words),
    listFigure(
      today,
      'endings',
      text.endings,
      text.endings.description(words.format.day(today.endingUntil)),
      words,
    ),
  ];
}

function presentPrices(today: SegmentToday, words: Catalogue): ChartFigure {
  const { prices: text } = words.playbooks;
  const { format, market } = words;
  const money = (pence: number): string => pounds(pence, words);
  const months = (count: number): string => format.number(count);
  const row = (
    name: string,
    found: { low: number; median: number; high: number } | null,
    measured: number,
    write: (value: number) => string,
  ) => ({
    name,
    cells: [
      ...(found === null
        ? [text.tooFew, '–', '–']
        : [write(found.low), write(found.median), write(found.high)]
      ).map((one): FigureCell => ({ text: one })),
      { text: format.number(measured) },
    ],
  });
  return figureOf(today, 'prices', text.title, {
    description: text.description(today.contracts, market.scope.years(today.scope.from, today.scope.to)),
    heads: text.heads,
    note: text.note,
    rows: [
      row(text.value, today.value.pence, today.value.measured, money),
      row(text.yearly, today.yearly.pence, today.yearly.measured, money),
      row(text.term, today.term.months, today.term.measured, months),
      row(text.longest, today.longest.months, today.longest.measured, months),
    ],
  });
}

function listFigure(
  today: SegmentToday,
  id: 'awards' | 'endings',
  { title, heads }: { title: string; heads: readonly string[] },
  description: string,
  words: Catalogue,
): ChartFigure {
  const { playbooks: text, format } = words;
  return figureOf(today, id, title, {
    description,
    heads,
    texts: [1, 2, 3],
    note: text.listNote,
    rows: today[id].map((one) => {
      const day = id === 'awards' ? one.datedOn : one.endOn;
      return {
        name: one.title,
        href: paths.contract(one.id),
        cells: [
          {
            text: day === null ? '–' : format.day(day),
            note:
              id === 'endings' && one.maxEndOn !== null && one.endOn !== null && one.maxEndOn > one.endOn
                ? text.endings.options(format.day(one.maxEndOn))
                : null,
          },
          {
            text: one.buyer?.name ?? '–',
            href: one.buyer?.id == null ? null : paths.buyer(one.buyer.id),
          },
          {
            text:
              one.suppliers.length === 0
                ? '–'
                : format.list(one.suppliers.map((name) => name ?? text.person)),
          },
          { text: one.netPence === null ? '–' : pounds(one.netPence, words) },
        ],
      };
    }),
  });
}

type Parts = Pick<ChartFigure, 'description' | 'note'> & ChartFigure['table'];

function figureOf(
  { segment }: SegmentToday,
  id: string,
  title: string,
  { description, note, ...table }: Parts,
): ChartFigure {
  return {
    id,
    title,
    description,
    isEmpty: table.rows.length === 0,
    columns: null,
    table,
    note,
    coverage: null,
    csvHref: paths.segmentTodayFigures({ segment, chart: id }),
    methods: methodLinks(id === 'prices' ? 'price-benchmark' : 'market-sums'),
  };
}
