import type { MarketOverview } from '../../../app/market/overview-view.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { presentCoverage, type ChartFigure } from '../../components/chart/chart-figure.ts';
import { methodLinks } from '../../components/chart/method-links.ts';
import { paths, type AddressQuery } from '../../paths.ts';
import { countCell, moneyCell, rateCell, shareCell } from './figure-cells.ts';

/** Segments side by side: small firms, concentration, bids, routes. */
export function presentSegments(
  overview: MarketOverview,
  query: AddressQuery,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const { market } = words;
  const text = market.overview.segments;
  const found = overview.segments.filter(({ contracts }) => contracts > 0);
  return {
    id: 'segments',
    title: text.title,
    description: text.description(market.scope.years(overview.scope.from, overview.scope.to)),
    isEmpty: found.length === 0,
    columns: null,
    table: {
      heads: [
        text.segment,
        text.contracts,
        text.value,
        text.smeByCount,
        text.smeByValue,
        text.hhi,
        text.topFour,
        text.singleBid,
        text.directAward,
        text.framework,
      ],
      rows: found.map((one) => {
        const own = { ...query, segment: [one.segment] };
        const list = (more: AddressQuery): string => paths.contracts({ ...own, ...more });
        const { concentration } = one;
        return {
          name: market.segmentNames[one.segment],
          href: paths.marketSegment(one.segment),
          cells: [
            countCell(one.contracts, list({ counted: 'all' }), words),
            moneyCell(one, list({ counted: 'valued' }), words),
            shareCell(one.smeByCount, list({ size: 'sme' }), words),
            shareCell(one.smeByValue, list({ size: 'sme', counted: 'valued' }), words, true),
            concentration === null
              ? { text: market.noShare }
              : {
                  text: words.format.number(Math.round(concentration.hhi)),
                  href: list({ counted: 'sole-valued' }),
                  note: text.sellers(concentration.sellers),
                },
            concentration === null
              ? { text: market.noShare }
              : {
                  text: market.percent(concentration.topFourShare),
                  href: list({ counted: 'sole-valued' }),
                  note: text.sellers(concentration.sellers),
                },
            rateCell(one.singleBid, list({ bids: 'one' }), words),
            rateCell(one.directAward, list({ route: ['direct-award'], counted: 'all' }), words),
            shareCell(
              one.framework,
              list({ route: ['framework-call-off', 'dynamic-market'], counted: 'all' }),
              words,
            ),
          ],
        };
      }),
    },
    note: text.note,
    coverage: presentCoverage(overview.sme.countCoverage, words),
    methods: methodLinks('sme-share', 'concentration', 'single-bid-rate', 'route-shares'),
    csvHref,
  };
}

/** Contracts by kind of buyer. */
export function presentBuyers(
  overview: MarketOverview,
  query: AddressQuery,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const { market, labels } = words;
  const text = market.overview.buyers;
  const most = Math.max(0, ...overview.buyerTypes.map(({ contracts }) => contracts));
  return {
    id: 'buyer-types',
    title: text.title,
    description: text.description(market.scope.years(overview.scope.from, overview.scope.to)),
    isEmpty: most === 0,
    columns: null,
    table: {
      heads: [text.buyerType, text.contracts, text.value],
      rows: overview.buyerTypes
        .toSorted((a, b) => b.contracts - a.contracts)
        .map((one) => {
          const own = { ...query, buyerType: [one.buyerType] };
          return {
            name: labels.buyerType[one.buyerType],
            cells: [
              {
                ...countCell(one.contracts, paths.contracts({ ...own, counted: 'all' }), words),
                share: one.contracts / most,
              },
              moneyCell(one, paths.contracts({ ...own, counted: 'valued' }), words),
            ],
          };
        }),
    },
    note: text.note,
    coverage: presentCoverage(overview.coverage, words),
    methods: methodLinks('market-sums'),
    csvHref,
  };
}

/** Contracts by route. */
export function presentRoutes(
  overview: MarketOverview,
  query: AddressQuery,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const { market, labels } = words;
  const text = market.overview.routes;
  const { routes, routeCoverage } = overview;
  return {
    id: 'routes',
    title: text.title,
    description: text.description(market.scope.years(overview.scope.from, overview.scope.to)),
    isEmpty: routes.length === 0,
    columns: null,
    table: {
      heads: [text.route, text.contracts, text.share, text.value],
      rows: routes.map((one) => {
        const own = { ...query, route: [one.route] };
        return {
          name: labels.route[one.route],
          cells: [
            countCell(one.contracts, paths.contracts({ ...own, counted: 'all' }), words),
            {
              text: market.percent(one.contracts / routeCoverage.measured),
              share: one.contracts / routeCoverage.measured,
            },
            moneyCell(one, paths.contracts({ ...own, counted: 'valued' }), words),
          ],
        };
      }),
    },
    note: text.note,
    coverage: presentCoverage(routeCoverage, words),
    methods: methodLinks('route-shares'),
    csvHref,
  };
}
