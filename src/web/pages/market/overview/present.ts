import type { MarketOverview } from '../../../../app/market/overview-view.ts';
import { financialYearName } from '../../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentCoverage, shadeOf, type ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { paths } from '../../../paths.ts';
import { pounds } from '../figure-cells.ts';
import { presentCommitted } from '../present-committed.ts';
import { presentBuyers, presentRoutes, presentSegments } from '../present-shares.ts';
import { presentScopeForm, presentSubnavigation, scopeQuery } from '../scope-form.ts';

/** The market as its page shows it. */
export function presentOverview(overview: MarketOverview, baseYear: number, words: Catalogue) {
  const { market, format } = words;
  const { scope, counted, sme } = overview;
  const queries = scopeQuery(scope);
  const years = market.scope.years(scope.from, scope.to);
  const csv = (chart: string): string =>
    paths.marketFigures({
      chart,
      segment: scope.segments,
      buyerType: scope.buyerTypes,
      from: scope.from,
      to: scope.to,
      prices: overview.prices === 'real' ? 'real' : undefined,
    });
  const countedQuery = { ...queries.years, counted: 'all' };
  return {
    navigation: presentSubnavigation('overview', words),
    form: presentScopeForm(
      scope,
      overview.asOf,
      {
        action: paths.market(),
        hasSegment: false,
        hasYears: true,
        prices: { chosen: overview.prices, baseYear },
      },
      words,
    ),
    figures: [
      {
        value: format.number(counted.contracts),
        label: market.overview.countedLabel(years),
        href: counted.contracts === 0 ? null : paths.contracts(countedQuery),
      },
      {
        value: presentSum(counted.netPence, counted.netCount, words) ?? '–',
        label: market.overview.valueLabel,
        note: market.from(counted.netCount, counted.contracts),
      },
      {
        value: sme.byCount.share === null ? '–' : market.percent(sme.byCount.share),
        label: market.overview.smeLabel,
        note:
          sme.byCount.share === null
            ? market.noShare
            : `${market.partOf(format.number(sme.byCount.part), format.number(sme.byCount.whole))} ${market.overview.byContracts}`,
      },
    ],
    unclassified: overview.unclassified === 0 ? null : market.overview.unclassified(overview.unclassified),
    charts: [
      presentCommitted(overview, queries.market, csv('committed'), words),
      presentGrid(overview, csv('segments-by-year'), words),
      presentSegments(overview, queries.years, csv('segments'), words),
      presentBuyers(overview, queries.years, csv('buyer-types'), words),
      presentRoutes(overview, queries.years, csv('routes'), words),
    ],
    cohort: market.overview.cohort,
  };
}

function presentGrid(
  { segments, scope, committedCoverage, ...overview }: MarketOverview,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const text = words.market.overview.grid;
  const most = Math.max(0, ...segments.flatMap(({ committed }) => committed.map(({ pence }) => pence)));
  const years = segments[0]?.committed.map(({ year }) => year) ?? [];
  const query = scopeQuery(scope).market;
  const prices = overview.prices === 'real' ? 'real' : undefined;
  return {
    id: 'grid',
    title: text.title,
    description: text.description,
    isEmpty: most === 0,
    columns: null,
    table: {
      isShaded: true,
      heads: [text.segment, ...years.map(financialYearName)],
      rows: segments.map(({ segment, committed }) => ({
        name: words.market.segmentNames[segment],
        href: paths.marketSegment(segment),
        cells: committed.map(({ year, pence, contracts }) => ({
          text: contracts === 0 ? '–' : pounds(pence, words),
          href:
            contracts === 0
              ? null
              : paths.contracts({ ...query, segment: [segment], committedIn: year, prices }),
          hint: `${words.market.segmentNames[segment]}, ${financialYearName(year)}, ${words.market.contracts(contracts)}`,
          shade: shadeOf(pence, most),
        })),
      })),
    },
    note: text.note,
    coverage: presentCoverage(committedCoverage, words, (gap) =>
      paths.contracts({ ...query, notCommitted: gap }),
    ),
    methods: methodLinks('committed-value', 'deflate'),
    csvHref,
  };
}
