import type { z } from 'zod';
import type { Competition } from '../../../../app/market/competition-view.ts';
import type { rateView } from '../../../../app/market/views.ts';
import { dayNumber, dayOfNumber } from '../../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import {
  presentCoverage,
  type ChartFigure,
  type FigureCell,
} from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { countCell, rateCell } from '../figure-cells.ts';
import { presentScopeForm, presentSubnavigation, scopeQuery } from '../scope-form.ts';

/** Competition as its page shows it. */
export function presentCompetition(found: Competition, words: Catalogue) {
  const text = words.market.competition;
  const { scope } = found;
  const { years } = scopeQuery(scope);
  const csv = (chart: string): string =>
    paths.marketFigures({
      chart,
      segment: scope.segments,
      buyerType: scope.buyerTypes,
      from: scope.from,
      to: scope.to,
    });
  // Which contracts others followed is kept for digital segments.
  const rewon = scope.segments.some((segment) => segment === 'not-digital')
    ? null
    : { counted: 'rewon', endsTo: dayOfNumber(dayNumber(found.asOf) - 1) };
  const group = (
    id: 'segments' | 'buyerTypes' | 'byYear',
    rows: { name: string; query: AddressQuery; cells: readonly Rate[] }[],
  ): ChartFigure => ({
    id,
    title: text[id].title,
    description: text.years(words.market.scope.years(scope.from, scope.to)),
    isEmpty: rows.every(({ cells }) => cells.every(({ whole }) => whole === 0)),
    columns: null,
    table: {
      heads: [text[id].name, text.singleBid, text.directAward, ...(id === 'segments' ? [text.rewin] : [])],
      rows: rows.map(({ name, query, cells }) => ({
        name,
        cells: cells.map((rate, index) => rateCell(rate, hrefOf(query, listOf[index] ?? rewon), words)),
      })),
    },
    note: id === 'segments' ? `${text.rateNote} ${text.rewinNote}` : text.rateNote,
    coverage: presentCoverage(found.singleBidCoverage, words),
    methods: methodLinks(
      'single-bid-rate',
      'route-shares',
      ...(id === 'segments' ? (['incumbent-rewin'] as const) : []),
    ),
    csvHref: csv('competition'),
  });
  return {
    navigation: presentSubnavigation('competition', words),
    form: presentScopeForm(
      scope,
      found.asOf,
      { action: paths.marketCompetition(), hasSegment: true, hasYears: true },
      words,
    ),
    charts: [
      group('segments', [
        ...(found.segments.length === 1
          ? []
          : [
              {
                name: words.market.competition.all,
                query: years,
                cells: [found.all.singleBid, found.all.directAward, found.rewin],
              },
            ]),
        ...found.segments.map((one) => ({
          name: words.market.segmentNames[one.segment],
          query: { ...years, segment: [one.segment] },
          cells: [one.singleBid, one.directAward, one.rewin],
        })),
      ]),
      group(
        'buyerTypes',
        found.buyerTypes
          .filter(({ directAward }) => directAward.whole > 0)
          .map((one) => ({
            name: words.labels.buyerType[one.buyerType],
            query: { ...years, buyerType: [one.buyerType] },
            cells: [one.singleBid, one.directAward],
          })),
      ),
      group(
        'byYear',
        found.years.map((one) => ({
          name: String(one.year),
          query: { ...years, year: [one.year] },
          cells: [one.singleBid, one.directAward],
        })),
      ),
      presentLeadTimes(found, csv('lead-times'), words),
    ],
  };
}

const hrefOf = (query: AddressQuery, own: AddressQuery | null): string | null =>
  own === null ? null : paths.contracts({ ...query, ...own });

type Rate = z.output<typeof rateView>;

/** The lists behind the rates, in the order of the columns. */
const listOf: readonly AddressQuery[] = [{ bids: 'one' }, { route: ['direct-award'], counted: 'all' }];

function presentLeadTimes(found: Competition, csvHref: string, words: Catalogue): ChartFigure {
  const text = words.market.competition.leadTimes;
  const query = scopeQuery(found.scope).years;
  const rows = [
    ...(found.leadTime === null ? [] : [{ name: text.all, route: undefined, time: found.leadTime }]),
    ...found.leadTimes.map((time) => ({ name: words.labels.route[time.route], route: [time.route], time })),
  ];
  return {
    id: 'lead-times',
    title: text.title,
    description: text.description,
    isEmpty: rows.length === 0,
    columns: null,
    table: {
      heads: [text.route, text.q1, text.median, text.q3, text.count],
      rows: rows.map(({ name, route, time }) => {
        const href = paths.contracts({ ...query, route, counted: 'timed' });
        const days = (value: number): FigureCell => ({
          text: text.days(words.format.number(Math.round(value))),
          href,
          hint: words.market.contracts(time.count),
        });
        return {
          name,
          cells: [days(time.q1), days(time.median), days(time.q3), countCell(time.count, href, words)],
        };
      }),
    },
    note: text.note,
    coverage: presentCoverage(found.leadTimeCoverage, words),
    methods: methodLinks('lead-time'),
    csvHref,
  };
}
